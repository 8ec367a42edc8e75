"""Our own tables as CSV: one as a file, several as a folder, each with its CSVW description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from tei_archive.exporting.output import OutputFile
from tei_archive.exporting.tables.catalogue import TABLES
from tei_archive.exporting.tables.csv_text import csv_text
from tei_archive.exporting.tables.description import describe, describe_group
from tei_archive.exporting.tables.replacing import is_description, is_table
from tei_archive.exporting.tables.table import Table
from tei_archive.tei import EncodedEdition

# Where CSVW looks for the description of one table, and of all tables of a folder (Tabular Data Model, section 5).
_DESCRIPTION = "-metadata.json"
_GROUP_DESCRIPTION = "csv-metadata.json"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class CsvTables:
    """Tables of our own, by their names in `TABLES`.

    `spreadsheet_safe` guards cells that a spreadsheet would take for formulas, `bom` puts a byte order mark before
    each table.
    """

    names: tuple[str, ...] = ("letters",)
    spreadsheet_safe: bool = True
    bom: bool = False

    def __post_init__(self) -> None:
        if not self.names or not TABLES.keys() >= set(self.names):
            raise ValueError(f"not tables: {self.names}; known are {', '.join(TABLES)}")

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, each once, in their usual order."""
        return tuple(table for name, table in TABLES.items() if name in self.names)

    @property
    def file_name(self) -> str | None:
        """The name of the file of a table; None where several make a folder."""
        first, *others = self.tables
        return None if others else first.file_name

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        """Give back tables and descriptions. Raises `ExportError` where a value does not fit its column."""
        tables, safe = self.tables, self.spreadsheet_safe
        for table in tables:
            content = csv_text(table, edition, safe=safe)
            yield OutputFile(PurePosixPath(name or table.file_name), _BOM * self.bom + content)
        if len(tables) > 1:
            description = describe_group(edition.project, tables, safe=safe)
            yield OutputFile(PurePosixPath(_GROUP_DESCRIPTION), description)
        else:
            described = describe(edition.project, tables[0], name, safe=safe)
            yield OutputFile(PurePosixPath(f"{name}{_DESCRIPTION}"), described)

    def made(self, name: str, content: bytes) -> bool:
        """Whether it is an earlier table of the same columns, or its description."""
        table, *_ = self.tables
        return is_description(content, table) if name.endswith(_DESCRIPTION) else is_table(content, table)
