"""Rules on trial: which label rules fit which lines. The cheapest questions come first, for most fit almost nowhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

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
        self._forms: dict[str, str] = {}
        self._questions: dict[tuple[tuple[str, ...], str | None], _Question] = {}

    def candidates(self, rule: LabelRule) -> Sequence[str]:
        """The lines that are short enough, have a cue of the rule and nothing that it excludes."""
        asked = (rule.cues, rule.guard.text if rule.guard else None)
        if asked not in self._questions:
            self._questions[asked] = _Question(self._lines, self._answer(rule.cues, rule.guard))
        return self._questions[asked].up_to(rule.longest)

    def _answer(self, cues: tuple[str, ...], guard: Pattern | None) -> Callable[[str], bool]:
        """Say how it is found out whether a line has a cue, and nothing that a guard excludes."""
        excluded = guard.search if guard else None

        def answer(line: str) -> bool:
            return (not cues or self._has_one(line, cues)) and not (excluded and excluded(line))

        return answer

    def _has_one(self, line: str, cues: tuple[str, ...]) -> bool:
        form = self._forms.get(line) or self._forms.setdefault(line, cue_form(line))
        for cue in cues:  # noqa: SIM110 - half the time of `any`, in the step that is done most often
            if cue in form:
                return True
        return False


class _Question:
    """What is asked of lines, the shorter ones first; nothing is asked before somebody wants to know.

    A class with changing state: it keeps the lines for which the answer was yes.
    """

    def __init__(self, lines: Sequence[str], answer: Callable[[str], bool]) -> None:
        self._lines = lines
        self._answer = answer
        self._asked = 0
        self._yes: list[str] = []

    def up_to(self, longest: int) -> list[str]:
        """Give the lines with no more than so many characters for which the answer is yes."""
        end = bisect_right(self._lines, longest, key=len)
        if end > self._asked:
            self._yes.extend(filter(self._answer, self._lines[self._asked : end]))
            self._asked = end
        return self._yes[: bisect_right(self._yes, longest, key=len)]
