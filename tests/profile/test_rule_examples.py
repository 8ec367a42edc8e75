"""Every rule of every profile proves itself: it reads what it must, it leaves alone what it must not."""

from collections.abc import Iterator

import pytest

from tei_archive.profile import Rule, load_profile, profile_names
from tei_archive.profile.trials import is_switched_off, reads


def rules() -> Iterator[tuple[str, Rule]]:
    """The rules of all profiles; one that is inherited unchanged stands for itself once more, with the larger words."""
    for name in profile_names():
        for rule in load_profile(name).rules:
            yield name, rule


RULES = [pytest.param(rule, id=f"{name}:{rule.id}") for name, rule in rules()]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_reads_its_examples_and_no_near_miss(rule: Rule) -> None:
    unread = [text for text in rule.examples.yes if not reads(rule, text)]
    assert unread == (list(rule.examples.yes) if is_switched_off(rule) else [])
    assert [text for text in rule.examples.no if reads(rule, text)] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_what_it_is_about(rule: Rule) -> None:
    assert rule.about
    assert len(rule.about) < 120
    assert "\n" not in rule.about


@pytest.mark.parametrize("name", profile_names())
def test_no_two_rules_have_the_same_id(name: str) -> None:
    ids = [rule.id for rule in load_profile(name).rules]
    assert sorted(ids) == sorted(set(ids))
