"""Numbers of headings → chains: which of them count the documents of a volume."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from tei_archive.model.numerals import read_roman
from tei_archive.profile import figures

# A number may be left out or misprinted, but a chain does not leap.
_FARTHEST = 12
_IN_CHAIN, _OUT_OF_CHAIN, _REPEATED = 4.0, -3.0, -6.0


def chained_numbers(numbered: Sequence[tuple[int, int]]) -> Mapping[int, tuple[tuple[str, float], ...]]:
    """Say for each numbered heading, by its place, whether its number goes on counting.

    The chain is the longest rising sequence whose steps are small; a number that stands in it already is repeated.
    """
    chain = _longest_chain(numbered)
    if len(chain) < len(numbered) / 3:
        return {}
    values = dict(chain)
    places = [at for at, _ in chain]
    evidence: dict[int, tuple[tuple[str, float], ...]] = {}
    for at, number in numbered:
        if at in values:
            evidence[at] = (("numbering goes on", _IN_CHAIN),)
            continue
        before = bisect_right(places, at) - 1
        repeats = before >= 0 and values[places[before]] == number
        evidence[at] = (("number repeated", _REPEATED),) if repeats else (("out of the numbering", _OUT_OF_CHAIN),)
    return evidence


def count_of(number: str) -> int | None:
    """Give what a printed number counts, in Arabic or Roman figures; None if it is neither."""
    number = figures(number)
    if number.isdecimal():
        return int(number)
    return read_roman(number)


def _longest_chain(numbered: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The longest rising sequence in order; each step at most `_FARTHEST`."""
    best: list[tuple[int, int | None]] = []
    recent: dict[int, int] = {}
    for index, (_, number) in enumerate(numbered):
        earlier = [recent[value] for value in range(number - _FARTHEST, number) if value in recent]
        before = max(earlier, key=lambda at: best[at][0], default=None)
        length = 1 + (best[before][0] if before is not None else 0)
        best.append((length, before))
        if number not in recent or best[recent[number]][0] < length:
            recent[number] = index
    if not best:
        return ()
    at: int | None = max(range(len(best)), key=lambda index: best[index][0])
    chain = []
    while at is not None:
        chain.append(numbered[at])
        at = best[at][1]
    return chain[::-1]
