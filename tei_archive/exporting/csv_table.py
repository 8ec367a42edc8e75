"""The letters table: a row a communication, as CSV after RFC 4180, with its CSVW description beside it."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tei_archive.errors import ExportError, Location
from tei_archive.exporting.csv_columns import COLUMNS, SEPARATOR, Column
from tei_archive.exporting.csv_guard import guard
from tei_archive.exporting.csv_kinds import Kind
from tei_archive.exporting.csv_letters import Letter, letters
from tei_archive.exporting.csv_metadata import describe
from tei_archive.exporting.options import ExportOptions
from tei_archive.exporting.output import OutputFile
from tei_archive.tei import EncodedEdition

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def export(edition: EncodedEdition, options: ExportOptions) -> Iterator[OutputFile]:
    """Give back the table and its description. Raises `ExportError` where a value does not fit its column."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(column.name for column in COLUMNS)
    for letter in letters(edition):
        writer.writerow(_cell(letter, column, safe=options.spreadsheet_safe) for column in COLUMNS)
    text = _BOM * options.bom + table.getvalue()
    yield OutputFile(PurePosixPath(options.name), text.encode("utf-8"))
    yield OutputFile(PurePosixPath(f"{options.name}-metadata.json"), describe(edition.project, options))


def _cell(letter: Letter, column: Column, *, safe: bool) -> str:
    values = [_one_line(value) for value in column.values(letter)]
    if column.many:
        # A stroke inside a value would cut it in two.
        values = [value.replace("|", "\N{BROKEN BAR}") for value in values]
    if not any(values):
        return ""
    for value in filter(None, values):
        _check(value, column, letter)
    joined = SEPARATOR.join(values)
    return guard(joined) if safe and column.kind is Kind.TEXT else joined


def _one_line(value: str) -> str:
    """Put one blank for each run of white space: the table is read line by line in differences between versions."""
    return re.sub(r"\s+", " ", value).strip()


def _check(value: str, column: Column, letter: Letter) -> None:
    if not column.kind.holds(value):
        raise ExportError(
            f"{value!r} cannot stand in column {column.name}",
            Location(str(letter.file.path)),
            hint=f"correct it in the file; the column takes what matches {column.kind.pattern}",
        )
