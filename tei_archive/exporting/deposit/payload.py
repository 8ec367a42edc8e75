"""The files of a deposit that a reader wants: the edition as it stands, tables and data made of it, the schemas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from tei_archive.errors import ExportError, Location
from tei_archive.exporting.format import Format
from tei_archive.files import read_bytes
from tei_archive.model.folder import (
    LEDGER_FILE,
    MANIFEST_FILE,
    PROJECT_FILE,
    REGISTERS_FILE,
    SOURCES_FOLDER,
    TEI_FOLDER,
    UNCLAIMED_FILE,
)
from tei_archive.schema_files import schema_file
from tei_archive.tei import EncodedEdition

SCHEMAS_FOLDER: Final = "schemas"
_SCHEMAS = (
    "tei-archive.odd",
    "tei-archive.rng",
    "tei-archive.sch",
    "tei-archive.xsd",
    "xml.xsd",
    "edition.schema.json",
)
_SINGLE = (PROJECT_FILE, REGISTERS_FILE, UNCLAIMED_FILE, LEDGER_FILE, MANIFEST_FILE)


@dataclass(frozen=True, slots=True)
class Part:
    """What an edition is exported to inside a deposit: the form, and the path of its folder or of its main file."""

    path: str
    form: Format


@dataclass(frozen=True, slots=True)
class Payload:
    """Files by their paths: those of the edition, those made of it, and the schemas."""

    edition: dict[str, bytes]
    made: dict[str, bytes]
    schemas: dict[str, bytes]

    @property
    def files(self) -> dict[str, bytes]:
        """All of them, in the order of their paths."""
        together = {**self.edition, **self.made, **self.schemas}
        return {path: together[path] for path in sorted(together)}


def collect(edition: EncodedEdition, parts: Iterable[Part]) -> Payload:
    """Give back the files. Raises `ExportError` where one cannot be in a deposit that everybody can read."""
    own = {path.relative_to(edition.folder).as_posix(): read_bytes(path) for path in _own_files(edition)}
    made = {path: content for part in parts for path, content in _make(part, edition)}
    schemas = {f"{SCHEMAS_FOLDER}/{name}": schema_file(name).read_bytes() for name in _SCHEMAS}
    for path in own:
        _check(path)
    return Payload(own, made, schemas)


def _own_files(edition: EncodedEdition) -> Iterator[Path]:
    folder = edition.folder
    yield from (path for name in _SINGLE if (path := folder / name).is_file())
    yield from (encoded.path for encoded in edition.documents)
    yield from (folder / SOURCES_FOLDER / source.name for source in edition.sources)
    yield from _own_profile(edition)


def _own_profile(edition: EncodedEdition) -> Iterator[Path]:
    """The profile, where it is a file that lies in the folder of the edition."""
    path = edition.folder / edition.project.profile
    if path.suffix == ".toml" and ".." not in path.parts and path.is_relative_to(edition.folder) and path.is_file():
        yield path


def _make(part: Part, edition: EncodedEdition) -> Iterator[tuple[str, bytes]]:
    path = PurePosixPath(part.path)
    folder, name = (path, "") if part.form.file_name is None else (path.parent, path.name)
    for file in part.form.files(edition, name):
        yield (folder / file.path).as_posix(), file.content


def _check(path: str) -> None:
    """Refuse names that BagIt escapes in a way that not all its readers know."""
    if "%" in path or not path.isprintable():
        raise ExportError(
            "a name with such characters cannot be in a deposit",
            Location(path),
            hint="rename the file: no percent sign, no line end",
        )


def is_tei(path: str) -> bool:
    """Say whether a file of a deposit is TEI."""
    return path.startswith(f"{TEI_FOLDER}/") or path in (REGISTERS_FILE, UNCLAIMED_FILE)
