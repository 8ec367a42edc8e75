"""Choosing among candidates for a value: the best one, none where two are as good, and a line for the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tei_archive.model import Claim, Decision, Span
from tei_archive.segmenting.engine_rules import UNDECIDED

T = TypeVar("T")
# Two values whose rules are as good as each other leave the value open.
_CLEAR_MARGIN = 0.5


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A value that may be the right one, as text for the ledger, with the score of what it was read from."""

    claim: Claim[T]
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """The claim chosen, if any, and what the ledger says of it."""

    claim: Claim[T] | None
    entry: LedgerEntry | None


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A decision that does not know its document yet."""

    field: str
    value: str
    words: Span
    rule: str
    score: float
    runner_up: str | None = None
    runner_up_rule: str | None = None
    runner_up_score: float | None = None
    evidence: tuple[tuple[str, float], ...] = ()

    def of(self, document: str) -> Decision:
        """Enter the decision under its document."""
        return Decision(
            document,
            self.field,
            self.value,
            self.words,
            self.rule,
            self.score,
            self.runner_up,
            self.runner_up_rule,
            self.runner_up_score,
            self.evidence,
        )


def choose(field: str, candidates: Sequence[Candidate[T]]) -> Choice[T]:
    """Take the candidate with the highest score; two different values with nearly the same score are no value."""
    if not candidates:
        return Choice(None, None)
    if len(candidates) == 1:
        return Choice(candidates[0].claim, _decided(field, candidates[0], None))
    ranked = sorted(candidates, key=lambda candidate: -candidate.score)
    best = ranked[0]
    other = next((candidate for candidate in ranked if candidate.claim.value != best.claim.value), None)
    if other is not None and best.score - other.score < _CLEAR_MARGIN:
        return Choice(None, _undecided(field, best, other))
    return Choice(best.claim, _decided(field, best, other))


def _decided(field: str, best: Candidate[T], other: Candidate[T] | None) -> LedgerEntry:
    words, rule = best.claim.words or Span(0, 0), best.claim.rule or UNDECIDED
    if other is None:
        return LedgerEntry(field, best.text, words, rule, best.score)
    return LedgerEntry(field, best.text, words, rule, best.score, other.text, other.claim.rule, other.score)


def _undecided(field: str, best: Candidate[T], other: Candidate[T]) -> LedgerEntry:
    """Enter no value; the runner-up is both candidates."""
    words, both = best.claim.words or Span(0, 0), f"{best.text} | {other.text}"
    return LedgerEntry(field, "", words, UNDECIDED, best.score, both, other.claim.rule, other.score)
