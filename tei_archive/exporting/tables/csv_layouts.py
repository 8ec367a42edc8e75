"""Tables in the form that another program wants, as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from tei_archive.exporting.output import OutputFile
from tei_archive.exporting.tables.csv_text import csv_text
from tei_archive.exporting.tables.layouts import csv2cmi, geobrowser, gephi, palladio
from tei_archive.exporting.tables.replacing import is_table
from tei_archive.exporting.tables.table import Table
from tei_archive.tei import EncodedEdition

Companion = tuple[str, Callable[[EncodedEdition], bytes]]


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables of a layout, and other files that belong to them: the name, and what makes the content."""

    tables: tuple[Table, ...]
    companions: tuple[Companion, ...] = ()


LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        "csv2cmi": Layout((csv2cmi.LETTERS,), ((csv2cmi.SETTINGS_FILE, csv2cmi.settings),)),
        "gephi": Layout(gephi.TABLES),
        "palladio": Layout((palladio.LETTERS,)),
        "geobrowser": Layout((geobrowser.PLACES,)),
    }
)


@dataclass(frozen=True, slots=True)
class CsvLayout:
    """The tables of a layout, by its name in `LAYOUTS`.

    `spreadsheet_safe` guards cells that a spreadsheet would take for formulas.
    """

    name: str
    spreadsheet_safe: bool = True

    def __post_init__(self) -> None:
        if self.name not in LAYOUTS:
            raise ValueError(f"not a layout: {self.name}; known are {', '.join(LAYOUTS)}")

    @property
    def file_name(self) -> str | None:
        """The name of the file of a layout of one table; None where several files make a folder."""
        layout = LAYOUTS[self.name]
        return None if layout.companions or len(layout.tables) > 1 else layout.tables[0].file_name

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        """Give back the tables and what belongs to them. Raises `ExportError` where a value does not fit its column."""
        layout = LAYOUTS[self.name]
        for table in layout.tables:
            content = csv_text(table, edition, safe=self.spreadsheet_safe)
            yield OutputFile(PurePosixPath(name or table.file_name), content)
        for companion, content_of in layout.companions:
            yield OutputFile(PurePosixPath(companion), content_of(edition))

    def made(self, _name: str, content: bytes) -> bool:
        """Whether it is an earlier table of this layout."""
        return is_table(content, LAYOUTS[self.name].tables[0])
