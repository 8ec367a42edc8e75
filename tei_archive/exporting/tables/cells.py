"""Cells: the values of a row as they stand in a table, checked against the kind of their column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Never

from tei_archive.errors import ExportError, Location
from tei_archive.exporting.tables.column import Column, Values
from tei_archive.exporting.tables.table import Record, Table
from tei_archive.tei import EncodedEdition


def checked_rows(table: Table, edition: EncodedEdition) -> Iterator[tuple[Values, ...]]:
    """Give back the rows of a table: in each cell values of one line, or none.

    Raises `ExportError` where a value does not fit its column.
    """
    for record in table.records(edition):
        yield tuple(map(_checked, record.cells, table.columns, [record] * len(table.columns)))


def _checked(values: Values, column: Column[Never], record: Record) -> Values:
    cleaned = tuple(map(_one_line, values))
    if column.many:
        # A stroke inside a value would cut it in two.
        cleaned = tuple(value.replace("|", "\N{BROKEN BAR}") for value in cleaned)
    if not any(cleaned):
        return ()
    for value in filter(None, cleaned):
        _check(value, column, record)
    return cleaned


def _one_line(value: str) -> str:
    """Put one blank for each run of white space: a table is read line by line in differences between versions."""
    return re.sub(r"\s+", " ", value).strip()


def _check(value: str, column: Column[Never], record: Record) -> None:
    if not column.kind.holds(value):
        raise ExportError(
            f"{value!r} cannot stand in column {column.name}",
            Location(str(record.file)),
            hint=f"correct it in the file; the column takes what matches {column.kind.pattern}",
        )
