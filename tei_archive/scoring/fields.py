"""Figures and differences of the fields of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tei_archive.scoring.matching import Pair
from tei_archive.scoring.sameness import SAME
from tei_archive.scoring.values import FIELDS, Difference, Figure, Item, Kind, Value

# What the machine may say a value in: it is right to find the number, in whichever of its two places.
_SAID_IN: Mapping[str, tuple[str, ...]] = MappingProxyType({"number": ("number", "edition_number")})


def count_fields(pairs: Sequence[Pair], gold: Sequence[Item]) -> Iterator[tuple[str, Figure]]:
    """Give back a figure for each field that the gold has; a document that was not found is a miss."""
    for name in FIELDS:
        wanted = sum(bool(item.said(name)) for item in gold)
        known = [pair for pair in pairs if pair.gold.said(name)]
        said = sum(bool(_said(pair.said, name)) for pair in known)
        if wanted:
            yield name, Figure(sum(_is_right(pair, name) for pair in known), said, wanted)


def compare_fields(pairs: Sequence[Pair], gold: Sequence[Item]) -> Iterator[Difference]:
    """Give back each value that is missing, wrong, lost with its document, or said where the gold has none."""
    machine = {pair.gold.id: pair for pair in pairs}
    for item in gold:
        pair = machine.get(item.id)
        for name in FIELDS:
            difference = _compare(pair, name) if pair else _lost(item, name)
            if difference:
                yield difference


def _compare(pair: Pair, name: str) -> Difference | None:
    right, said = pair.gold.said(name), _said(pair.said, name)
    if right and _is_right(pair, name):
        return None
    if right:
        return _difference(pair, name, Kind.VALUE_WRONG if said else Kind.VALUE_MISSING)
    return _difference(pair, name, Kind.VALUE_SURPLUS) if pair.said.said(name) else None


def _difference(pair: Pair, name: str, kind: Kind) -> Difference:
    right = pair.gold.said(name)
    said = pair.said.said(name) if kind is Kind.VALUE_SURPLUS else _said(pair.said, name)
    words = next((value.words for value in (*right, *said) if value.words), pair.gold.span)
    return Difference(
        name, kind, pair.gold.source, words, pair.said.id, pair.gold.id, _shown(said), _shown(right)
    )  # fmt: skip


def _lost(item: Item, name: str) -> Difference | None:
    if not (right := item.said(name)):
        return None
    words = right[0].words or item.span
    return Difference(name, Kind.VALUE_LOST, item.source, words, gold=item.id, right=_shown(right))


def _said(item: Item, name: str) -> tuple[Value, ...]:
    return item.said(*_SAID_IN.get(name, (name,)))


def _is_right(pair: Pair, name: str) -> bool:
    right = pair.gold.said(name)[0]
    return any(SAME[name](value.texts, right.texts) for value in _said(pair.said, name))


def _shown(values: Sequence[Value]) -> str:
    return " | ".join(text for value in values for text in value.texts)
