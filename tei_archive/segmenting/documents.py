"""Description → document: blocks, actions, references both ways, a title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tei_archive.model import (
    ActionType,
    Agent,
    ContextRef,
    CorrespAction,
    Document,
    Enclosure,
    HistoricalDate,
    Label,
    Relation,
    Span,
)
from tei_archive.profile import Profile
from tei_archive.segmenting.blocks import build_blocks
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.drafts import Draft
from tei_archive.segmenting.engine_rules import HAS_REPLY
from tei_archive.segmenting.languages import find_language
from tei_archive.segmenting.notes import note_id
from tei_archive.segmenting.volumes import Outside, find_links
from tei_archive.wording import date_in_words


@dataclass(frozen=True, slots=True)
class _Entry:
    """How references name a document."""

    title: str
    date: HistoricalDate | None


def build_documents(
    descriptions: Sequence[Description], profile: Profile, outside: Sequence[Outside] = ()
) -> tuple[Document, ...]:
    """Build the documents of an edition; every reply, in another volume too, is entered at what it answers."""
    known = {one.id: _entry(one, profile.language) for one in descriptions}
    known |= {one.pointer: _entry_outside(one.document) for one in outside}
    links = [*_links(descriptions), *find_links(outside)]
    replies = _replies(links, known)
    return tuple(_document(one, known, replies.get(one.id, ()), profile) for one in descriptions)


def _entry(description: Description, language: str) -> _Entry:
    return _Entry(document_title(description, language), description.date.value if description.date else None)


def _entry_outside(document: Document) -> _Entry:
    return _Entry(document.title, document.date.value if document.date else None)


def document_title(description: Description, language: str) -> str:
    """Name a document by its correspondents, date and number; by its kind where nobody is known."""
    senders, addressees = _labels(description.senders), _labels(description.addressees)
    parties = " to ".join(filter(None, (senders, addressees))) if senders else description.kind.capitalize()
    when = _when(description, language)
    number = f" (no. {description.number.value})" if description.number else ""
    return ", ".join(filter(None, (parties, when))) + number


def _when(description: Description, language: str) -> str:
    """The date in words; where only the day of receipt is printed, the title says so."""
    if description.date is None:
        return ""
    words = date_in_words(description.date.value, language)
    return f"received {words}" if _is_receipt(description) else words


def _is_receipt(description: Description) -> bool:
    received, date = description.received, description.date
    return received is not None and date is not None and received.words == date.words


def _labels(agents: Sequence[Agent]) -> str:
    return " and ".join(agent.label for agent in agents)


def _document(
    description: Description, known: Mapping[str, _Entry], replies: Sequence[ContextRef], profile: Profile
) -> Document:
    draft = description.draft
    notes = [piece for piece in draft.pieces if piece.label is Label.NOTE]
    ids = [note_id(description.id, number) for number in range(1, _count_notes(description) + 1)]
    return Document(
        id=description.id,
        source=draft.source.name,
        span=draft.span,
        title=known[description.id].title,
        kind=description.kind,
        language=find_language(_text(draft), profile.language, profile.common),
        blocks=build_blocks(draft, draft.pieces, description.marks, ids),
        enclosures=_enclosures(description, ids[len(notes) :]),
        actions=_actions(description),
        context=(*_references(description, known), *replies),
        number=description.number,
        edition_number=description.edition_number,
        classification=description.classification,
        archive_ref=description.archive_ref,
    )


def _text(draft: Draft) -> str:
    """What the writer wrote, without the headings and notes of the editors."""
    return "\n".join(piece.span.cut(draft.source.text) for piece in draft.all(Label.P))


def _count_notes(description: Description) -> int:
    pieces = (description.draft.pieces, *description.draft.enclosures)
    return sum(piece.label is Label.NOTE for group in pieces for piece in group)


def _enclosures(description: Description, note_ids: Sequence[str]) -> tuple[Enclosure, ...]:
    ids = iter(note_ids)
    draft = description.draft
    return tuple(
        Enclosure(
            f"{description.id}-e{number}",
            Span(pieces[0].span.start, pieces[-1].span.end),
            build_blocks(draft, pieces, description.marks, ids),
        )
        for number, pieces in enumerate(draft.enclosures, 1)
    )


def _actions(description: Description) -> tuple[CorrespAction, ...]:
    sent = CorrespAction(ActionType.SENT, description.senders, description.place, description.date)
    transmitted = CorrespAction(ActionType.TRANSMITTED, date=description.transmitted, medium=description.medium)
    received = CorrespAction(ActionType.RECEIVED, description.addressees, date=description.received)
    copied = CorrespAction(ActionType.RECEIVED, description.copies, copy=True)
    empty = CorrespAction(ActionType.SENT)
    return tuple(
        action
        for action, is_known in (
            (sent, (sent.agents, sent.place, sent.date) != (empty.agents, empty.place, empty.date)),
            (transmitted, transmitted.medium is not None),
            (received, bool(received.agents) or received.date is not None),
            (copied, bool(copied.agents)),
        )
        if is_known
    )


def _references(description: Description, known: Mapping[str, _Entry]) -> Iterator[ContextRef]:
    """What a document refers to, under the titles of the documents meant."""
    for ref in description.context:
        if ref.target:
            yield replace(ref, label=known[ref.target].title, date=known[ref.target].date)
        else:
            yield ref


def _links(descriptions: Sequence[Description]) -> Iterator[tuple[str, ContextRef, str]]:
    """What answers what: the id, the reference, and the id of the document answered."""
    for one in descriptions:
        for ref in one.context:
            if ref.relation is Relation.IS_REPLY_TO and ref.target:
                yield one.id, ref, ref.target


def _replies(
    links: Iterable[tuple[str, ContextRef, str]], known: Mapping[str, _Entry]
) -> Mapping[str, Sequence[ContextRef]]:
    """The replies to each document, by its id."""
    replies: dict[str, list[ContextRef]] = {}
    for answer, ref, answered in links:
        replies.setdefault(answered, []).append(_reply(answer, known[answer], ref))
    return replies


def _reply(answer: str, entry: _Entry, ref: ContextRef) -> ContextRef:
    return ContextRef(
        Relation.HAS_REPLY, entry.title, target=answer, rule=HAS_REPLY, certainty=ref.certainty, date=entry.date
    )
