"""A table as CSV after RFC 4180."""

from __future__ import annotations

import csv
import io
from typing import Never

from tei_archive.exporting.tables.cells import checked_rows
from tei_archive.exporting.tables.column import Column, Values
from tei_archive.exporting.tables.guard import guard
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.table import Table
from tei_archive.tei import EncodedEdition


def csv_text(table: Table, edition: EncodedEdition, *, safe: bool) -> bytes:
    """Give back the table as CSV in UTF-8; where it is to be safe, text that begins a formula is guarded.

    Raises `ExportError` where a value does not fit its column.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    for row in checked_rows(table, edition):
        cells = zip(table.columns, row, strict=True)
        writer.writerow(_cell(column, values, table.separator, safe=safe) for column, values in cells)
    return text.getvalue().encode("utf-8")


def header(table: Table) -> bytes:
    """Give back the first line of the table, without its end."""
    return ",".join(column.name for column in table.columns).encode("utf-8")


def _cell(column: Column[Never], values: Values, separator: str, *, safe: bool) -> str:
    joined = separator.join(values)
    return guard(joined) if safe and column.kind is Kind.TEXT else joined
