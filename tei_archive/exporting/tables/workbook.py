"""Our own tables as a workbook for Excel and LibreOffice: a sheet a table, with days and numbers as what they are."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import ClassVar

from tei_archive.exporting.output import OutputFile
from tei_archive.exporting.tables.catalogue import TABLES
from tei_archive.exporting.tables.sheets import MADE_BY, MADE_ON, workbook
from tei_archive.tei import EncodedEdition

_PROPERTIES = "docProps/core.xml"
_LARGEST_PROPERTIES = 100_000


@dataclass(frozen=True, slots=True)
class Workbook:
    """The workbook of tables of our own, by their names in `TABLES`."""

    file_name: ClassVar[str] = "tables.xlsx"
    names: tuple[str, ...] = tuple(TABLES)

    def __post_init__(self) -> None:
        if not self.names or not TABLES.keys() >= set(self.names):
            raise ValueError(f"not tables: {self.names}; known are {', '.join(TABLES)}")

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        """Give back the workbook. Raises `ExportError` where a value does not fit its column, or a table its sheet."""
        tables = tuple(table for known, table in TABLES.items() if known in self.names)
        yield OutputFile(PurePosixPath(name), workbook(tables, edition))

    def made(self, _name: str, content: bytes) -> bool:
        """Whether it is an earlier workbook of ours that nobody has saved since: whoever does sets another date."""
        properties = _read_properties(content)
        return (
            MADE_BY.encode() in properties
            and f">{MADE_ON:%Y-%m-%dT%H:%M:%SZ}</dcterms:modified>".encode() in properties
        )


def _read_properties(content: bytes) -> bytes:
    """The properties that a workbook has of itself; none where it is not one."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            is_small = package.getinfo(_PROPERTIES).file_size <= _LARGEST_PROPERTIES
            return package.read(_PROPERTIES) if is_small else b""
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, RuntimeError):
        return b""
