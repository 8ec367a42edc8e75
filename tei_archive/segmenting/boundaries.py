"""Candidates → the best sequence: which label each segment has, where documents begin, and how sure that is.

The best path is found by dynamic programming over labels and zones (A. Viterbi 1967); the runner-up of a boundary is
the best path on which the segment does not begin a document (max-marginals, from a forward and a backward pass).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tei_archive.model import Labelled
from tei_archive.segmenting.grammar import Step, Zone, farewell, steps
from tei_archive.segmenting.labels import Candidates


@dataclass(frozen=True, slots=True)
class Decided:
    """A segment with its label and zone, and whether it begins a document.

    `other` is the best reading on the other side of that question, `margin` how far behind it lies, in the unit of
    the scores; both are None where there is no other reading.
    """

    labelled: Labelled
    zone: Zone
    begins: bool
    other: Labelled | None
    margin: float | None


@dataclass(frozen=True, slots=True)
class _Move:
    """One way to read a segment, from a zone to a zone."""

    origin: Zone
    labelled: Labelled
    step: Step

    @property
    def weight(self) -> float:
        return self.labelled.score + self.step.weight


Scores = Mapping[Zone, float]


def decide(candidates: Sequence[Candidates]) -> tuple[Decided, ...]:
    """Choose the best sequence of labels over a whole source."""
    moves = tuple(tuple(_moves(candidate)) for candidate in candidates)
    forward = _forward(moves)
    backward = _backward(moves)
    zone, decided = Zone.OUTSIDE, []
    for index, choices in enumerate(moves):
        totals = {
            move: forward[index][move.origin] + move.weight + backward[index + 1][move.step.to]
            for move in choices
            if move.origin in forward[index] and move.step.to in backward[index + 1]
        }
        best = max((move for move in totals if move.origin is zone), key=lambda move: totals[move])
        decided.append(_decision(best, totals))
        zone = best.step.to
    return tuple(decided)


def _moves(candidates: Candidates) -> Iterator[_Move]:
    for zone in Zone:
        for labelled in candidates.labels:
            for step in steps(zone, labelled.label):
                yield _Move(zone, labelled, step)


def _forward(moves: Sequence[Sequence[_Move]]) -> list[Scores]:
    """The best score of any path from the start to each zone, before each segment."""
    scores: list[Scores] = [{Zone.OUTSIDE: 0.0}]
    for choices in moves:
        reached: dict[Zone, float] = {}
        for move in choices:
            if move.origin in scores[-1]:
                score = scores[-1][move.origin] + move.weight
                reached[move.step.to] = max(score, reached.get(move.step.to, score))
        scores.append(reached)
    return scores


def _backward(moves: Sequence[Sequence[_Move]]) -> list[Scores]:
    """The best score of any path from each zone to the end, before each segment."""
    scores: list[Scores] = [{zone: farewell(zone) for zone in Zone}]
    for choices in reversed(moves):
        left: dict[Zone, float] = {}
        for move in choices:
            if move.step.to in scores[-1]:
                score = scores[-1][move.step.to] + move.weight
                left[move.origin] = max(score, left.get(move.origin, score))
        scores.append(left)
    return scores[::-1]


def _decision(best: _Move, totals: Mapping[_Move, float]) -> Decided:
    others = [move for move in totals if move.step.begins is not best.step.begins]
    other = max(others, key=lambda move: totals[move], default=None)
    margin = totals[best] - totals[other] if other else None
    return Decided(best.labelled, best.step.to, best.step.begins, other.labelled if other else None, margin)
