"""What a profile adds to the one that it extends, what patterns mean, and what CLDR knows."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.model import Label
from tei_archive.profile import LabelRule, Profile, fold, load_profile, normalise, profile_names
from tei_archive.profile.build import check_patterns
from tei_archive.profile.locales import is_day_first, month_names, territory_names, weekday_names
from tei_archive.profile.patterns import Pattern, PatternError, alternatives, without_groups

MINE = """
[profile]
name = "mine"
title = "Mine"
language = "en"
extends = "base-en"

[words]
role = ["beekeeper"]

[kinds]
"broadside" = "broadside"

[places]
"Velmar" = ["Welmar"]

[fragments]
paper = 'broadside'

[[label]]
id = "head.from-to"
label = "head"
score = 2
about = "my own kind of heading"
pattern = '^(?P<sender>{role}) > (?P<addressee>.+)$'
yes = ["Beekeeper > queen"]
no = ["Beekeeper"]
"""


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    file = tmp_path_factory.mktemp("profile") / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    return load_profile(str(file))


def test_words_are_added(mine: Profile) -> None:
    rule = label_rule(mine, "head.from-to")
    assert rule.pattern.search("beekeeper > queen")
    assert rule.pattern.search("minister > queen")  # a word of the base
    assert mine.kinds["broadside"] == "broadside"
    assert mine.kinds["letter"] == "letter"


def test_a_rule_of_the_same_id_takes_the_place_of_the_other(mine: Profile) -> None:
    base = load_profile("base-en")
    assert [rule.id for rule in mine.rules] == [rule.id for rule in base.rules]
    assert label_rule(mine, "head.from-to").score == 2


def test_new_rules_are_tried_before_those_of_the_base(tmp_path: Path) -> None:
    rule = '\n[[agent]]\nid = "agent.keeper"\nabout = "a keeper"\npattern = "^keeper .+$"\nyes = ["keeper of bees"]\n'
    (tmp_path / "mine.toml").write_text(f'{MINE}{rule}no = ["bees"]\n', encoding="utf-8")
    agents = load_profile(str(tmp_path / "mine.toml")).agents
    assert [found.id for found in agents] == ["agent.keeper", *(found.id for found in load_profile("base-en").agents)]


def test_a_fragment_takes_the_place_of_the_other(mine: Profile) -> None:
    rules = {rule.id: rule for rule in mine.mentions}
    assert rules["mention.bare"].pattern.search("your broadside")
    assert not rules["mention.bare"].pattern.search("your letter")


def test_every_form_of_a_place_has_its_preferred_form(mine: Profile) -> None:
    assert mine.places["welmar"] == mine.places["velmar"] == "Velmar"


def test_head_and_name_are_its_own(mine: Profile) -> None:
    assert (mine.name, mine.title, mine.extends, mine.language) == ("mine", "Mine", "base-en", "en")


def test_an_unknown_rule_is_none(mine: Profile) -> None:
    assert mine.label_rule("head.nothing") is None


@pytest.mark.parametrize("text", ["a b", "a  b", "A\u00a0b".replace("\u00a0", " ")])
def test_a_blank_in_a_pattern_is_any_run_of_blanks(text: str) -> None:
    assert Pattern("a b", {}).search(text)


def test_a_blank_in_a_class_or_after_a_backslash_is_one_blank() -> None:
    assert not Pattern("a[ ]b", {}).search("a  b")
    assert not Pattern(r"a\ b", {}).search("a  b")
    assert Pattern(r"[\]] b", {}).search("]  b")


def test_the_longest_word_is_tried_first() -> None:
    found = Pattern("{w}", {"w": alternatives(["king", "king of arms", "duke."])}).search("the King of Arms")
    assert found is not None
    assert found[0] == "King of Arms"
    assert Pattern("^{w}$", {"w": alternatives(["duke."])}).search("dukes") is None


def test_no_words_match_nothing() -> None:
    assert Pattern("{w}", {"w": alternatives([])}).search("") is None


def test_named_groups_can_be_taken_out() -> None:
    assert without_groups("(?P<day>a)(?P<month_no>b)(?=c)") == "(?:a)(?:b)(?=c)"


@pytest.mark.parametrize(
    ("language", "name", "number"),
    [
        ("en", "march", 3),
        ("en", "sep", 9),
        ("de", "märz", 3),
        ("fr", "août", 8),
        ("ru", "августа", 8),
        ("pt-BR", "maio", 5),
    ],
)
def test_months_are_known_in_any_language(language: str, name: str, number: int) -> None:
    assert month_names(language)[name] == number


def test_months_are_known_without_their_accents() -> None:
    assert month_names("fr")["aout"] == month_names("fr")["août"] == 8


@pytest.mark.parametrize(("language", "name", "number"), [("en", "monday", 0), ("de", "so", 6), ("fr", "mar", 1)])
def test_weekdays_are_known_in_any_language(language: str, name: str, number: int) -> None:
    assert weekday_names(language)[name] == number


@pytest.mark.parametrize(("language", "is_first"), [("en", False), ("en-GB", True), ("de", True), ("hu", False)])
def test_which_of_two_numbers_is_the_day_depends_on_the_language(language: str, *, is_first: bool) -> None:
    assert is_day_first(language) is is_first


def test_countries_are_known_in_any_language() -> None:
    assert "Türkei" in territory_names("de")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one  two", "one two"),
        (" one\n two ", "one two"),
        ("Anwar‐\nMulk", "Anwar‐Mulk"),
        ("Anwar-\n\n Mulk", "Anwar-Mulk"),
        ("a \u00a0 b", "a b"),
        ("\n", ""),
    ],
)
def test_a_value_read_over_lines_is_one_line(text: str, line: str) -> None:
    assert normalise(text) == line


@given(st.text())
def test_a_folded_text_is_as_long_as_the_text_and_has_no_blank_but_one(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert all(char == " " for char in folded if char.isspace())


def test_every_blank_that_there_is_is_folded() -> None:
    blanks = "".join(char for char in map(chr, range(sys.maxunicode + 1)) if char.isspace())
    assert fold(blanks) == " " * len(blanks)


def test_a_pattern_of_a_profile_that_comes_along_is_compiled_when_it_is_used() -> None:
    unsound = Pattern("(a", {})
    with pytest.raises(PatternError, match=r"missing \)"):
        unsound.search("a")
    with pytest.raises(PatternError, match="unknown fragment"):
        Pattern("{word}", {}).check()


@pytest.mark.parametrize("name", profile_names())
def test_every_pattern_of_a_profile_that_comes_along_is_sound(name: str) -> None:
    check_patterns(load_profile(name))


def label_rule(profile: Profile, rule_id: str) -> LabelRule:
    rule = profile.label_rule(rule_id)
    assert rule is not None
    assert rule.label is Label.HEAD
    return rule
