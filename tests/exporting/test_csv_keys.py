"""Several tables in one folder: the package csvw finds them valid, keys included, and notices a key that dangles."""

import csv
import json
from pathlib import Path

import pytest
from court import files, write_court
from csvw import CSVW, TableGroup
from zenda import STRAY

from tei_archive import api
from tei_archive.exporting import TABLES, CsvTables
from tei_archive.model import Registers
from tei_archive.tei import EncodedEdition

ALL = CsvTables(tuple(TABLES))
KEYS = {
    ("replies", "from_id", "letters"),
    ("replies", "to_id", "letters"),
    ("persons", "id", "entries"),
    ("organisations", "id", "entries"),
    ("places", "id", "entries"),
    ("mentions", "letter_id", "letters"),
    ("mentions", "entry_id", "entries"),
}


@pytest.fixture
def folder(court: EncodedEdition, tmp_path: Path) -> Path:
    api.export(ALL, court.folder, tmp_path / "tables")
    return tmp_path / "tables"


def check(folder: Path) -> None:
    """Check types, primary keys and foreign keys, those that are empty included."""
    group = TableGroup.from_file(folder / "csv-metadata.json")
    for table in group.tables:
        assert list(table.iterdicts(strict=True)), table.url
        table.check_primary_key()
    group.check_referential_integrity(strict=True)


def keys(described: dict[str, object]) -> set[tuple[str, str, str]]:
    return {
        (table["url"].removesuffix(".csv"), key["columnReference"], key["reference"]["resource"].removesuffix(".csv"))
        for table in described["tables"]
        for key in table["tableSchema"].get("foreignKeys", [])
    }


def test_the_folder_has_a_file_a_table_and_one_description(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert names == {f"{name}.csv" for name in TABLES} | {"csv-metadata.json", "written.sha256"}


def test_csvw_finds_all_tables_valid(folder: Path) -> None:
    check(folder)
    document = CSVW(str(folder / "csv-metadata.json"), validate=True)
    assert document.is_valid, document.warnings
    assert {table.url.string for table in document.tables} == {f"{name}.csv" for name in TABLES}


def test_the_keys_lead_from_what_is_never_empty(folder: Path) -> None:
    assert keys(json.loads((folder / "csv-metadata.json").read_bytes())) == KEYS


@pytest.mark.parametrize(("table", "column", "target"), sorted(KEYS))
def test_csvw_notices_a_key_that_dangles(table: str, column: str, target: str, folder: Path) -> None:
    check(folder)
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[0][column] = "pers:nobody"
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0], lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(ValueError, match=rf"{table}\.csv.*pers:nobody.* not found in table {target}\.csv"):
        check(folder)


def test_a_key_to_a_table_that_is_left_out_is_left_out(court: EncodedEdition) -> None:
    made = files(CsvTables(("mentions", "letters")), court)
    assert list(made) == ["letters.csv", "mentions.csv", "csv-metadata.json"]
    assert keys(json.loads(made["csv-metadata.json"])) == {("mentions", "letter_id", "letters")}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("bom", [False, True])
def test_csvw_finds_each_table_valid_alone(name: str, bom: bool, court: EncodedEdition, tmp_path: Path) -> None:
    _, description = api.export(CsvTables((name,), bom=bom), court.folder, tmp_path / "table.csv")
    document = CSVW(str(description), validate=True)
    assert document.is_valid, document.warnings


def test_tables_without_rows_are_valid(tmp_path: Path) -> None:
    edition = write_court(tmp_path / "e", STRAY, registers=Registers())
    api.export(ALL, edition.folder, tmp_path / "tables")
    document = CSVW(str(tmp_path / "tables" / "csv-metadata.json"), validate=True)
    assert document.is_valid, document.warnings


def test_one_table_has_its_own_description_without_keys(court: EncodedEdition) -> None:
    made = files(CsvTables(("replies",)), court)
    assert list(made) == ["replies.csv", "replies.csv-metadata.json"]
    assert "foreignKeys" not in json.loads(made["replies.csv-metadata.json"])["tableSchema"]


def test_the_order_in_which_tables_are_named_does_not_matter(court: EncodedEdition) -> None:
    assert files(CsvTables(("places", "letters")), court) == files(CsvTables(("letters", "places", "letters")), court)


@pytest.mark.parametrize("names", [(), ("letters", "sheep")])
def test_only_tables_that_there_are_can_be_asked_for(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="known are letters, replies"):
        CsvTables(names)
