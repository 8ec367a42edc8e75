"""Named schemas: published schemas such as `tei_all@4.12.0`, kept in the user's cache folder with their checksums.

They are fetched from the releases of the TEI when somebody asks for it (Guidelines, "Getting and using the TEI"), or
taken from a file. The checksum stands beside the schema in the form of `sha256sum`.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_archive.cache import cache_folder
from tei_archive.errors import Location, TeiArchiveError
from tei_archive.files import read_bytes, write_atomically

RELEASES_VARIABLE = "TEI_ARCHIVE_TEI_RELEASES"
_RELEASES = "https://www.tei-c.org"

_NAME = re.compile(r"(?P<name>[A-Za-z]\w*(?:-\w+)*)(?:@(?P<version>\d+(?:\.\d+)*))?")
_STATED_VERSION = re.compile(rb"P5 Version (\d+\.\d+\.\d+)")
# Where the TEI and its mirrors have the schemas of a release, and in which release.
_ADDRESS = re.compile(r"https?://\S+/relaxng/(?P<name>\w+)\.rng")
_RELEASE = re.compile(r"/P5/(\d+(?:\.\d+)+)/")


@dataclass(frozen=True, slots=True, order=True)
class SchemaName:
    """The name of a schema and its version; without one, the newest."""

    name: str
    version: str | None = None

    def __str__(self) -> str:
        return f"{self.name}@{self.version}" if self.version else self.name

    @property
    def address(self) -> str:
        """Where the TEI has it."""
        base = os.environ.get(RELEASES_VARIABLE) or _RELEASES
        release = f"Vault/P5/{self.version}" if self.version else "release"
        return f"{base}/{release}/xml/tei/custom/schema/relaxng/{self.name}.rng"


def parse_name(words: str) -> SchemaName | None:
    """Give the schema that words name, `tei_all` or `tei_all@4.12.0`; None for anything else, such as a path."""
    found = _NAME.fullmatch(words)
    return SchemaName(found["name"], found["version"]) if found else None


def name_of(address: str) -> SchemaName | None:
    """Give the schema that stands at an address of the TEI's releases; None for any other address."""
    found, release = _ADDRESS.fullmatch(address), _RELEASE.search(address)
    return SchemaName(found["name"], release[1] if release else None) if found else None


def find_schema(name: SchemaName) -> Path | None:
    """Give the file of a schema that is kept, of several versions the newest; None where there is none.

    Raises `TeiArchiveError` where the file is no longer what was kept.
    """
    fitting = [kept for kept in kept_schemas() if kept.name == name.name and name.version in (None, kept.version)]
    if not fitting:
        return None
    path = _path(max(fitting, key=_age))
    if _checksum_file(path).read_text(encoding="utf-8") != _checksum_line(path, read_bytes(path)):
        hint = f"put it there again: tei-archive schema add {name}"
        raise TeiArchiveError("the schema is not the one that was kept", Location(str(path)), hint)
    return path


def kept_schemas() -> tuple[SchemaName, ...]:
    """Give the schemas that are kept, by name and version."""
    return tuple(sorted(_kept(), key=lambda kept: (kept.name, _age(kept))))


def schemas_folder() -> Path:
    """Give the folder in which schemas are kept."""
    return cache_folder() / "schemas"


def keep_schema(name: SchemaName, content: bytes) -> tuple[SchemaName, Path]:
    """Keep a schema, under the version that it states where the name has none; give back its full name and file."""
    stated = _STATED_VERSION.search(content)
    full = name if name.version or not stated else SchemaName(name.name, stated[1].decode())
    path = _path(full)
    write_atomically(path, content)
    write_atomically(_checksum_file(path), _checksum_line(path, content).encode())
    return full, path


def _kept() -> Iterator[SchemaName]:
    for path in schemas_folder().glob("*.rng"):
        name = parse_name(path.stem)
        if name and _checksum_file(path).is_file():
            yield name


def _age(name: SchemaName) -> tuple[int, ...]:
    """Versions in their order: 4.9 before 4.12; one without a version is the oldest."""
    return tuple(int(part) for part in name.version.split(".")) if name.version else ()


def _path(name: SchemaName) -> Path:
    return schemas_folder() / f"{name}.rng"


def _checksum_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _checksum_line(path: Path, content: bytes) -> str:
    return f"{hashlib.sha256(content).hexdigest()}  {path.name}\n"
