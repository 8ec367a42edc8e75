"""Sheets of a workbook: values are written as what they are, and no text is ever a formula."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Never

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tei_archive.errors import ExportError
from tei_archive.exporting.tables.cells import checked_rows
from tei_archive.exporting.tables.column import Column
from tei_archive.exporting.tables.guard import guard
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.table import Table
from tei_archive.tei import EncodedEdition

MADE_BY = "Made by tei-archive export xlsx."
# A workbook says when it was made. The same edition is to give the same bytes, so that it is the first day of ZIP.
MADE_ON = datetime(1980, 1, 1)  # noqa: DTZ001 - the form has no time zone

# What Excel has room for (https://support.microsoft.com: Excel specifications and limits).
_MOST_ROWS = 1_048_576
_LONGEST_TEXT = 32_767

# Before this day, Excel counts one day too many, since it takes 1900 for a leap year; before 1900 it has no days.
_FIRST_DAY = "1900-03-01"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_NARROWEST, _WIDEST = 6, 60
_COLUMNS_SHEET = "columns"
_COLUMNS_HEADER = ("table", "column", "English", "Deutsch", "français")
_NO_ROOM = "export csv has no such limit"


def workbook(tables: Sequence[Table], edition: EncodedEdition) -> bytes:
    """Give back a workbook with a sheet for each table, and one that says what the columns hold.

    Raises `ExportError` where a value does not fit its column, or a table or a text is too long for a sheet.
    """
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": edition.project.title, "comments": MADE_BY, "created": MADE_ON})
        formats = _Formats(book)
        for table in tables:
            _write_table(book.add_worksheet(table.name), table, edition, formats)
        _write_columns(book.add_worksheet(_COLUMNS_SHEET), tables, formats)
    return content.getvalue()


class _Formats:
    """The formats of cells; `untouched` keeps Excel from reading a text as a formula when somebody edits its cell."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.header: Format = book.add_format({"bold": True, "bottom": 1})
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd"})
        self.plain: Format = book.add_format()
        self.untouched: Format = book.add_format({"quote_prefix": True})


def _write_table(sheet: Worksheet, table: Table, edition: EncodedEdition, formats: _Formats) -> None:
    widths = [len(column.name) for column in table.columns]
    last = 0
    for last, row in enumerate(checked_rows(table, edition), start=1):
        if last >= _MOST_ROWS:
            raise ExportError(f"the table {table.name} has more rows than a sheet", hint=_NO_ROOM)
        for number, (column, values) in enumerate(zip(table.columns, row, strict=True)):
            text = table.separator.join(values)
            widths[number] = max(widths[number], len(text))
            _write_cell(sheet, (last, number), column, text, formats)
    _finish(sheet, [column.name for column in table.columns], last, widths, formats)


def _write_columns(sheet: Worksheet, tables: Sequence[Table], formats: _Formats) -> None:
    rows = [(table.name, column.name, *column.titles) for table in tables for column in table.columns]
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row)
    widths = [max(map(len, cells)) for cells in zip(_COLUMNS_HEADER, *rows, strict=True)]
    _finish(sheet, _COLUMNS_HEADER, len(rows), widths, formats)


def _finish(sheet: Worksheet, header: Sequence[str], last: int, widths: Sequence[int], formats: _Formats) -> None:
    """Write the header row, which stays where it is when one scrolls; filters; widths of columns, in characters."""
    sheet.write_row(0, 0, header, formats.header)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(header) - 1)
    for number, width in enumerate(widths):
        sheet.set_column(number, number, min(max(width, _NARROWEST), _WIDEST) + 2)


def _write_cell(sheet: Worksheet, place: tuple[int, int], column: Column[Never], text: str, formats: _Formats) -> None:
    if not text:
        return
    match column.kind:
        case Kind.COUNT:
            sheet.write_number(*place, int(text))
        case Kind.DEGREES:
            sheet.write_number(*place, float(text))
        case Kind.TRUTH:
            sheet.write_boolean(*place, text == "true")
        case Kind.DAY | Kind.EDTF if _DAY.fullmatch(text) and text >= _FIRST_DAY:
            sheet.write_datetime(*place, datetime.fromisoformat(text), formats.day)
        case _:
            _write_text(sheet, place, text, formats)


def _write_text(sheet: Worksheet, place: tuple[int, int], text: str, formats: _Formats) -> None:
    if len(text.encode("utf-16-le")) > 2 * _LONGEST_TEXT:
        raise ExportError(f"a text is longer than a cell can be: {text[:40]!r}…", hint=_NO_ROOM)
    form = formats.untouched if guard(text) != text else formats.plain
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes this for markup of its own and would not escape it; text in two pieces, it does.
        sheet.write_rich_string(*place, text[:2], formats.plain, text[2:], form)
    else:
        sheet.write_string(*place, text, form)
