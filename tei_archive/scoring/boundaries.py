"""Differences of boundaries: documents that were not found, that are none, and that end elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tei_archive.model import Span
from tei_archive.scoring.matching import Overlap, Pair, find_start
from tei_archive.scoring.values import Difference, Item, Kind

BOUNDARY = "boundary"
EXACT = "exact"


def find_end(item: Item, text: str) -> int:
    """Give back where a document ends, the white space after it aside."""
    return item.span.trim(text).end


def compare_ends(pairs: Sequence[Pair], text: str) -> Iterator[Difference]:
    """Give back the pairs that end at different places, with the words between the two."""
    for pair in pairs:
        ours, theirs = find_end(pair.said, text), find_end(pair.gold, text)
        if ours != theirs:
            kind = Kind.ENDS_EARLY if ours < theirs else Kind.ENDS_LATE
            between = Span(min(ours, theirs), max(ours, theirs))
            yield Difference(EXACT, kind, pair.gold.source, between, pair.said.id, pair.gold.id)


def compare_starts(
    pairs: Sequence[Pair], overlaps: Sequence[Overlap], said: Sequence[Item], gold: Sequence[Item], text: str
) -> Iterator[Difference]:
    """Give back the documents of one source that are in no pair; a shifted one counts on both sides."""
    ours, theirs = {pair.said.id for pair in pairs}, {pair.gold.id for pair in pairs}
    shifted = [
        overlap.pair for overlap in overlaps if overlap.pair.said.id not in ours and overlap.pair.gold.id not in theirs
    ]
    yield from map(_shifted, shifted)
    ours |= {pair.said.id for pair in shifted}
    theirs |= {pair.gold.id for pair in shifted}
    for item in gold:
        if item.id not in theirs:
            yield _missed(item, _holder(find_start(item, text), said))
    for item in said:
        if item.id not in ours:
            yield _extra(item, _holder(find_start(item, text), gold), text)


def _shifted(pair: Pair) -> Difference:
    return Difference(BOUNDARY, Kind.SHIFTED, pair.gold.source, pair.gold.span, pair.said.id, pair.gold.id)


def _missed(item: Item, holder: Item | None) -> Difference:
    if holder is None:
        return Difference(BOUNDARY, Kind.LEFT_OUT, item.source, item.span, gold=item.id)
    return Difference(BOUNDARY, Kind.MERGED, item.source, item.span, holder.id, item.id)


def _extra(item: Item, holder: Item | None, text: str) -> Difference:
    if holder is None:
        return Difference(BOUNDARY, Kind.EXTRA_OUTSIDE, item.source, item.span, item.id)
    start = find_start(item, text)
    enclosed = any(span.start <= start < span.end for span in holder.enclosures)
    kind = Kind.EXTRA_ENCLOSURE if enclosed else Kind.EXTRA_INSIDE
    return Difference(BOUNDARY, kind, item.source, item.span, item.id, holder.id)


def _holder(offset: int, items: Sequence[Item]) -> Item | None:
    """The document that an offset lies in, among documents in order; the last to begin where several do."""
    index = bisect_right(items, offset, key=lambda item: item.span.start) - 1
    return items[index] if index >= 0 and offset < items[index].span.end else None
