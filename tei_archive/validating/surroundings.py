"""What lies around the files that are checked: settings, sources, files that are referred to, schemas.

It is read when a rule asks for it, and once. What was looked at is known afterwards, also what was not there: as long
as all of that stays as it is, the rules say the same of the same files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tei_archive import reading
from tei_archive.errors import ReadingError
from tei_archive.model.folder import PROJECT_FILE, SOURCES_FOLDER

if TYPE_CHECKING:
    from tei_archive.model import Project, Source


_UNREADABLE: Final = "unreadable"


@dataclass(frozen=True, slots=True)
class Sources:
    """The texts of an edition that could be read, by file name, and why the others could not."""

    texts: Mapping[str, Source]
    unreadable: Mapping[str, ReadingError]


class Surroundings:
    """Reads what lies around, and remembers it. A class with changing state for that.

    `looked_at` has the paths, each with the state that the file or folder was in when it was first looked at.
    """

    def __init__(self) -> None:
        self.looked_at: dict[Path, str] = {}
        self._sources: dict[Path, Sources] = {}

    def has(self, path: Path) -> bool:
        """Whether there is such a file. No file can have some of the names that references hold."""
        try:
            found = path.is_file()
        except (OSError, ValueError):
            return False
        self.look_at(path)
        return found

    def look_at(self, *paths: Path) -> None:
        """Note the paths, before what lies there is read."""
        for path in paths:
            if path not in self.looked_at:
                self.looked_at[path] = state_of(path)

    def project(self, edition: Path) -> Project | None:
        """Read the settings of an edition, if it has any. Raises `ReadingError` where they cannot be used."""
        return reading.read_project(edition) if self.has(edition / PROJECT_FILE) else None

    def sources(self, edition: Path) -> Sources:
        """Read the text files in an edition's folder of sources."""
        if edition not in self._sources:
            self._sources[edition] = self._read_sources(edition)
        return self._sources[edition]

    def _read_sources(self, edition: Path) -> Sources:
        texts: dict[str, Source] = {}
        unreadable: dict[str, ReadingError] = {}
        self.look_at(edition / SOURCES_FOLDER)
        paths = reading.source_files(edition)
        self.look_at(*paths)
        for path in paths:
            try:
                texts[path.name] = reading.read_source(path, path.stem)
            except ReadingError as error:
                unreadable[path.name] = error
        return Sources(texts, unreadable)


def state_of(path: Path) -> str:
    """Give what tells a file or a folder, as it is now, from what it was before: its bytes, or the names in it."""
    try:
        if path.is_dir():
            content = "\n".join(sorted(child.name for child in path.iterdir())).encode("utf-8", "surrogateescape")
        else:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):  # not there, not to be read, or a name that no file can have
        return _UNREADABLE
    return hashlib.sha256(content).hexdigest()
