"""`profile check`: all that is wrong with a profile, each with the line of its rule."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tei_archive.errors import ProfileError
from tei_archive.profile import ProfileCheck, check_profile, profile_names

Check = Callable[[str], ProfileCheck]

HEAD = """[profile]
name = "mine"
title = "Mine"
language = "en"
"""


def rule(
    id_: str = "head.mine", pattern: str = "^No. \\d+$", yes: str = "No. 7", no: str = "No. seven", more: str = ""
) -> str:
    """A rule of eight lines; the line of its id is the second."""
    return (
        f"[[label]]\nid = '{id_}'\nlabel = 'head'\nabout = 'a number'\nscore = 5\n"
        f"pattern = '{pattern}'\nyes = ['{yes}']\nno = ['{no}']\n{more}\n"
    )


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check a text as the profile mine.toml."""
    monkeypatch.chdir(tmp_path)

    def run(text: str) -> ProfileCheck:
        Path("mine.toml").write_text(text, encoding="utf-8")
        return check_profile("mine.toml")

    return run


def said(found: ProfileCheck) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.where.line) for finding in found.findings]


@pytest.mark.parametrize("name", profile_names())
def test_the_profiles_of_the_program_are_sound(name: str) -> None:
    found = check_profile(name)
    assert [f"{finding.where}: {finding.message}" for finding in found.findings] == []


def test_a_sound_profile_is_counted(check: Check) -> None:
    found = check(HEAD + rule())
    assert (found.clean, found.own, found.inherited, found.examples) == (True, 1, 0, 2)
    extended = check(HEAD + "extends = 'base-en'\n" + rule())
    assert (extended.clean, extended.own) == (True, 1)
    assert extended.inherited == check_profile("base-en").own


FLAWED = {
    "an example that is not read": (
        rule(yes="Nr. 7"),
        ("TP101", 6),
        "rule head.mine does not read its example “Nr. 7”",
    ),
    "a near miss that is read": (rule(no="no.  8"), ("TP102", 6), "rule head.mine reads what it must not “no.  8”"),
    "an unknown key": (rule(more="scroe = 1\ncolor = 'red'"), ("TP002", 6), "unknown key scroe, color; known: about,"),
    "an unknown label": (rule().replace("'head'", "'haed'"), ("TP002", 6), "label = 'haed'; known: head,"),
    "a pattern that is none": (rule(pattern="(No"), ("TP002", 6), "rule head.mine: missing )"),
    "a fragment that is not there": (rule(pattern="{nmber}"), ("TP002", 6), "unknown fragment {nmber}"),
    "an unknown table": ("[lable]\nid = 1\n", ("TP001", 5), "unknown table [lable]; known: profile,"),
    "words that are none": ("[words]\nrole = 'king'\n", ("TP001", 5), "[words] must hold lists of texts"),
    "a stronger rule": (
        rule() + rule("head.weak", yes="No. 12").replace("score = 5", "score = 4"),
        ("TP201", 15),
        "rule head.weak never wins: head.mine reads all its examples and is preferred",
    ),
    "examples that are too long": (rule(more="longest = 4"), ("TP201", 6), "have more characters than `longest`"),
    "two ways to read the same": (
        rule(pattern="^(a|aa)+\\.$", yes="Aa.", no="Aa"),
        ("TP202", 6),
        "rule head.mine takes more than linear time",
    ),
    "a repetition inside a repetition": (
        rule(pattern="^(\\w+ ?)+\\.$", yes="No more.", no="No more", more="longest = 100000"),
        ("TP202", 6),
        "takes more than linear time",
    ),
}


@pytest.mark.parametrize(("text", "place", "message"), FLAWED.values(), ids=FLAWED.keys())
def test_a_flaw_is_reported_with_its_line(check: Check, text: str, place: tuple[str, int], message: str) -> None:
    found = check(HEAD + text)
    assert said(found) == [place]
    assert message in found.findings[0].message
    assert found.findings[0].where.path == "mine.toml"
    assert found.findings[0].hint


def test_all_flaws_are_reported_not_only_the_first(check: Check) -> None:
    broken = rule("head.broken", pattern="(")
    found = check(f"{HEAD}colour = 'red'\n[lable]\n{broken}{rule(yes='x', no='No. 1')}")
    assert said(found) == [("TP001", 6), ("TP001", 1), ("TP002", 8), ("TP101", 17), ("TP102", 17)]


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("", "[profile] has no language"),
        ("[profile]\nlanguage = 'en'\n", "[profile] has no name"),
        ("[profile]\nname = 'x'\ntitle = 'x'\nlanguage = 'xx'\n", "CLDR knows no language 'xx'"),
        ("[profile]\nname = 'x'\ntitle = 'x'\nlanguage = 'en'\nextends = 'nobody'\n", "extends 'nobody'"),
    ],
)
def test_a_head_that_is_none_is_a_finding(check: Check, head: str, message: str) -> None:
    found = check(head)
    assert [finding.code for finding in found.findings] == ["TP001"]
    assert message in found.findings[0].message


def test_an_inherited_rule_that_new_words_change_is_named(check: Check) -> None:
    found = check(f"{HEAD}extends = 'base-en'\n[fragments]\nnumber = 'never'\n")
    assert {(finding.code, finding.where.line) for finding in found.findings} == {("TP101", None)}
    assert "which is inherited," in found.findings[0].message


def test_a_rule_that_is_switched_off_needs_no_examples_that_hold(check: Check) -> None:
    assert check(HEAD + rule(pattern="(?!)")).clean


def test_of_two_dates_the_first_is_taken(check: Check) -> None:
    date = "[[date]]\nid = '{}'\nabout = 'a day'\npattern = '{}'\nyes = ['3 May 1894']\nno = ['May']\n"
    first = date.format("date.any", "(?P<day>\\d+) {month} \\d+")
    second = date.format("date.may", "(?P<day>\\d+) may \\d+")
    assert said(check(HEAD + first + second)) == [("TP201", 12)]
    assert check(HEAD + second).clean


def test_a_date_must_read_the_whole_of_its_example(check: Check) -> None:
    date = "[[date]]\nid = 'date.any'\nabout = 'a day'\npattern = '\\d+ {month}'\nyes = ['3 May 1894']\nno = ['May']\n"
    assert said(check(HEAD + date)) == [("TP101", 6)]


@pytest.mark.parametrize("content", [b"[profile", b"# caf\xe9"])
def test_what_is_no_toml_cannot_be_checked(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(content)
    with pytest.raises(ProfileError) as caught:
        check_profile(str(file))
    assert caught.value.hint
