"""Volumes without titles whose letters have their date below the text: there a dateline begins no letter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import log2

from tei_archive.model import Label
from tei_archive.profile import Weights
from tei_archive.segmenting.boundaries import Decided, Decider
from tei_archive.segmenting.grammar import Zone
from tei_archive.segmenting.labels import Candidates

# A place is sure where the other reading lies this far behind; from fewer sure ones nothing is learned.
_SURE, _FEWEST, _NEAR = 4.0, 10, 20
# This many made-up cases soften what the others say.
_SOFT, _MOST = 2.0, 4.0
# Where not so many more (as a power of two) stand below, the volume has no habit.
_CLEAR = 1.6
_ABOVE = (Zone.OPENER, Zone.DATED)
# A volume whose letters end with their date is read as one where its best sequence is then so much better.
_BETTER = 1.5
# Where more than so many dates stand right above another one, some letters begin with their date and others end so.
_DOUBLED = 0.04
_BEGINS_NONE = ("dates stand at the end", -4.0)


def ending_with_date(weights: Weights) -> Weights:
    """Give the weights of a volume whose letters end with their date: what stands below one begins the next letter."""
    return replace(
        weights,
        closing_dateline=0.0,
        dateline_in_body=weights.untitled_in_body - weights.untitled,
        dated_below=4.0,
    )


def with_dates_at_end(candidates: Sequence[Candidates]) -> tuple[Candidates, ...]:
    """Speak against every letter that begins with its date."""
    return tuple(
        replace(one, evidence=(*one.evidence, _BEGINS_NONE)) if one.best(Label.DATELINE) else one for one in candidates
    )


def ends_with_date(candidates: Sequence[Candidates], usual: Decider, ending: Decider) -> bool:
    """Whether the letters of a volume without titles end with their date: the whole is then read better so."""
    dated = [at for at, one in enumerate(candidates) if one.labels[0].label is Label.DATELINE]
    doubled = sum(below - above == 1 for above, below in pairwise(dated))
    if doubled > _DOUBLED * len(dated):
        return False
    return ending.weigh(with_dates_at_end(candidates)) - usual.weigh(candidates) > _BETTER


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
