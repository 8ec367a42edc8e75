"""Candidates → the best sequence: which label each segment has, where documents begin, and how sure that is.

The best path is found by dynamic programming over labels and zones (A. Viterbi 1967); the runner-up of a boundary is
the best path on which the segment does not begin a document (max-marginals, from a forward and a backward pass).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tei_archive.model import Label, Labelled
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

    origin: int
    to: int
    weight: float
    choice: int
    step: Step


_Moves = Sequence[_Move]
_Signature = tuple[tuple[tuple[Label, float], ...], float]


def decide(candidates: Sequence[Candidates], grammar: Grammar) -> tuple[Decided, ...]:
    """Choose the best sequence of labels over a whole source."""
    moves = _all_moves(candidates, grammar)
    forward, backward = _forward(moves), _backward(moves)
    zone, decided = int(Zone.OUTSIDE), []
    for index, candidate in enumerate(candidates):
        before, after = forward[index], backward[index + 1]
        totals = [before[move.origin] + move.weight + after[move.to] for move in moves[index]]
        best = max((at for at, move in enumerate(moves[index]) if move.origin == zone), key=totals.__getitem__)
        decided.append(_decision(candidate, moves[index], totals, best))
        zone = moves[index][best].to
    return tuple(decided)


def _all_moves(candidates: Sequence[Candidates], grammar: Grammar) -> list[_Moves]:
    """The moves of each segment; segments that may be the same share them."""
    known: dict[_Signature, _Moves] = {}
    found = []
    for candidate in candidates:
        signature = candidate.signature
        if signature not in known:
            known[signature] = _moves(candidate, grammar)
        found.append(known[signature])
    return found


def _moves(candidates: Candidates, grammar: Grammar) -> _Moves:
    return tuple(
        _Move(zone, step.to, labelled.score + step.weight + candidates.start * step.begins, choice, step)
        for zone in Zone
        for choice, labelled in enumerate(candidates.labels)
        for step in grammar[zone].get(labelled.label, ())
    )


def _forward(moves: Sequence[_Moves]) -> list[list[float]]:
    """The best score of any path from the start to each zone, before each segment."""
    scores = [[0.0 if zone is Zone.OUTSIDE else _NEVER for zone in Zone]]
    for choices in moves:
        before, reached = scores[-1], [_NEVER] * _ZONES
        for move in choices:
            score = before[move.origin] + move.weight
            reached[move.to] = max(reached[move.to], score)
        scores.append(reached)
    return scores


def _backward(moves: Sequence[_Moves]) -> list[list[float]]:
    """The best score of any path from each zone to the end, before each segment."""
    scores = [[farewell(zone) for zone in Zone]]
    for choices in reversed(moves):
        after, left = scores[-1], [_NEVER] * _ZONES
        for move in choices:
            score = after[move.to] + move.weight
            left[move.origin] = max(left[move.origin], score)
        scores.append(left)
    return scores[::-1]


def _decision(candidates: Candidates, moves: _Moves, totals: Sequence[float], best: int) -> Decided:
    chosen = moves[best]
    others = [at for at, move in enumerate(moves) if move.step.begins is not chosen.step.begins and totals[at] > _NEVER]
    other = max(others, key=totals.__getitem__, default=None)
    return Decided(
        labelled=candidates.labels[chosen.choice],
        zone=chosen.step.to,
        begins=chosen.step.begins,
        encloses=chosen.step.encloses,
        other=None if other is None else candidates.labels[moves[other].choice],
        margin=None if other is None else totals[best] - totals[other],
        evidence=candidates.evidence,
    )


def totals_by_rule(decided: Sequence[Decided]) -> Mapping[str, float]:
    """Add up what each rule contributes to the best sequence."""
    found: dict[str, float] = {}
    for choice in decided:
        found[choice.labelled.rule] = found.get(choice.labelled.rule, 0.0) + choice.labelled.score
    return found
