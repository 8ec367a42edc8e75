"""The workbook: read again by another program, with types; nothing is a formula; the same edition, the same bytes."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from court import court_letter, rows, write_court
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from zenda import STRAY

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.exporting import TABLES, Workbook
from tei_archive.exporting.tables import sheets
from tei_archive.exporting.tables.column import Column
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.table import Record, Table
from tei_archive.model import ActionType, Claim, CorrespAction, Document, HistoricalDate, Precision, Project, Registers
from tei_archive.tei import EncodedEdition

NOTHING = EncodedEdition(Path(), Project("Zenda", "zenda"), (), Registers(), ())
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=40)
MARKUP = st.sampled_from(
    ["<r>", "</r>", "<t>", "</t></si>", "&amp;", "_x0041_", "=", "'", "\N{RIGHT-TO-LEFT OVERRIDE}"]
)
HOSTILE = st.lists(MARKUP | LINES, max_size=5).map("".join).map(lambda text: " ".join(text.split()))


def book(edition: EncodedEdition, form: Workbook | None = None) -> openpyxl.Workbook:
    (file,) = (form or Workbook()).files(edition, "tables.xlsx")
    return openpyxl.load_workbook(io.BytesIO(file.content))


def records(sheet: Worksheet) -> list[dict[str, object]]:
    header, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in found]


def made_of(*texts: str) -> bytes:
    """A workbook with these texts, one a row, in its only table."""
    column: Column[str] = Column("text", Kind.TEXT, lambda text: (text,))
    found = [Record(((text,),), Path("letter.xml")) for text in texts]
    return sheets.workbook([Table("texts", "Texts.", (column,), lambda _: iter(found))], NOTHING)


def test_a_sheet_for_each_table_and_one_for_the_columns(court: EncodedEdition) -> None:
    assert book(court).sheetnames == [*TABLES, "columns"]
    assert book(court, Workbook(("persons", "letters"))).sheetnames == ["letters", "persons", "columns"]


def test_cells_are_those_of_the_other_tables(court: EncodedEdition) -> None:
    read = book(court)
    for name in TABLES:
        said = [{key: plain(value) for key, value in row.items()} for row in records(read[name])]
        assert said == rows(court, name)


def plain(value: object) -> str:
    """What the table as text has for the value of a cell."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case datetime():
            return value.date().isoformat()
        case _:
            return str(value)


def test_every_value_has_its_type(court: EncodedEdition) -> None:
    read = book(court)
    letter = next(row for row in records(read["letters"]) if row["id"] == "zenda-d001")
    place, _ = records(read["places"])
    person, *_ = records(read["persons"])
    assert (letter["start"], letter["words"]) == (0, 9)
    assert (place["lat"], place["long"]) == (50.08, -14.43)
    assert (person["name_known"], person["sent"]) == (True, 1)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (HistoricalDate(date(1921, 8, 20), date(1921, 8, 20)), datetime.fromisoformat("1921-08-20")),
        (HistoricalDate(date(1900, 3, 1), date(1900, 3, 1)), datetime.fromisoformat("1900-03-01")),
        (HistoricalDate(date(1900, 2, 28), date(1900, 2, 28)), "1900-02-28"),
        (HistoricalDate(date(1894, 3, 3), date(1894, 3, 3)), "1894-03-03"),
        (HistoricalDate(date(1921, 8, 1), date(1921, 8, 31), Precision.MONTH), "1921-08"),
        (HistoricalDate(date(1921, 8, 1), date(1921, 8, 5), Precision.WINDOW), "[1921-08-01..1921-08-05]"),
    ],
)
def test_a_day_that_excel_knows_is_a_day(value: HistoricalDate, expected: object, tmp_path: Path) -> None:
    sheet = book(write_court(tmp_path / "e", dated(value)))["letters"]
    (row,) = records(sheet)
    assert row["date"] == expected
    is_day = isinstance(expected, datetime)
    number = [cell.value for cell in sheet[1]].index("date") + 1
    assert sheet.cell(2, number).number_format == ("yyyy-mm-dd" if is_day else "General")


def dated(value: HistoricalDate) -> Document:
    return replace(STRAY, actions=(CorrespAction(ActionType.SENT, date=Claim(value)),))


def test_the_header_stays_and_columns_can_be_filtered_and_read(court: EncodedEdition) -> None:
    for sheet in book(court).worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(6 < column.width <= 63 for column in sheet.column_dimensions.values())
        assert all(cell.font.bold for cell in sheet[1])


def test_the_columns_are_described_in_three_languages(court: EncodedEdition) -> None:
    found = records(book(court)["columns"])
    assert [(row["table"], row["column"]) for row in found] == [
        (name, column.name) for name, table in TABLES.items() for column in table.columns
    ]
    assert all(row["English"] and row["Deutsch"] and row["français"] for row in found)


@pytest.mark.parametrize("text", ["=SUM(A1)", "@cmd", "+1", "-1", "{=A1}", "http://example.org", "1894", "1894-03-03"])
def test_text_stays_text(text: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made_of(text)))["texts"]
    cell = sheet["A2"]
    assert (cell.value, cell.hyperlink) == (text, None)
    with zipfile.ZipFile(io.BytesIO(made_of(text))) as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in xml
        assert xml.count('t="s"') == 2


@pytest.mark.parametrize("text", ["=1+1", "'=1", " -1"])
def test_a_formula_stays_text_when_its_cell_is_edited(text: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made_of(text, "innocent")))["texts"]
    assert sheet["A2"].quotePrefix
    assert not sheet["A3"].quotePrefix


@given(st.lists(HOSTILE.filter(bool), min_size=1, max_size=3))
def test_no_text_becomes_anything_else(texts: list[str]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made_of(*texts)))["texts"]
    assert [unescaped(str(cell.value)) for cell in sheet["A"][1:]] == texts


def unescaped(text: str) -> str:
    """The form writes a character as _xHHHH_, and so the stroke before what only looks like one; openpyxl leaves it."""
    return text.replace("_x005F_", "_")


@pytest.mark.parametrize("text", ["<r><t>x</t></r>", "<r></t></si><si><t>=1+1</t></r>", "<r>&</r>", "<r></r>"])
def test_markup_of_the_form_itself_is_text(text: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made_of(text, "after")))["texts"]
    assert [cell.value for cell in sheet["A"]] == ["text", text, "after"]


def test_a_text_that_no_cell_can_hold_is_an_error() -> None:
    assert made_of("x" * 32_767)
    for text in ("x" * 32_768, "\N{GRINNING FACE}" * 16_384):
        with pytest.raises(ExportError, match="longer than a cell") as caught:
            made_of(text)
        assert caught.value.hint


def test_a_table_that_no_sheet_can_hold_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_MOST_ROWS", 3)
    assert made_of("a", "b")
    with pytest.raises(ExportError, match="more rows than a sheet"):
        made_of("a", "b", "c")


def test_a_value_that_does_not_fit_stops_the_export(court: EncodedEdition) -> None:
    file = court.documents[0]
    evil = replace(court, documents=(replace(file, document=replace(file.document, id="=cmd")),))
    with pytest.raises(ExportError, match="'=cmd' cannot stand in column id"):
        book(evil)


def test_the_same_edition_gives_the_same_bytes(court: EncodedEdition) -> None:
    again = replace(court, documents=tuple(reversed(court.documents)))
    one, other = (next(iter(Workbook().files(edition, "t.xlsx"))).content for edition in (court, again))
    assert one == other


# -- where it may be written ---------------------------------------------------------------------------------------


def test_a_workbook_is_made_anew_as_long_as_nobody_saved_it(court: EncodedEdition, tmp_path: Path) -> None:
    path = tmp_path / "tables.xlsx"
    for names in (("letters",), ("persons",)):
        api.export(Workbook(names), court.folder, path)
    saved = openpyxl.load_workbook(path)
    assert saved.sheetnames == ["persons", "columns"]
    saved["persons"]["B2"] = "mine"
    saved.save(path)
    before = path.read_bytes()
    with pytest.raises(ExportError, match="not a file that"):
        api.export(Workbook(), court.folder, path)
    assert path.read_bytes() == before


def test_what_is_no_workbook_of_ours_is_none() -> None:
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as other:
        other.writestr("docProps/core.xml", f"<x>{sheets.MADE_BY}</x>")
    large = io.BytesIO()
    with zipfile.ZipFile(large, "w", zipfile.ZIP_DEFLATED) as other:
        other.writestr("docProps/core.xml", b" " * 200_000 + b"Made by")
    for content in (b"", b"mine", made_of("x")[:-30], package.getvalue(), large.getvalue()):
        assert not Workbook().made("tables.xlsx", content)
    assert Workbook().made("tables.xlsx", made_of("x"))


@pytest.mark.parametrize("names", [(), ("sheep",)])
def test_only_tables_that_there_are_can_be_asked_for(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="known are letters, replies"):
        Workbook(names)


def test_an_edition_without_registers_has_empty_sheets(tmp_path: Path) -> None:
    read = book(write_court(tmp_path / "e", court_letter(), registers=Registers()))
    assert [records(read[name]) for name in ("persons", "places", "mentions")] == [[], [], []]
