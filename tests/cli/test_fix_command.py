"""`validate --fix`: what a user sees, and what is in the files afterwards."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from sarif_pydantic import Sarif

Run = Callable[..., Result]
PAGE = "  see: https://www.tei-c.org/release/doc/tei-p5-doc/en/html/ref-persName.html"


@pytest.fixture
def letter(kars: Path) -> Path:
    """A letter of the edition with three mistakes: two that can be mended, one that was probably meant otherwise."""
    path = sorted((kars / "tei").glob("*.xml"))[1]
    text = path.read_text(encoding="utf-8")
    assert "</body>" in text
    wrong = '<div><p Rend="x"><persname>x</persname><persname/><persNam/></p></div></body>'
    path.write_bytes(text.replace("</body>", wrong).replace("\n", "\r\n").encode("utf-8-sig"))
    return path


def edited(letter: Path) -> Path:
    """The letter outside its edition, where no rule asks for its source."""
    path = letter.parent.parent.parent / letter.name
    path.write_bytes(letter.read_bytes())
    return path


def test_what_can_be_mended_is_marked_and_counted(run: Run, letter: Path) -> None:
    done = run("validate", edited(letter))
    lines = done.stdout.splitlines()
    assert sum(line.endswith("[fixable]") for line in lines) == 3
    assert sum(line.endswith("[fixable: --unsafe-fixes]") for line in lines) == 1
    assert lines.count(PAGE) == 1
    assert "fixable: 3 with --fix, 1 with --unsafe-fixes" in done.stderr


@pytest.mark.parametrize(("option", "number"), [("--fix", 3), ("--unsafe-fixes", 4)])
def test_nothing_else_in_the_file_is_changed(run: Run, letter: Path, option: str, number: int) -> None:
    path = edited(letter)
    content = path.read_bytes()
    done = run("validate", path, option)
    assert f"{number} findings mended in 1 file: {path} ({number})" in done.stderr
    wanted = content.replace(b"Rend=", b"rend=").replace(b"persname", b"persName")
    assert path.read_bytes() == (wanted.replace(b"persNam/", b"persName/") if option == "--unsafe-fixes" else wanted)
    assert ("the schema has no element" in done.stdout) == (option == "--fix")


def test_without_the_option_no_file_is_written(run: Run, letter: Path) -> None:
    content = letter.read_bytes()
    run("validate", letter)
    assert letter.read_bytes() == content


def test_the_sources_stay_as_they_are(run: Run, kars: Path, letter: Path) -> None:
    before = {path: path.read_bytes() for path in (kars / "sources").iterdir()}
    run("validate", kars, "--fix")
    assert {path: path.read_bytes() for path in (kars / "sources").iterdir()} == before
    assert b"persname" not in letter.read_bytes()


def test_json_and_sarif_have_path_page_and_fix(run: Run, letter: Path) -> None:
    path = edited(letter)
    found = json.loads(run("validate", path, "--format", "json").stdout)
    first = next(one for one in found["findings"] if "persname" in one["message"])
    assert first["xpath"].endswith("/p/persname[1]")
    assert first["link"] == PAGE.removeprefix("  see: ")
    assert first["fix"] == {"part": "element name", "name": "persname", "new": "persName", "safe": True}
    [log] = Sarif.model_validate_json(run("validate", path, "--format", "sarif").stdout).runs
    results = [one for one in log.results or [] if "persname" in (one.message.text or "")]
    locations = [place.fully_qualified_name for place in (results[0].locations or [])[0].logical_locations or []]
    assert locations == [first["xpath"]]


def test_the_number_is_in_json_too(run: Run, letter: Path) -> None:
    path = edited(letter)
    assert json.loads(run("validate", path, "--fix", "--format", "json").stdout)["mended"] == {str(path): 3}
