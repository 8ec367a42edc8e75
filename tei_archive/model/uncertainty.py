"""Which decisions an editor should look at first: those whose runner-up came close, as such decisions go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from tei_archive.model.edition import Decision

BOUNDARY = "boundary"

# A field whose margins are all about nothing has no scale of its own.
_LEAST_SCALE = 1.0


def least_certain(decisions: Sequence[Decision], number: int) -> tuple[Decision, ...]:
    """Give back so many decisions: boundaries first, then values, and of each the least certain first.

    Scores compare within one field only. So margins are measured by the usual margin of their field, the median: a
    boundary that leads by 2 where others lead by 20 is less certain than a date that leads by 2 where others do by 3.
    What had a runner-up comes before what had none.
    """
    usual = _usual_margins(decisions)
    ranked = sorted(
        decisions, key=lambda found: (found.runner_up is None, found.margin / usual[found.field], *_place(found))
    )
    return tuple(sorted(ranked[:number], key=lambda decision: decision.field != BOUNDARY))


def less_certain_than(decisions: Iterable[Decision], doubt: float) -> tuple[Decision, ...]:
    """Give back the decisions that are more doubtful than asked."""
    return tuple(decision for decision in decisions if decision.doubt > doubt)


def _usual_margins(decisions: Sequence[Decision]) -> Mapping[str, float]:
    margins: dict[str, list[float]] = {}
    for decision in decisions:
        margins.setdefault(decision.field, []).append(decision.margin)
    return {field: max(median(found), _LEAST_SCALE) for field, found in margins.items()}


def _place(decision: Decision) -> tuple[str, str, int]:
    """What puts decisions of the same margin in an order."""
    return (decision.document, decision.field, decision.words.start)
