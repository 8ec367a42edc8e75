"""Tables: columns, the rows that are read from an edition, and the keys that hold them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Never, TypeVar

from tei_archive.exporting.tables.column import Column, Values
from tei_archive.tei import EncodedEdition

SEPARATOR = " | "

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A column that is never empty, and the table whose key has each of its values."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Record:
    """A row as values, one tuple a column, and the file that they were read from."""

    cells: tuple[Values, ...]
    file: Path


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `key` names the column that tells its rows apart, `about` says what a row is.

    `separator` stands between several values of one cell.
    """

    name: str
    about: str
    columns: tuple[Column[Never], ...]
    records: Callable[[EncodedEdition], Iterator[Record]]
    key: str | None = None
    foreign_keys: tuple[ForeignKey, ...] = ()
    separator: str = SEPARATOR

    @property
    def file_name(self) -> str:
        """The name of its file in a folder of tables."""
        return f"{self.name}.csv"


def reader(
    columns: tuple[Column[Row], ...],
    rows: Callable[[EncodedEdition], Iterable[Row]],
    file: Callable[[Row], Path],
) -> Callable[[EncodedEdition], Iterator[Record]]:
    """Give back what reads the records of a table from an edition; `file` names the file of a row."""

    def records(edition: EncodedEdition) -> Iterator[Record]:
        for row in rows(edition):
            yield Record(tuple(column.values(row) for column in columns), file(row))

    return records
