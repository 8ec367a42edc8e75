"""Rules on trial: which label rules fit which lines. The cheapest questions come first, for most fit almost nowhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tei_archive.profile import LabelRule, Pattern, cue_form


def find_fitting(lines: Sequence[str], rules: Sequence[LabelRule]) -> tuple[tuple[LabelRule, ...], ...]:
    """Give for each line the rules that fit it, in their order; each line stands below the one before."""
    fitting = _fitting_alone(lines, rules)
    above, below = ("", *lines), (*lines[1:], "")
    return tuple(
        tuple(rule for rule in fitting[line] if _fits_between(rule, *around)) if fitting[line] else ()
        for line, *around in zip(lines, above, below, strict=False)
    )


def _fitting_alone(lines: Iterable[str], rules: Sequence[LabelRule]) -> dict[str, list[LabelRule]]:
    """The rules that fit each line whatever stands around it; "Sir:" stands in every letter, and is tried once.

    Rule by rule, not line by line: a processor that stays with one pattern is twice as fast.
    """
    trial = _Trial(lines)
    for rule in rules:
        search = rule.core.search
        for line in trial.candidates(rule):
            if search(line):
                trial.fitting[line].append(rule)
    return trial.fitting


def _fits_between(rule: LabelRule, above: str, below: str) -> bool:
    return (rule.after is None or bool(rule.after.search(above))) and (
        rule.before is None or bool(rule.before.search(below))
    )


class _Trial:
    """The lines, each once and by length, with what has been found out about them; many rules ask the same."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.fitting: dict[str, list[LabelRule]] = {line: [] for line in sorted({*lines}, key=len)}
        self._lines = [line for line in self.fitting if line]
        self._forms = [cue_form(line) for line in self._lines]
        self._cued: dict[tuple[str, ...], list[str]] = {(): self._lines}
        self._excluded: dict[str, frozenset[str]] = {}

    def candidates(self, rule: LabelRule) -> Sequence[str]:
        """The lines that are short enough, have a cue of the rule and nothing that it excludes."""
        cued = self._having(rule.cues)
        short = cued[: bisect_right(cued, rule.longest, key=len)]
        if rule.guard is None:
            return short
        excluded = self._with(rule.guard)
        return [line for line in short if line not in excluded]

    def _having(self, cues: tuple[str, ...]) -> list[str]:
        if cues not in self._cued:
            pairs = zip(self._lines, self._forms, strict=True)
            self._cued[cues] = [line for line, form in pairs if any(cue in form for cue in cues)]
        return self._cued[cues]

    def _with(self, guard: Pattern) -> frozenset[str]:
        if guard.text not in self._excluded:
            self._excluded[guard.text] = frozenset(filter(guard.search, self._lines))
        return self._excluded[guard.text]
