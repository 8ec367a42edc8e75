"""No rule takes more than linear time: each is fed long texts that almost match, made from its own examples."""

import time
from collections import deque
from collections.abc import Iterator

import pytest

from tei_archive.profile import LabelRule, Pattern, Rule, fold, load_profile, profile_names

SIZE = 100_000
# Seconds of the processor: what takes less is not looked at, what takes more is given up. The engine's own list of the
# places that it has tried costs up to one second; a pattern that is quadratic by itself takes half a minute.
NOTHING, PATIENCE = 3.0, 30.0
# With four times the text a linear rule takes four times as long, a quadratic one sixteen times.
GROWTH = 9.0

RUNS = (" ", "A", "Aa ", "1 ", "(A")


def rules() -> Iterator[tuple[str, Rule]]:
    """The rules of all profiles; one that is inherited unchanged stands for itself."""
    seen: set[Pattern] = set()
    for name in profile_names():
        for rule in load_profile(name).rules:
            if rule.pattern not in seen:
                yield name, rule
            seen.add(rule.pattern)


@pytest.mark.slow
@pytest.mark.parametrize("rule", [pytest.param(rule, id=f"{name}:{rule.id}") for name, rule in rules()])
def test_no_rule_takes_more_than_linear_time(rule: Rule) -> None:
    beside = filter(None, (rule.after, rule.before)) if isinstance(rule, LabelRule) else ()
    assert [
        words for words in near_misses(rule) for pattern in (rule.pattern, *beside) if is_slow(pattern, words)
    ] == []


def test_a_pattern_that_takes_quadratic_time_is_found() -> None:
    assert is_slow(Pattern("a+[bc]", {}), "a", size=12_000, nothing=0.1)
    assert not is_slow(Pattern("^a+[bc]", {}), "a")


def near_misses(rule: Rule) -> Iterator[str]:
    """What to repeat: examples without their end, and what names, numbers and notes are made of."""
    for example in rule.examples.yes[:1]:
        words = fold(example).strip()
        yield f"{words[:-1]} "
        yield words[: len(words) // 2]
    yield from RUNS


def is_slow(pattern: Pattern, words: str, size: int = SIZE, nothing: float = NOTHING) -> bool:
    """Whether the time grows faster than the text; twice, since the machine has other work, too."""
    return all(seconds(pattern, words, size) > max(nothing, GROWTH * seconds(pattern, words, size // 4)) for _ in "ab")


def seconds(pattern: Pattern, words: str, size: int) -> float:
    text = (words * (size // max(1, len(words)) + 1))[:size]
    begun = time.process_time()
    try:
        deque(pattern.finditer(text, timeout=PATIENCE), maxlen=0)
    except TimeoutError:
        return GROWTH * PATIENCE
    return time.process_time() - begun
