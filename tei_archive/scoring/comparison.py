"""The comparison as a whole: pairs, figures, differences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tei_archive.scoring.boundaries import BOUNDARY, EXACT, compare_ends, compare_starts, find_end
from tei_archive.scoring.fields import compare_fields, count_fields
from tei_archive.scoring.matching import (
    Overlap,
    Pair,
    by_source,
    find_overlaps,
    find_panoptic_quality,
    pair_by_start,
)
from tei_archive.scoring.replies import REPLY_TO, compare_replies, count_replies
from tei_archive.scoring.values import Comparison, Difference, Figure, Item


def compare(said: Sequence[Item], gold: Sequence[Item], texts: Mapping[str, str]) -> Comparison:
    """Compare what the machine said with the gold; `texts` are the sources by name.

    The order of items is of no account. Items of either side have ids of their own; those of a source that the other
    side lacks are extra or missed.
    """
    ours, theirs = by_source(said), by_source(gold)
    pairs: list[Pair] = []
    overlaps: list[Overlap] = []
    differences: list[Difference] = []
    for name in sorted({*ours, *theirs}):
        here, there, text = ours.get(name, ()), theirs.get(name, ()), texts[name]
        paired, overlapping = pair_by_start(here, there, text), find_overlaps(here, there)
        differences += compare_starts(paired, overlapping, here, there, text)
        differences += compare_ends(paired, text)
        pairs += paired
        overlaps += overlapping
    ordered = tuple(item for items in theirs.values() for item in items)
    differences += compare_fields(pairs, ordered)
    differences += compare_replies(pairs, ordered)
    return Comparison(
        len(said),
        len(gold),
        dict(_figures(pairs, said, ordered, texts)),
        find_panoptic_quality(overlaps, len(said), len(gold)),
        tuple(differences),
    )


def _figures(
    pairs: Sequence[Pair], said: Sequence[Item], gold: Sequence[Item], texts: Mapping[str, str]
) -> Iterator[tuple[str, Figure]]:
    exact = sum(
        find_end(pair.said, texts[pair.gold.source]) == find_end(pair.gold, texts[pair.gold.source]) for pair in pairs
    )
    yield BOUNDARY, Figure(len(pairs), len(said), len(gold))
    yield EXACT, Figure(exact, len(said), len(gold))
    yield from count_fields(pairs, gold)
    if replies := count_replies(pairs, gold):
        yield REPLY_TO, replies
