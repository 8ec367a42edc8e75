"""`explain-code`, and the options of `validate` that take codes."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tei_archive.validating import Code

Run = Callable[..., Result]


@pytest.fixture
def misdated(kars: Path) -> Path:
    """The first edition, with a date that is none."""
    file = kars / "tei" / "kars-1921-d001.xml"
    text = file.read_text(encoding="utf-8").replace('<date when="1921-08-20"', '<date when="1921-08-32"')
    file.write_text(text, encoding="utf-8")
    return kars


# -- explain-code --------------------------------------------------------------------------------------------------


def test_all_codes_are_listed_in_80_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    done = run("explain-code")
    assert (done.exit_code, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert re.findall(r"^(TA\d{3})  (\w+)", done.stdout, re.MULTILINE) == [
        (code.code, str(code.severity)) for code in Code
    ]


def test_a_code_is_explained_with_an_example_and_the_same_mended(run: Run) -> None:
    done = run("explain-code", "ta301")
    assert done.exit_code == 0
    parts = [
        "TA301  error",
        Code.BAD_DATE.docs,
        "Why it matters",
        "What to do",
        "not so:",
        '<date when="1894-02-30">',
        "so:",
        '<date when="1894-03-03">',
    ]
    places = [done.stdout.index(part) for part in parts[:6]]
    assert places == sorted(places)
    assert all(part in done.stdout for part in parts)


def test_several_codes_are_explained_in_the_order_asked_for_each_once(run: Run) -> None:
    done = run("explain-code", "TA502", "TA003", "ta502")
    assert re.findall(r"^TA\d{3}", done.stdout, re.MULTILINE) == ["TA502", "TA003"]


def test_what_is_explained_can_be_had_as_json(run: Run) -> None:
    (found,) = json.loads(run("explain-code", "TA301", "--json").stdout)
    assert (found["code"], found["severity"], found["summary"]) == Code.BAD_DATE.value
    assert found["examples"][0]["no"] != found["examples"][0]["yes"]
    assert [entry["code"] for entry in json.loads(run("explain-code", "--json").stdout)] == [code.code for code in Code]


@pytest.mark.parametrize("word", ["TA3O1", "TA999", "TA3", "", "[red]"])
def test_an_unknown_code_exits_with_2_and_names_those_known(run: Run, word: str) -> None:
    done = run("explain-code", "TA301", word)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: there is no code {word.upper()}".rstrip())
    assert "known codes: TA001 to TA008" in done.stderr


# -- validate ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--select", "TA3"], 1),
        (["--select", "TA2, ta301"], 1),
        (["--select", "TA2", "--select", "TA3"], 1),
        (["--select", "TA2"], 0),
        (["--ignore", "TA301"], 0),
        (["--ignore", "TA6,TA3"], 0),
        (["--ignore", "TA6", "--ignore", "TA3"], 0),
        (["--select", "TA3", "--ignore", "TA301"], 0),
    ],
)
def test_the_exit_code_follows_what_is_selected(run: Run, misdated: Path, options: list[str], code: int) -> None:
    done = run("validate", misdated, *options)
    assert done.exit_code == code
    assert set(re.findall(r" (TA\d{3}) ", done.stdout)) == ({"TA301"} if code else set())


def test_an_error_that_the_edition_takes_for_a_note_fails_no_run(run: Run, misdated: Path) -> None:
    settings = misdated / "tei-archive.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + '\n[validate.severity]\nTA301 = "note"\n', encoding="utf-8"
    )
    done = run("validate", misdated)
    assert done.exit_code == 0
    assert ": note TA301 " in done.stdout


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--select", "TA9"], "there is no code that begins with TA9"),
        (["--ignore", "TA3,E501"], "there is no code that begins with E501"),
        (["--select", ""], "it names no code"),
        (["--ignore", " , "], "it names no code"),
    ],
)
def test_codes_that_are_none_are_refused(run: Run, kars: Path, options: list[str], message: str) -> None:
    done = run("validate", kars, *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert "hint: " in done.stderr
