"""The description of one table: the package csvw reads the table through it and finds nothing wrong."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from csvw import CSVW, Table
from hypothesis import given
from strategies import dates

from tei_archive import api
from tei_archive.exporting import TABLES, CsvTables
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.model import HistoricalDate, Reserve
from tei_archive.tei import EncodedEdition


def written(edition: EncodedEdition, folder: Path, options: CsvTables | None = None) -> Path:
    _, description = api.export(options or CsvTables(), edition.folder, folder / "letters.csv")
    return description


def check(description: Path) -> None:
    table = Table.from_file(description)
    assert list(table.iterdicts(strict=True))
    table.check_primary_key()


def test_the_description_lies_where_csv_on_the_web_looks_for_it(zenda: EncodedEdition, tmp_path: Path) -> None:
    assert written(zenda, tmp_path) == tmp_path / "letters.csv-metadata.json"


@pytest.mark.parametrize("bom", [False, True])
def test_csvw_reads_every_cell_with_its_type(zenda: EncodedEdition, tmp_path: Path, bom: bool) -> None:
    table = Table.from_file(written(zenda, tmp_path, CsvTables(bom=bom)))
    found = {row["id"]: row for row in table.iterdicts(strict=True)}
    letter = found["zenda-d001"]
    assert (letter["start"], letter["words"]) == (0, 9)
    assert letter["sender"] == ["Flavia", "chancellor"]
    assert letter["sender_id"] == ["pers:flavia", None]
    assert letter["date_from"].date().isoformat() == "1894-03-03"
    assert found["zenda-d001-e1"]["part_of"] == "zenda-d001"
    assert found["zenda-d002"]["reply_to"] == ["zenda-d001", None]
    assert found["zenda-d003"]["date_from"] is None


def test_csvw_finds_the_table_valid(zenda: EncodedEdition, tmp_path: Path) -> None:
    document = CSVW(str(written(zenda, tmp_path)), validate=True)
    assert document.is_valid
    assert document.warnings == []


@pytest.mark.parametrize(
    ("good", "bad", "error"),
    [
        ("1894-03-03,1894-03-03,1894-03-03", "1894-03-03,1894-03-33,1894-03-03", "date_from"),
        (",low,", ",perhaps,", "invalid lexical value for string: perhaps"),
        ("9,auto", "many,auto", "words"),
        ("zenda-d003,", "zenda-d002,", "duplicate primary key"),
    ],
)
def test_csvw_notices_a_wrong_cell(zenda: EncodedEdition, tmp_path: Path, good: str, bad: str, error: str) -> None:
    description = written(zenda, tmp_path)
    check(description)
    table = tmp_path / "letters.csv"
    text = table.read_bytes().decode("utf-8")
    assert good in text
    table.write_bytes(text.replace(good, bad, 1).encode("utf-8"))
    with pytest.raises(ValueError, match=error):
        check(description)


@pytest.mark.parametrize(("safe", "said"), [(True, "apostrophe"), (False, "Do not open")])
def test_the_choice_of_the_guard_is_written_down(zenda: EncodedEdition, tmp_path: Path, safe: bool, said: str) -> None:
    content = json.loads(written(zenda, tmp_path, CsvTables(spreadsheet_safe=safe)).read_text(encoding="utf-8"))
    assert said in content["dc:description"]


def test_every_column_is_titled_in_three_languages(zenda: EncodedEdition, tmp_path: Path) -> None:
    content = json.loads(written(zenda, tmp_path).read_text(encoding="utf-8"))
    columns = content["tableSchema"]["columns"]
    assert [column["name"] for column in columns] == [column.name for column in TABLES["letters"].columns]
    assert all(set(column["titles"]) == {"en", "de", "fr"} for column in columns)
    assert all(column["titles"]["en"][0] == column["name"] for column in columns)


@pytest.mark.parametrize(
    ("kind", "value", "fits"),
    [
        (Kind.EDTF, "1894", True),
        (Kind.EDTF, "1894-03", True),
        (Kind.EDTF, "1894-03-01/1894-04-02", True),
        (Kind.EDTF, "[1894-03-01..1894-04-02]", True),
        (Kind.EDTF, "1894-03-01~", False),
        (Kind.EDTF, "1894-03-XX", True),
        (Kind.EDTF, "189X", True),
        (Kind.EDTF, "1894-XX", False),
        (Kind.EDTF, "~1894", False),
        (Kind.EDTF, "1894-03-01..1894-04-02", False),
        (Kind.ID, "zenda-d001", True),
        (Kind.ID, "-d001", False),
        (Kind.ID, "a b", False),
        (Kind.ADDRESS, "javascript", False),
        (Kind.COUNT, "-1", False),
        (Kind.LANGUAGE, "zh-Hant", True),
        (Kind.LANGUAGE, "=de", False),
    ],
)
def test_a_kind_holds_what_it_says(kind: Kind, value: str, fits: bool) -> None:
    assert kind.holds(value) is fits


@given(dates())
def test_every_date_fits_its_column(value: HistoricalDate) -> None:
    assert Kind.EDTF.holds(replace(value, reserve=Reserve.NONE).edtf)
