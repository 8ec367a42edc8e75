"""Volumes without titles whose letters have their date below the text: there a dateline begins no letter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from math import log2

from tei_archive.model import Label
from tei_archive.segmenting.boundaries import Decided
from tei_archive.segmenting.grammar import Zone
from tei_archive.segmenting.labels import Candidates

# A place is sure where the other reading lies this far behind; from fewer sure ones nothing is learned.
_SURE, _FEWEST, _NEAR = 4.0, 10, 20
# This many made-up cases soften what the others say.
_SOFT, _MOST = 2.0, 4.0
# Where not so many more (as a power of two) stand below, the volume has no habit.
_CLEAR = 1.6
_ABOVE = (Zone.OPENER, Zone.DATED)


def with_dateline_habit(candidates: Sequence[Candidates], decided: Sequence[Decided]) -> tuple[Candidates, ...]:
    """Speak against a letter that begins with its date where the letters near it surely have theirs below."""
    sure = [at for at, choice in enumerate(decided) if _is_dateline(choice) and _is_sure(choice)]
    if len(sure) < _FEWEST:
        return tuple(candidates)
    weighed = list(candidates)
    for at, candidate in enumerate(candidates):
        if candidate.best(Label.DATELINE) and (points := _points([decided[other] for other in _nearest(at, sure)])):
            weighed[at] = replace(candidate, evidence=(*candidate.evidence, ("datelines stand below", points)))
    return tuple(weighed)


def _is_dateline(choice: Decided) -> bool:
    return choice.labelled.label is Label.DATELINE


def _is_sure(choice: Decided) -> bool:
    return choice.margin is None or choice.margin >= _SURE


def _nearest(at: int, places: Sequence[int]) -> Sequence[int]:
    middle = bisect_left(places, at)
    return [place for place in places[max(0, middle - _NEAR) : middle + _NEAR] if place != at]


def _points(datelines: Sequence[Decided]) -> float:
    above = sum(choice.zone in _ABOVE for choice in datelines)
    below = len(datelines) - above
    points = log2((above + _SOFT) / (below + _SOFT))
    return max(-_MOST, points) if points <= -_CLEAR else 0.0
