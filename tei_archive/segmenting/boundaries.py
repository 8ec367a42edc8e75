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
from tei_archive.segmenting.labels import Candidates, Signature

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


_Arcs = Sequence[tuple[int, int, float, _Move]]


@dataclass(frozen=True, slots=True)
class _Moves:
    """All ways to read a segment, by the zone they come from.

    `going_on` and `beginning` have for two zones the weight of the best one, without and with the start of a document.
    """

    by_origin: tuple[tuple[_Move, ...], ...]
    going_on: _Arcs
    beginning: _Arcs


class Decider:
    """Chooses the best sequence of labels by one grammar.

    A class with changing state: segments that may be the same share their moves, in all texts that it decides about.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._known: dict[Signature, _Moves] = {}

    def decide(self, candidates: Sequence[Candidates]) -> tuple[Decided, ...]:
        """Choose the best sequence of labels over a whole source."""
        moves = [self._moves_of(candidate) for candidate in candidates]
        starts = [candidate.start for candidate in candidates]
        forward, backward = _forward(moves, starts), _backward(moves, starts)
        zone, decided = Zone.OUTSIDE, []
        for index, candidate in enumerate(candidates):
            decision = _decision(candidate, moves[index], zone, starts[index], forward[index], backward[index + 1])
            decided.append(decision)
            zone = decision.zone
        return tuple(decided)

    def weigh(self, candidates: Sequence[Candidates]) -> float:
        """Give the score of the best sequence over a whole source."""
        moves = [self._moves_of(candidate) for candidate in candidates]
        ends = _forward(moves, [candidate.start for candidate in candidates])[-1]
        return max(score + farewell(zone) for zone, score in zip(Zone, ends, strict=True))

    def _moves_of(self, candidates: Candidates) -> _Moves:
        signature = candidates.signature
        if signature not in self._known:
            self._known[signature] = _moves(candidates, self._grammar)
        return self._known[signature]


def _moves(candidates: Candidates, grammar: Grammar) -> _Moves:
    by_origin = tuple(
        tuple(
            _Move(zone, step.to, labelled.score + step.weight, choice, step)
            for choice, labelled in enumerate(candidates.labels)
            for step in grammar[zone].get(labelled.label, ())
        )
        for zone in Zone
    )
    every = tuple(chain.from_iterable(by_origin))
    return _Moves(by_origin, _arcs(every, begins=False), _arcs(every, begins=True))


def _arcs(moves: Sequence[_Move], *, begins: bool) -> _Arcs:
    """For each two zones the best move from the one to the other, with its weight."""
    best: dict[tuple[int, int], _Move] = {}
    for move in moves:
        if move.step.begins is begins:
            ends = (int(move.origin), int(move.to))
            if ends not in best or move.weight > best[ends].weight:
                best[ends] = move
    return tuple((*ends, move.weight, move) for ends, move in best.items())


def _forward(moves: Sequence[_Moves], starts: Sequence[float]) -> list[list[float]]:
    """The best score of any path from the start to each zone, before each segment."""
    scores = [[0.0 if zone is Zone.OUTSIDE else _NEVER for zone in Zone]]
    for choices, start in zip(moves, starts, strict=True):
        before, reached = scores[-1], [_NEVER] * _ZONES
        for arcs, evidence in ((choices.going_on, 0.0), (choices.beginning, start)):
            for origin, to, weight, _ in arcs:
                score = before[origin] + weight + evidence
                if score > reached[to]:  # noqa: PLR1730 - by far the most frequent step, and twice as fast
                    reached[to] = score
        scores.append(reached)
    return scores


def _backward(moves: Sequence[_Moves], starts: Sequence[float]) -> list[list[float]]:
    """The best score of any path from each zone to the end, before each segment."""
    scores = [[farewell(zone) for zone in Zone]]
    for choices, start in zip(reversed(moves), reversed(starts), strict=True):
        after, left = scores[-1], [_NEVER] * _ZONES
        for arcs, evidence in ((choices.going_on, 0.0), (choices.beginning, start)):
            for origin, to, weight, _ in arcs:
                score = after[to] + weight + evidence
                if score > left[origin]:  # noqa: PLR1730 - as above
                    left[origin] = score
        scores.append(left)
    return scores[::-1]


def _decision(
    candidates: Candidates, moves: _Moves, zone: Zone, start: float, before: Sequence[float], after: Sequence[float]
) -> Decided:
    """The best move from a zone, and the best one on the other side of the question whether a document begins."""

    def total(move: _Move) -> float:
        return before[move.origin] + move.weight + start * move.step.begins + after[move.to]

    best = max(moves.by_origin[zone], key=total)
    other = _best(moves.going_on if best.step.begins else moves.beginning, before, after) if moves.beginning else None
    return Decided(
        labelled=candidates.labels[best.choice],
        zone=best.to,
        begins=best.step.begins,
        encloses=best.step.encloses,
        other=None if other is None else candidates.labels[other.choice],
        margin=None if other is None else total(best) - total(other),
        evidence=candidates.evidence,
    )


def _best(arcs: _Arcs, before: Sequence[float], after: Sequence[float]) -> _Move | None:
    """The move on the best path, whatever the zone; None where no path takes any."""
    best, highest = None, _NEVER
    for origin, to, weight, move in arcs:
        total = before[origin] + weight + after[to]
        if total > highest:
            best, highest = move, total
    return best
