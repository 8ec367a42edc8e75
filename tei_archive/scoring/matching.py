"""Which document of the machine is which of the gold: one to one by beginning, and by overlap of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tei_archive.scoring.values import Item

# Kirillov and others, Panoptic Segmentation (2019): above one half no text can be claimed twice.
_LEAST_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A document of the machine and the document of the gold that it is."""

    said: Item
    gold: Item


@dataclass(frozen=True, slots=True)
class Overlap:
    """A pair of documents whose texts overlap, and the share of their common text in all their text."""

    pair: Pair
    share: float


def pair_by_start(said: Sequence[Item], gold: Sequence[Item], text: str) -> tuple[Pair, ...]:
    """Pair the documents of one source, in its order: the machine's begins between the gold's start and its heading.

    White space before a document does not count. No document is in two pairs.
    """
    ours = sorted(said, key=lambda item: (item.span, item.id))
    starts = [find_start(item, text) for item in ours]
    free = set(range(len(ours)))
    return tuple(_pairs(ours, starts, free, sorted(gold, key=lambda item: (item.span, item.id)), text))


def find_start(item: Item, text: str) -> int:
    """Give back where a document begins, the white space before it aside."""
    return item.span.trim(text).start


def find_overlaps(said: Sequence[Item], gold: Sequence[Item]) -> tuple[Overlap, ...]:
    """Give back, for documents of one source, the pairs that share more than half of their text."""
    ours = sorted(said, key=lambda item: (item.span, item.id))
    starts = [item.span.start for item in ours]
    reach = list(accumulate((item.span.end for item in ours), max))
    found: list[Overlap] = []
    for item in sorted(gold, key=lambda item: (item.span, item.id)):
        near = ours[bisect_right(reach, item.span.start) : bisect_left(starts, item.span.end)]
        shares = [Overlap(Pair(other, item), _share(other, item)) for other in near]
        best = max(shares, key=lambda overlap: overlap.share, default=None)
        if best and best.share > _LEAST_OVERLAP:
            found.append(best)
    return tuple(found)


def find_panoptic_quality(overlaps: Sequence[Overlap], said: int, gold: int) -> float:
    """Give back the panoptic quality: the overlap of those found; missed and extra ones count half each."""
    found = len(overlaps)
    denominator = found + (said - found) / 2 + (gold - found) / 2
    return sum(overlap.share for overlap in overlaps) / denominator if denominator else 0.0


def by_source(items: Sequence[Item]) -> Mapping[str, tuple[Item, ...]]:
    """Give back the documents by the source that they stand in, both in order."""
    names = sorted({item.source for item in items})
    ordered = sorted(items, key=lambda item: (item.span, item.id))
    return {name: tuple(item for item in ordered if item.source == name) for name in names}


def _pairs(
    ours: Sequence[Item], starts: Sequence[int], free: set[int], gold: Sequence[Item], text: str
) -> Iterator[Pair]:
    for item in gold:
        low = item.span.start
        high = max(find_start(item, text), item.heading or 0)
        near = range(bisect_left(starts, low), bisect_right(starts, high))
        if (index := next((index for index in near if index in free), None)) is not None:
            free.remove(index)
            yield Pair(ours[index], item)


def _share(one: Item, other: Item) -> float:
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    whole = max(one.span.end, other.span.end) - min(one.span.start, other.span.start)
    return common / whole if common > 0 else 0.0
