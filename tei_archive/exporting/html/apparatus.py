"""The apparatus of a document: each value that is known about it, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from tei_archive.exporting.html.basis import Basis, basis_of_claim, basis_of_reference
from tei_archive.exporting.html.catalogue import Catalogue
from tei_archive.exporting.html.dates import date_words
from tei_archive.exporting.html.texts import TEXTS, say
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
    ActionType.SENT: "from",
    ActionType.RECEIVED: "to",
    ActionType.TRANSMITTED: "transmitted",
    ActionType.FORWARDED: "forwarded",
    ActionType.REDIRECTED: "redirected",
}
_ORDER = tuple(_PARTIES)
_MAIN = (ActionType.SENT, ActionType.RECEIVED)
_DATES = {ActionType.SENT: "date", ActionType.RECEIVED: "received"}
_PLACES = {ActionType.SENT: "place", ActionType.RECEIVED: "received-at"}
_MENTIONS = (Relation.CITES, Relation.ENCLOSES, Relation.ENCLOSED_IN)


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
    rows = (
        *_correspondence(catalogue, document),
        *_description(catalogue, document),
        *_references(catalogue, document),
        Row(say("status"), (Value(TEXTS.get(f"status.{document.status}", document.status)),)),
    )
    return tuple(row for row in rows if row.values)


def _correspondence(catalogue: Catalogue, document: Document) -> Iterator[Row]:
    """Parties first, then days, then places: the order in which a reader asks."""
    actions = _with_sending_and_receipt(document)
    for action in actions:
        label = "copy-to" if action.copy else _PARTIES[action.type]
        values = tuple(value for agent in action.agents for value in _agent(catalogue, document, agent))
        yield Row(say(label), values or _unknown(document, action, _MAIN))
    for action in actions:
        values = _date(catalogue, document, action.date) or _unknown(document, action, (ActionType.SENT,))
        yield Row(say(_DATES.get(action.type, _PARTIES[action.type])), values)
    for action in actions:
        if place := action.place:
            value = Value(place.value.name, basis_of_claim(catalogue, document, place))
            yield Row(say(_PLACES.get(action.type, _PARTIES[action.type])), (value,))
        yield Row(say("medium"), _text(catalogue, document, action.medium))


def _with_sending_and_receipt(document: Document) -> tuple[CorrespAction, ...]:
    """Give back the actions with the sending first; of sending and receipt, what is missing as empty."""
    missing = (CorrespAction(type_) for type_ in _MAIN if document.action(type_) is None)
    return tuple(sorted((*document.actions, *missing), key=lambda action: (_ORDER.index(action.type), action.copy)))


def _unknown(document: Document, action: CorrespAction, asked: tuple[ActionType, ...]) -> tuple[Value, ...]:
    """Every reader asks for sender, addressee and date: where they are not known, the box says so."""
    is_asked = action.type in asked and document.action(action.type) in (action, None) and not action.copy
    return (Value(say("not-known")),) if is_asked else ()


def _date(catalogue: Catalogue, document: Document, claim: Claim[HistoricalDate] | None) -> tuple[Value, ...]:
    return (Value(date_words(claim.value), basis_of_claim(catalogue, document, claim)),) if claim else ()


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
    yield Row(say("number"), _text(catalogue, document, document.number))
    yield Row(say("edition-number"), _text(catalogue, document, document.edition_number))
    yield Row(say("classification"), _text(catalogue, document, document.classification))
    yield Row(say("archive"), _text(catalogue, document, document.archive_ref))
    yield Row(say("kind"), (Value(document.kind),) if document.kind else ())


def _text(catalogue: Catalogue, document: Document, claim: Claim[str] | None) -> tuple[Value, ...]:
    return (Value(claim.value, basis_of_claim(catalogue, document, claim)),) if claim else ()


def _references(catalogue: Catalogue, document: Document) -> Iterator[Row]:
    yield Row(say(Relation.IS_REPLY_TO), tuple(_reference(catalogue, document, ref) for ref in answers(document)))
    for relation in _MENTIONS:
        refs = (ref for ref in document.context if ref.relation is relation)
        yield Row(say(relation), tuple(_reference(catalogue, document, ref) for ref in refs))


def _reference(catalogue: Catalogue, document: Document, ref: ContextRef) -> Value:
    target = catalogue.items.get(ref.target or "")
    basis = basis_of_reference(catalogue, document, ref)
    if target is None:
        return Value(ref.label, basis)
    return Value(say("reference", number=target.number, title=target.title), basis, target.href)
