"""Candidates → the best sequence: which label each segment has, where documents begin, and how sure that is.

The best path is found by dynamic programming over labels and zones (A. Viterbi 1967); the runner-up of a boundary is
the best path on which the segment does not begin a document (max-marginals, from a forward and a backward pass).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from tei_archive.model import Labelled
from tei_archive.segmenting.grammar import Grammar, Step, Zone, farewell
from tei_archive.segmenting.labels import Candidates

_NEVER = float("-inf")
_ZONES = len(Zone)


@dataclass(frozen=True, slots=True)
class Decided:
    """A segment with its label and zone, and whether it begins a document or an enclosure.

    `other` is the best reading on the other side of the question whether a document begins, `margin` how far behind it
    lies, in the unit of the scores; both are None where there is no other reading. `evidence` is what weighed for or
    against a document that begins here, by name.
    """

    labelled: Labelled
    zone: Zone
    begins: bool
    encloses: bool
    other: Labelled | None
    margin: float | None
    evidence: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class _Move:
    """One way to read a segment, from a zone to a zone; `choice` counts the labels of the segment."""

    origin: Zone
    to: Zone
    weight: float
    choice: int
    step: Step


@dataclass(frozen=True, slots=True)
class _Moves:
    """All ways to read a segment, by the zone they come from; `arcs` has for two zones the weight of the best one."""

    by_origin: tuple[tuple[_Move, ...], ...]
    arcs: tuple[tuple[int, int, float], ...]
    may_begin: bool


def decide(candidates: Sequence[Candidates], grammar: Grammar) -> tuple[Decided, ...]:
    """Choose the best sequence of labels over a whole source."""
    moves = _all_moves(candidates, grammar)
    forward, backward = _forward(moves), _backward(moves)
    zone, decided = Zone.OUTSIDE, []
    for index, candidate in enumerate(candidates):
        after = backward[index + 1]
        best = max(moves[index].by_origin[zone], key=lambda move: move.weight + after[move.to])
        decided.append(_decision(candidate, moves[index], best, forward[index], after))
        zone = best.to
    return tuple(decided)


def _all_moves(candidates: Sequence[Candidates], grammar: Grammar) -> list[_Moves]:
    """The moves of each segment; segments that may be the same share them."""
    known: dict[object, _Moves] = {}
    found = []
    for candidate in candidates:
        signature = candidate.signature
        if signature not in known:
            known[signature] = _moves(candidate, grammar)
        found.append(known[signature])
    return found


def _moves(candidates: Candidates, grammar: Grammar) -> _Moves:
    by_origin = tuple(
        tuple(
            _Move(zone, step.to, labelled.score + step.weight + candidates.start * step.begins, choice, step)
            for choice, labelled in enumerate(candidates.labels)
            for step in grammar[zone].get(labelled.label, ())
        )
        for zone in Zone
    )
    best: dict[tuple[int, int], float] = {}
    for move in chain.from_iterable(by_origin):
        ends = (int(move.origin), int(move.to))
        best[ends] = max(move.weight, best.get(ends, _NEVER))
    may_begin = any(move.step.begins for move in chain.from_iterable(by_origin))
    return _Moves(by_origin, tuple((*ends, weight) for ends, weight in best.items()), may_begin)


def _forward(moves: Sequence[_Moves]) -> list[list[float]]:
    """The best score of any path from the start to each zone, before each segment."""
    scores = [[0.0 if zone is Zone.OUTSIDE else _NEVER for zone in Zone]]
    for choices in moves:
        before, reached = scores[-1], [_NEVER] * _ZONES
        for origin, to, weight in choices.arcs:
            score = before[origin] + weight
            if score > reached[to]:  # noqa: PLR1730 - by far the most frequent step, and twice as fast
                reached[to] = score
        scores.append(reached)
    return scores


def _backward(moves: Sequence[_Moves]) -> list[list[float]]:
    """The best score of any path from each zone to the end, before each segment."""
    scores = [[farewell(zone) for zone in Zone]]
    for choices in reversed(moves):
        after, left = scores[-1], [_NEVER] * _ZONES
        for origin, to, weight in choices.arcs:
            score = after[to] + weight
            if score > left[origin]:  # noqa: PLR1730 - as above
                left[origin] = score
        scores.append(left)
    return scores[::-1]


def _decision(
    candidates: Candidates, moves: _Moves, best: _Move, before: Sequence[float], after: Sequence[float]
) -> Decided:
    """The move taken, and the best one on the other side of the question whether a document begins."""

    def total(move: _Move) -> float:
        return before[move.origin] + move.weight + after[move.to]

    every = chain.from_iterable(moves.by_origin) if moves.may_begin else ()
    others = (move for move in every if move.step.begins is not best.step.begins and total(move) > _NEVER)
    other = max(others, key=total, default=None)
    return Decided(
        labelled=candidates.labels[best.choice],
        zone=best.to,
        begins=best.step.begins,
        encloses=best.step.encloses,
        other=None if other is None else candidates.labels[other.choice],
        margin=None if other is None else total(best) - total(other),
        evidence=candidates.evidence,
    )
