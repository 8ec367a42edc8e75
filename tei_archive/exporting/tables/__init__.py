"""The letters table: a row a communication, as CSV after RFC 4180, with its CSVW description beside it."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from tei_archive.errors import ExportError, Location
from tei_archive.exporting.output import OutputFile
from tei_archive.exporting.tables.columns import COLUMNS, SEPARATOR, Column
from tei_archive.exporting.tables.guard import guard
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.letters import Letter, letters
from tei_archive.exporting.tables.metadata import describe
from tei_archive.exporting.tables.replacing import is_description, is_table
from tei_archive.tei import EncodedEdition

_DESCRIPTION = "-metadata.json"
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class LettersTable:
    """The table, and its description.

    `spreadsheet_safe` guards cells that a spreadsheet would take for formulas, `bom` puts a byte order mark before
    the table.
    """

    file_name: ClassVar[str | None] = "letters.csv"
    spreadsheet_safe: bool = True
    bom: bool = False

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        """Give back the table and its description. Raises `ExportError` where a value does not fit its column."""
        table = io.StringIO(newline="")
        writer = csv.writer(table, lineterminator="\r\n")
        writer.writerow(column.name for column in COLUMNS)
        for letter in letters(edition):
            writer.writerow(_cell(letter, column, safe=self.spreadsheet_safe) for column in COLUMNS)
        text = _BOM * self.bom + table.getvalue()
        yield OutputFile(PurePosixPath(name), text.encode("utf-8"))
        description = describe(edition.project, name, spreadsheet_safe=self.spreadsheet_safe)
        yield OutputFile(PurePosixPath(f"{name}{_DESCRIPTION}"), description)

    def made(self, name: str, content: bytes) -> bool:
        """Whether it is an earlier table of ours, or its description."""
        return is_description(content) if name.endswith(_DESCRIPTION) else is_table(content)


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
