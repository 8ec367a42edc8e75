"""The commands that make tables and workbooks: where they write, what they refuse, what they say."""

import csv
import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import openpyxl
import pytest
from click.testing import Result
from csvw import TableGroup

from tei_archive.cli import main
from tei_archive.exporting import TABLES

Run = Callable[..., Result]


def said(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


def test_all_tables_are_a_folder(run: Run, kars: Path) -> None:
    out = kars / "tables"
    assert said(run("export", "csv", kars, "--tables", "all", "--out", out)) == (
        0,
        "",
        f"Written: {out / 'letters.csv'} and 7 more\n",
    )
    group = TableGroup.from_file(out / "csv-metadata.json")
    assert group.check_referential_integrity(strict=True)
    assert [table.url.string for table in group.tables] == [f"{name}.csv" for name in TABLES]
    assert len(list(group.tabledict["replies.csv"])) == 3
    assert said(run("export", "csv", kars, "--tables", "all", "--out", out)) == (
        0,
        "",
        f"Written: {out}/letters.csv and 7 more\n",
    )


def test_fewer_tables_remove_those_that_are_no_longer_made(run: Run, kars: Path) -> None:
    out = kars / "tables"
    run("export", "csv", kars, "--tables", "all", "--out", out)
    _, _, err = said(run("export", "csv", kars, "--tables", "letters, places", "--out", out))
    assert "Removed, since no longer made: entries.csv, mentions.csv" in err
    assert {path.name for path in out.iterdir()} == {"letters.csv", "places.csv", "csv-metadata.json", "written.sha256"}


def test_a_table_that_was_edited_stays(run: Run, kars: Path) -> None:
    out = kars / "tables"
    run("export", "csv", kars, "--layout", "csv2cmi", "--out", out)
    (out / "csv2cmi.ini").write_text("mine", encoding="utf-8")
    code, _, err = said(run("export", "csv", kars, "--layout", "csv2cmi", "--out", out))
    assert (code, (out / "csv2cmi.ini").read_text(encoding="utf-8")) == (1, "mine")
    assert "Left alone, since not from an export: csv2cmi.ini" in err


@pytest.mark.parametrize("name", TABLES)
def test_one_table_goes_to_standard_output(run: Run, kars: Path, name: str) -> None:
    code, out, err = said(run("export", "csv", kars, "--tables", name))
    assert (code, err) == (0, "")
    assert out.partition("\n")[0].strip() == ",".join(column.name for column in TABLES[name].columns)


@pytest.mark.parametrize("layout", ["palladio", "geobrowser"])
def test_a_layout_of_one_table_is_a_file(run: Run, kars: Path, layout: str) -> None:
    out = kars / "out.csv"
    to_stream, to_file = (
        run("export", "csv", kars, "--layout", layout),
        run("export", "csv", kars, "--layout", layout, "--out", out),
    )
    assert to_stream.stdout_bytes == out.read_bytes()
    assert to_file.stderr == f"Written: {out}\n"
    assert run("export", "csv", kars, "--layout", layout, "--out", out).exit_code == 0
    assert run("export", "csv", kars, "--out", out).exit_code == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["csv", "KARS", "--tables", "all"], "several files do not go to standard output: name a folder with --out"),
        (["csv", "KARS", "--layout", "gephi"], "several files do not go to standard output"),
        (["csv", "KARS", "--tables", "letters,sheep"], "'sheep' is not a table; known: letters, replies, persons"),
        (["csv", "KARS", "--tables", ""], "'' is not a table"),
        (["csv", "KARS", "--layout", "palladio", "--tables", "persons"], "leave out --tables and --bom"),
        (["csv", "KARS", "--layout", "palladio", "--bom"], "leave out --tables and --bom"),
        (["csv", "KARS", "--layout", "sheep"], "'sheep' is not one of 'csv2cmi', 'gephi', 'palladio', 'geobrowser'"),
        (["xlsx", "KARS"], "Missing option '--out'"),
        (["xlsx", "KARS", "--out", "x.xlsx", "--tables", "sheep"], "'sheep' is not a table"),
    ],
)
def test_what_cannot_be_written_is_said(
    run: Run, kars: Path, words: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = said(run("export", *(word.replace("KARS", str(kars)) for word in words)))
    assert (code, out) == (2, "")
    assert message in " ".join(err.split())
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.parametrize("words", [["csv", "--tables", "all"], ["csv", "--layout", "gephi"]])
@pytest.mark.parametrize("below", ["", "tei"])
def test_no_folder_of_tables_is_written_over_an_edition(run: Run, kars: Path, words: list[str], below: str) -> None:
    before = {path: path.read_bytes() for path in kars.rglob("*") if path.is_file()}
    command, *options = words
    code, _, err = said(run("export", command, kars, *options, "--out", kars / below))
    assert code == 2
    assert re.fullmatch(r"error: .+\n  hint: .+\n", err)
    assert {path: path.read_bytes() for path in kars.rglob("*") if path.is_file()} == before


def test_a_workbook_is_a_file(run: Run, kars: Path) -> None:
    out = kars / "kars.xlsx"
    assert said(run("export", "xlsx", kars, "--out", out)) == (0, "", f"Written: {out}\n")
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == [*TABLES, "columns"]
    assert book["letters"].max_row == 7
    assert run("export", "xlsx", kars, "--tables", "letters", "--out", out, "-q").stderr == ""
    assert openpyxl.load_workbook(out).sheetnames == ["letters", "columns"]


def test_a_workbook_replaces_nothing_of_the_edition(run: Run, kars: Path) -> None:
    before = (kars / "registers.xml").read_bytes()
    code, _, err = said(run("export", "xlsx", kars, "--out", kars / "registers.xml"))
    assert (code, (kars / "registers.xml").read_bytes()) == (2, before)
    assert re.fullmatch(r"error: .+\n  hint: .+\n", err)


def test_the_program_itself_writes_the_same_bytes_to_a_pipe(run: Run, kars: Path) -> None:
    command = [sys.executable, "-m", "tei_archive", "export", "csv", str(kars), "--tables", "mentions", "--raw"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout == run(*command[3:]).stdout_bytes
    assert b"\r\n" in done.stdout
    assert len(list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))) > 10


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_examples_of_the_help_can_be_parsed(run: Run, name: str) -> None:
    text = run("export", name, "--help").stdout
    group = main.get_command(click.Context(main), "export")
    command = group.get_command(click.Context(group), name)
    examples = re.findall(rf"^    tei-archive export {name} ([^|\n]*)", text, re.MULTILINE)
    assert examples
    assert all(command.make_context(name, example.split()).params for example in examples)
    assert "Exit code: 0" in text
