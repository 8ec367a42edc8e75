"""`validate --report`: the findings in files as well, in any form."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tei_archive.reporting import REPORTERS

Run = Callable[..., Result]


@pytest.fixture
def letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("letter.xml")
    path.write_text("<TEI><p>", encoding="utf-8")
    return path


def test_a_report_holds_what_the_format_shows(letter: Path, run: Run) -> None:
    options = [word for form in REPORTERS for word in ("--report", f"{form}=reports/{form}")]
    assert run("validate", letter, *options).exit_code == 1
    for form in REPORTERS:
        shown = run("validate", letter, "--format", form).stdout
        assert Path("reports", form).read_text(encoding="utf-8") == shown
    assert "TA003" in Path("reports", "text").read_text(encoding="utf-8")


def test_a_report_is_written_where_nothing_is_found(letter: Path, run: Run) -> None:
    assert run("validate", letter, "--ignore", "TA", "--ignore", "TA003", "--report", "gitlab=q.json").exit_code == 0
    assert json.loads(Path("q.json").read_bytes()) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--report", "docx=a"], "'docx' is no form"),
        (["--report", "sarif"], "no file is named: sarif=FILE"),
        (["--report", "sarif=a", "--report", "json=a"], "a is named twice"),
        (["--report", "sarif=letter.xml/a"], "letter.xml: a file, where a folder is needed"),
    ],
)
def test_a_report_that_cannot_be_written_is_an_error(options: list[str], said: str, letter: Path, run: Run) -> None:
    result = run("validate", letter, *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert sorted(Path().iterdir()) == [letter]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode here")
@pytest.mark.parametrize("form", REPORTERS)
def test_a_name_that_is_not_utf8_is_written_out(form: str, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.xml")).write_text("<a>", encoding="utf-8")
    command = [sys.executable, "-m", "tei_archive", "validate", ".", "--format", form, "--report", f"{form}=report"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    shown = done.stdout.decode().replace("\\\\", "\\").replace("\\.", ".")
    assert ("%FF.xml" if form == "sarif" else "\\udcff.xml") in shown
    assert (tmp_path / "report").read_bytes() == done.stdout


@pytest.mark.parametrize(
    "name", ["tei-archive.toml", "sources/kars-1921.txt", "tei/kars-1921-d001.xml", "tei/new.json"]
)
def test_no_report_takes_the_place_of_a_file_of_an_edition(name: str, kars: Path, tmp_path: Path, run: Run) -> None:
    before = sorted((path, path.read_bytes()) for path in kars.rglob("*") if path.is_file())
    options = ("--report", f"text={tmp_path / 'found.txt'}", "--report", f"json={kars / name}")
    done = run("validate", kars, *options)
    assert done.exit_code == 2
    assert "edition" in done.stderr
    assert sorted((path, path.read_bytes()) for path in kars.rglob("*") if path.is_file()) == before
    assert not (tmp_path / "found.txt").exists()


def test_no_report_takes_the_place_of_what_was_checked(letter: Path, run: Run) -> None:
    done = run("validate", letter, "--report", f"json={letter}")
    assert (done.exit_code, letter.read_text(encoding="utf-8")) == (2, "<TEI><p>")
    assert "hint: name another file" in done.stderr
