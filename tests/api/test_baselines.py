"""Baselines: what is known is left out, wherever its lines have moved; what is new counts."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tei_archive.cli import main

BROKEN = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
<text><body><p xml:id="a">The ferry</p>
<p xml:id="a">is late.</p>
</body></text></TEI>
"""

ANY = """<grammar xmlns="http://relaxng.org/ns/structure/1.0">
<start><ref name="any"/></start>
<define name="any"><element><anyName/><zeroOrMore><choice>
<attribute><anyName/></attribute><text/><ref name="any"/>
</choice></zeroOrMore></element></define>
</grammar>
"""


@pytest.fixture
def letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with an id that stands twice, among other flaws, in the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    path = tmp_path / "letter.xml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def run(*options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["validate", *options])
    assert "Traceback" not in result.output
    return result.exit_code, result.output


def test_what_is_known_is_left_out(letter: Path) -> None:
    assert run("letter.xml")[0] == 1
    code, said = run("letter.xml", "--baseline", "known.json", "--write-baseline")
    assert code == 0
    code, said = run("letter.xml", "--baseline", "known.json")
    assert code == 0
    assert "nothing found" in said
    assert "of the baseline left out" in said


def test_lines_put_in_above_make_nothing_new(letter: Path) -> None:
    run("letter.xml", "--baseline", "known.json", "--write-baseline")
    letter.write_text(BROKEN.replace("<text>", "\n\n\n<text>"), encoding="utf-8")
    assert run("letter.xml", "--baseline", "known.json")[0] == 0


def test_a_new_finding_counts_and_one_more_of_a_kind_too(letter: Path) -> None:
    run("letter.xml", "--baseline", "known.json", "--write-baseline")
    letter.write_text(BROKEN.replace("</body>", '<p xml:id="a">again</p></body>'), encoding="utf-8")
    code, said = run("letter.xml", "--baseline", "known.json")
    assert code == 1
    assert said.count("TA201") == 1


def test_the_folder_in_which_the_command_runs_does_not_matter(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("letter.xml", "--baseline", "known.json", "--write-baseline")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert run("../letter.xml", "--baseline", "../known.json")[0] == 0


def test_the_same_findings_make_the_same_baseline(letter: Path, tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        run("letter.xml", "--baseline", name, "--write-baseline")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert {"fingerprint", "code", "path", "message"} == set(
        json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))["findings"][0]
    )


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": "another", "findings": []}', '{"format": 1}', "null"])
def test_what_is_no_baseline_is_an_error(letter: Path, content: str) -> None:
    Path("known.json").write_text(content, encoding="utf-8")
    code, said = run("letter.xml", "--baseline", "known.json")
    assert code == 2
    assert "known.json" in said


def test_a_baseline_that_is_missing_is_an_error(letter: Path) -> None:
    code, said = run("letter.xml", "--baseline", "none.json")
    assert code == 2
    assert "none.json" in said


def test_write_baseline_needs_a_file(letter: Path) -> None:
    code, said = run("letter.xml", "--write-baseline")
    assert code == 2
    assert "--baseline FILE" in said


@pytest.mark.parametrize(("level", "exit_code"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_says_what_is_bad_enough(letter: Path, level: str, exit_code: int) -> None:
    assert run("letter.xml", "--fail-on", level)[0] == exit_code


def test_a_warning_is_no_error(letter: Path) -> None:
    letter.write_text("<!DOCTYPE TEI>" + BROKEN.replace(' xml:id="a">is', ">is"), encoding="utf-8")
    Path("any.rng").write_text(ANY, encoding="utf-8")
    assert run("letter.xml", "--schema", "any.rng", "--fail-on", "error")[0] == 0
    assert run("letter.xml", "--schema", "any.rng")[0] == 1


def test_github_gets_annotations_without_being_asked(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("letter.xml")[1].startswith("::error file=letter.xml,")
    assert not run("letter.xml", "--format", "text")[1].startswith("::")


def test_statistics_take_the_place_of_the_findings(letter: Path) -> None:
    code, said = run("letter.xml", "--statistics")
    assert code == 1
    assert "1  TA201  Two elements of a file have the same xml:id." in said
    assert "letter.xml:" not in said


def test_a_file_that_is_no_baseline_is_not_replaced_by_one(letter: Path) -> None:
    code, said = run("letter.xml", "--baseline", "letter.xml", "--write-baseline")
    assert (code, letter.read_text(encoding="utf-8")) == (2, BROKEN)
    assert "letter.xml: this is no baseline" in said


def test_an_empty_file_may_become_a_baseline(letter: Path) -> None:
    letter.with_name("known.json").touch()
    assert run("letter.xml", "--baseline", "known.json", "--write-baseline")[0] == 0
