"""Notes and the marks that call them, over a whole source: a note may stand under another document than its call."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tei_archive.model import Label, Mark, MarkKind, Source, Span
from tei_archive.profile import Profile
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.drafts import Piece

_STAR = "*"


@dataclass(frozen=True, slots=True)
class _Note:
    document: str
    id: str
    at: int
    mark: str


@dataclass(frozen=True, slots=True)
class _Call:
    document: str
    span: Span
    mark: str


_Anchor = tuple[_Call, str | None]


def note_id(document: str, number: int) -> str:
    """Name the nth note of a document, counting from 1."""
    return f"{document}-fn{number}"


def anchor_notes(descriptions: Sequence[Description], profile: Profile) -> Mapping[str, Sequence[Mark]]:
    """Give the marks at the calls of notes, by the id of the document that they stand in, in reading order.

    A note belongs to the nearest free call of the same mark before it on the page.
    A note that interrupts a paragraph may stand before its call. Stars are marked as calls even where no note is
    found; numbers only with their note, for most numbers in a text are none.
    """
    pages: dict[Source, list[Description]] = {}
    for description in descriptions:
        pages.setdefault(description.draft.source, []).append(description)
    marks: dict[str, list[Mark]] = {}
    for page in pages.values():
        for call, ref in _anchor(page, profile):
            marks.setdefault(call.document, []).append(Mark(MarkKind.NOTE_CALL, call.span, ref))
    return {document: sorted(found, key=lambda mark: mark.span) for document, found in marks.items()}


def _anchor(page: Sequence[Description], profile: Profile) -> Iterator[_Anchor]:
    notes = [note for description in page for note in _notes(description)]
    calls = [call for description in page for call in _calls(description, profile)]
    free: dict[str, list[_Call]] = {}
    for call in calls:
        free.setdefault(call.mark, []).append(call)
    starts = [call.span.start for call in calls]
    # Of notes that stand together the last takes the nearest call, so that equal marks keep their order.
    for note in sorted(notes, key=lambda note: (bisect_left(starts, note.at), -note.at)):
        if taken := _take_call(note, free.get(note.mark, [])):
            yield taken, note.id if taken.document == note.document else f"{note.document}#{note.id}"
    yield from ((call, None) for mark, left in free.items() if mark.startswith(_STAR) for call in left)


def _take_call(note: _Note, free: list[_Call]) -> _Call | None:
    """Take from the free calls of the note's mark the last one before it, else the first after it in its document."""
    after = bisect_left(free, note.at, key=lambda call: call.span.start)
    if after > 0:
        return free.pop(after - 1)
    return free.pop(0) if free and free[0].document == note.document else None


def _notes(description: Description) -> Iterator[_Note]:
    pieces = [piece for piece in all_pieces(description) if piece.label is Label.NOTE]
    for number, piece in enumerate(pieces, 1):
        mark = piece.groups.get("mark", Span(piece.span.start, piece.span.start)).cut(description.draft.shadow)
        yield _Note(description.id, note_id(description.id, number), piece.span.start, mark.strip("[] "))


def _calls(description: Description, profile: Profile) -> Iterator[_Call]:
    rules = [rule for rule in profile.marks if rule.mark is MarkKind.NOTE_CALL]
    shadow = description.draft.shadow
    found = [
        Span(*match.span())
        for piece in all_pieces(description)
        if piece.label not in (Label.NOTE, Label.OMISSION)
        for rule in rules
        for match in rule.pattern.finditer(shadow, piece.span.start, piece.span.end)
        if match.start() > piece.span.start
    ]
    for span in sorted(found):
        yield _Call(description.id, span, span.cut(shadow).strip("[] "))


def all_pieces(description: Description) -> tuple[Piece, ...]:
    """Give back the pieces of a document, those of its enclosures included."""
    return (*description.draft.pieces, *(piece for pieces in description.draft.enclosures for piece in pieces))
