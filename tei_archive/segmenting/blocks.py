"""Pieces and marks → blocks: the text to the letter, with marks that nest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from tei_archive.model import Block, Label, Mark, MarkKind, Part, Span
from tei_archive.segmenting.drafts import Draft, Piece

# A mark that may hold others; every other mark holds only a call of a note or supplied words.
_HOLDERS = (MarkKind.REF, MarkKind.ROLE_NAME)
_ANYWHERE = (MarkKind.NOTE_CALL, MarkKind.SUPPLIED, MarkKind.GAP)
_SENTENCE_ENDS = '.!?:;"”ʺ»'


def build_blocks(
    draft: Draft, pieces: Sequence[Piece], marks: Sequence[Mark], note_ids: Iterable[str]
) -> tuple[Block, ...]:
    """Build the blocks of a document or an enclosure from marks that nest; each note takes the next of the ids."""
    ids = iter(note_ids)
    starts = [mark.span.start for mark in marks]
    blocks = [
        Block(
            label=piece.label,
            text=piece.span.cut(draft.source.text),
            marks=_within(piece.span, marks, starts),
            id=next(ids) if piece.label is Label.NOTE else None,
            n=_note_mark(draft, piece) if piece.label is Label.NOTE else None,
        )
        for piece in pieces
    ]
    return _with_parts(blocks)


def _within(span: Span, marks: Sequence[Mark], starts: Sequence[int]) -> tuple[Mark, ...]:
    """The marks inside a span, counted from its start; they stand in reading order."""
    first = bisect_left(starts, span.start)
    beyond = bisect_right(starts, span.end, first)
    return tuple([mark.moved(-span.start) for mark in marks[first:beyond] if mark.span in span])


def nest(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Keep the marks that stand apart or inside each other, in reading order; of two that clash the earlier given."""
    kept = [mark for near in _neighbours(marks) for mark in _nested(near)]
    return tuple(sorted(kept, key=lambda mark: (mark.span.start, -mark.span.end)))


def _neighbours(marks: Iterable[Mark]) -> Iterator[list[Mark]]:
    """The marks in groups that touch no other; those of a group in the order given."""
    near: list[tuple[int, Mark]] = []
    end = -1
    for number, mark in sorted(enumerate(marks), key=lambda entry: entry[1].span.start):
        if mark.span.start > end:
            yield _as_given(near)
            near = []
        near.append((number, mark))
        end = max(end, mark.span.end)
    yield _as_given(near)


def _as_given(near: list[tuple[int, Mark]]) -> list[Mark]:
    near.sort(key=itemgetter(0))
    return [mark for _, mark in near]


def _nested(marks: Sequence[Mark]) -> Sequence[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        if all(_agree(mark, other) for other in kept):
            kept.append(mark)
    return kept


def _agree(one: Mark, other: Mark) -> bool:
    if not one.span.overlaps(other.span) and one.span != other.span:
        return True
    inner, outer = (one, other) if one.span in other.span else (other, one)
    if inner.span not in outer.span or inner.span == outer.span or inner.kind is outer.kind:
        return False
    return inner.kind in _ANYWHERE or outer.kind in _HOLDERS


def _note_mark(draft: Draft, piece: Piece) -> str | None:
    mark = piece.groups.get("mark")
    return mark.cut(draft.source.text).strip("[] ") if mark else None


def _with_parts(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Mark the pieces of a paragraph that a note of the printed page interrupts."""
    marked = list(blocks)
    notes = [index for index in range(1, len(marked) - 1) if marked[index].label is Label.NOTE]
    for index in notes:
        before, after = marked[index - 1], marked[index + 1]
        if before.label is after.label is Label.P and _goes_on(before.text, after.text):
            part = Part.MEDIAL if before.part is Part.FINAL else Part.INITIAL
            marked[index - 1] = replace(before, part=part)
            marked[index + 1] = replace(after, part=Part.FINAL)
    return tuple(marked)


def _goes_on(before: str, after: str) -> bool:
    return before[-1] not in _SENTENCE_ENDS and (after[0].islower() or not after[0].isalpha())
