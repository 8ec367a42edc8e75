"""The apparatus of a document: each value that is known about it, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from tei_archive.exporting.html.basis import Basis, basis_of_claim, basis_of_reference
from tei_archive.exporting.html.catalogue import Catalogue
from tei_archive.exporting.html.dates import date_words
from tei_archive.exporting.html.terms import RELATIONS, kind_name, state_name
from tei_archive.exporting.html.texts import Texts, msgid, plain
from tei_archive.model import (
    ActionType,
    Agent,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    HistoricalDate,
    Relation,
    answers,
)

_PARTIES = {
    ActionType.SENT: msgid("From"),
    ActionType.RECEIVED: msgid("To"),
    ActionType.TRANSMITTED: msgid("Transmitted"),
    ActionType.FORWARDED: msgid("Forwarded"),
    ActionType.REDIRECTED: msgid("Redirected"),
}
_ORDER = tuple(_PARTIES)
_MAIN = (ActionType.SENT, ActionType.RECEIVED)
_DATES = {ActionType.SENT: msgid("Date"), ActionType.RECEIVED: msgid("Received")}
_PLACES = {ActionType.SENT: msgid("Place"), ActionType.RECEIVED: msgid("Received at")}
_COPIES = msgid("Copies to")


@dataclass(frozen=True, slots=True)
class Value:
    """A value as a reader sees it, with the page it leads to and what it rests on."""

    text: str
    basis: Basis | None = None
    href: str | None = None
    is_role: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its values."""

    label: str
    values: tuple[Value, ...]


def build_apparatus(catalogue: Catalogue, document: Document) -> tuple[Row, ...]:
    """Give back the rows of a document's metadata box, in the order a reader asks for them."""
    texts = catalogue.texts
    rows = (
        *_correspondence(catalogue, document),
        *_description(catalogue, document),
        *_references(catalogue, document),
        Row(texts.gettext("State"), (Value(state_name(texts, document.status)),)),
    )
    return tuple(row for row in rows if row.values)


def _correspondence(catalogue: Catalogue, document: Document) -> Iterator[Row]:
    """Parties first, then days, then places: the order in which a reader asks."""
    texts = catalogue.texts
    actions = _with_sending_and_receipt(document)
    for action in actions:
        label = _COPIES if action.copy else _PARTIES[action.type]
        values = tuple(value for agent in action.agents for value in _agent(catalogue, document, agent))
        yield Row(texts.gettext(label), values or _unknown(texts, document, action, _MAIN))
    for action in actions:
        values = _date(catalogue, document, action.date) or _unknown(texts, document, action, (ActionType.SENT,))
        yield Row(texts.gettext(_DATES.get(action.type, _PARTIES[action.type])), values)
    for action in actions:
        if place := action.place:
            href = catalogue.page_of(place.value.ref)
            value = Value(place.value.name, basis_of_claim(catalogue, document, place), href)
            yield Row(texts.gettext(_PLACES.get(action.type, _PARTIES[action.type])), (value,))
        yield Row(texts.gettext("Sent by"), _text(catalogue, document, action.medium))


def _with_sending_and_receipt(document: Document) -> tuple[CorrespAction, ...]:
    """Give back the actions with the sending first; of sending and receipt, what is missing as empty."""
    missing = (CorrespAction(type_) for type_ in _MAIN if document.action(type_) is None)
    return tuple(sorted((*document.actions, *missing), key=lambda action: (_ORDER.index(action.type), action.copy)))


def _unknown(
    texts: Texts, document: Document, action: CorrespAction, asked: tuple[ActionType, ...]
) -> tuple[Value, ...]:
    """Every reader asks for sender, addressee and date: where they are not known, the box says so."""
    is_asked = action.type in asked and document.action(action.type) in (action, None) and not action.copy
    return (Value(texts.gettext("not known")),) if is_asked else ()


def _date(catalogue: Catalogue, document: Document, claim: Claim[HistoricalDate] | None) -> tuple[Value, ...]:
    return (
        (Value(date_words(catalogue.texts, claim.value), basis_of_claim(catalogue, document, claim)),) if claim else ()
    )


def _agent(catalogue: Catalogue, document: Document, agent: Agent) -> Iterator[Value]:
    """A name and a role that rest on the same words say so once."""
    href = catalogue.page_of(agent.ref)
    name = basis_of_claim(catalogue, document, agent.name) if agent.name else None
    role = basis_of_claim(catalogue, document, agent.role) if agent.role else None
    if agent.name:
        yield Value(agent.name.value, name if name != role else None, href)
    if agent.role:
        yield Value(agent.role.value, role, None if agent.name else href, is_role=agent.name is not None)


def _description(catalogue: Catalogue, document: Document) -> Iterator[Row]:
    texts = catalogue.texts
    yield Row(texts.gettext("Number"), _text(catalogue, document, document.number))
    yield Row(texts.gettext("Printed as no."), _text(catalogue, document, document.edition_number))
    yield Row(texts.gettext("Marked"), _text(catalogue, document, document.classification))
    yield Row(texts.gettext("Archive"), _text(catalogue, document, document.archive_ref))
    yield Row(texts.gettext("Kind"), (Value(kind_name(texts, document.kind)),) if document.kind else ())


def _text(catalogue: Catalogue, document: Document, claim: Claim[str] | None) -> tuple[Value, ...]:
    return (Value(claim.value, basis_of_claim(catalogue, document, claim)),) if claim else ()


def _references(catalogue: Catalogue, document: Document) -> Iterator[Row]:
    for relation in RELATIONS:
        refs = answers(document) if relation is Relation.IS_REPLY_TO else _mentions(document, relation)
        yield Row(
            catalogue.texts.gettext(RELATIONS[relation]), tuple(_reference(catalogue, document, ref) for ref in refs)
        )


def _mentions(document: Document, relation: Relation) -> tuple[ContextRef, ...]:
    return tuple(ref for ref in document.context if ref.relation is relation)


def _reference(catalogue: Catalogue, document: Document, ref: ContextRef) -> Value:
    target = catalogue.items.get(ref.target or "")
    basis = basis_of_reference(catalogue, document, ref)
    if target is None:
        return Value(ref.label, basis)
    return Value(plain(f"{target.number}, {target.title}"), basis, target.href)
