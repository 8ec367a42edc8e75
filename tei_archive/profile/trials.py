"""Rules on trial: do their examples hold, can they ever win, and how long do they take over what almost matches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tei_archive.profile.folding import cue_form, fold
from tei_archive.profile.patterns import NEVER, Pattern
from tei_archive.profile.rules import AgentRule, DateRule, LabelRule, Rule

# A pattern that reads each character once takes milliseconds for a text of this length. One that goes back for each
# takes minutes, and one that goes back for each way of going back takes forever. So much lies between the two that
# the bound, in seconds, separates them on any machine.
LONG: Final = 100_000
_BOUND: Final = 1.0

# What names a correspondent stands in a heading.
_LONGEST_AGENT: Final = 1000
_TRIED: Final = 2
_RUNS: Final = ("a", "Aa ", " ", "1", "A. ")
_TAIL: Final = 3
_MARKS: Final = ".!?;,)"


def is_switched_off(rule: Rule) -> bool:
    """Say whether the rule has the pattern that matches nothing."""
    return rule.pattern.text == NEVER


def reads(rule: Rule, example: str) -> bool:
    """Say whether a rule reads a text as it would in a source: a date as a whole, all others anywhere in it.

    A label rule with a cue is tried only where the cue stands.
    """
    words = _folded(example)
    if isinstance(rule, LabelRule) and not rule.has_cue(cue_form(words)):
        return False
    found = rule.pattern.fullmatch(words) if isinstance(rule, DateRule) else rule.pattern.search(words)
    return found is not None


def is_too_long(rule: Rule) -> bool:
    """Say whether every example of a rule has more characters than the rule is tried on."""
    return isinstance(rule, LabelRule) and all(len(_folded(text)) > rule.longest for text in rule.examples.yes)


def find_stronger(rule: Rule, rules: Sequence[Rule]) -> Rule | None:
    """Give back a rule that is taken in the place of this one on each of its examples, if there is one."""
    return next((other for other in rules if _goes_before(other, rule, rules) and _reads_all(other, rule)), None)


def is_slow(rule: Rule) -> bool:
    """Say whether the pattern of a rule takes more than linear time on some text that almost matches."""
    return any(_is_out_of_bounds(rule.pattern, text) for text in _almost_matching(rule, _longest(rule)))


def _longest(rule: Rule) -> int:
    """How many characters a rule is ever tried on."""
    match rule:
        case LabelRule():
            return min(rule.longest, LONG)
        case AgentRule():
            return _LONGEST_AGENT
        case _:
            return LONG


def _folded(example: str) -> str:
    return fold(example).strip()


def _goes_before(other: Rule, rule: Rule, rules: Sequence[Rule]) -> bool:
    """Whether the other rule is preferred where both fit: by its score, or by standing before."""
    if isinstance(rule, LabelRule) and isinstance(other, LabelRule):
        always = other.after is None and other.before is None
        return other.label is rule.label and always and other.score > rule.score
    ordered = isinstance(rule, AgentRule | DateRule) and type(other) is type(rule)
    return ordered and rules.index(other) < rules.index(rule)


def _reads_all(other: Rule, rule: Rule) -> bool:
    return all(len(text) <= _longest(other) and reads(other, text) for text in rule.examples.yes)


def _almost_matching(rule: Rule, longest: int) -> Iterator[str]:
    """Texts of that length which begin as an example does, go on and on, and have its end, but not at the end.

    The end must be there: where it is not, the pattern is not even tried.
    """
    for example in map(_folded, rule.examples.yes[:_TRIED]):
        end = f"{example[-_TAIL:]}~"
        yield f"{(example * longest)[: longest - len(end)]}{end}"
        for run in _RUNS:
            for head in (example[: len(example) // 2], example.rstrip(_MARKS)):
                yield f"{(head + run * longest)[: longest - len(end)]}{end}"


def _is_out_of_bounds(pattern: Pattern, text: str) -> bool:
    try:
        pattern.search(text, timeout=_BOUND)
    except TimeoutError:
        return True
    return False
