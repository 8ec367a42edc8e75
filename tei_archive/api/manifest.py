"""`written.sha256`: what `segment` last wrote, so that a file edited by hand is told from one that is not.

The format is that of `sha256sum`: run `sha256sum -c written.sha256` in the edition to see what was edited.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from tei_archive.errors import Location, ReadingError
from tei_archive.files import not_written, put_in_place, read_bytes
from tei_archive.model.folder import MANIFEST_FILE

_WAITING = ".tei-archive-"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


@dataclass(frozen=True, slots=True)
class Written:
    """The files of an edition that were new or changed, kept because they were edited, or removed as no longer made.

    `made` are all that are as they were made, whether they had to be written or not.
    """

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    removed: tuple[Path, ...]
    made: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """A file as it should be: its checksum, whether it is to be left alone, whether it waits to be put in place."""

    checksum: str
    kept: bool = False
    waits: bool = False


def write_edition(
    folder: Path, files: Iterable[tuple[str, bytes]], unlisted: Mapping[str, bytes] = MappingProxyType({})
) -> Written:
    """Write the files of an edition, given by their names relative to its folder and what they hold.

    A file that differs from what was last written is the scholar's: it is neither overwritten nor removed. Those that
    are `unlisted` are written whatever is there. A file that is what it should be is not touched. No more than one file
    is held in memory: new ones wait in a folder beside the others until all are made, so that nothing is changed where
    making one of them fails, or the disk is full. Raises `TeiArchiveError` where one of them cannot be written.
    """
    before = read_manifest(folder / MANIFEST_FILE)
    with _waiting_room(folder) as room:
        states = {name: _prepare(folder / name, room / name, before.get(name), content) for name, content in files}
        gone = {name: folder / name for name in before if name not in states and (folder / name).exists()}
        stale = {name for name, path in gone.items() if _checksum(path.read_bytes()) == before[name]}
        kept = {*(gone.keys() - stale), *(name for name, state in states.items() if state.kept)}
        after = {name: state.checksum for name, state in states.items() if not state.kept}
        after |= {name: before[name] for name in kept if name in before}
        for name, content in {**unlisted, MANIFEST_FILE: _format_manifest(after)}.items():
            if _find_checksum(folder / name) != _checksum(content):
                _put_aside(room / name, content)
        _put_all_in_place(room, folder)
    for name in stale:
        (folder / name).unlink()
    made = {name: folder / name for name, state in states.items() if not state.kept}
    return Written(
        tuple(path for name, path in made.items() if states[name].waits),
        tuple(folder / name for name in sorted(kept)),
        tuple(folder / name for name in sorted(stale)),
        tuple(made.values()),
    )


def read_manifest(path: Path) -> dict[str, str]:
    """Read the checksums by file name; none where there is no manifest.

    Raises `ReadingError` where it cannot be read, a line is not one, or names a file outside the edition.
    """
    if not os.path.lexists(path):
        return {}
    entries: dict[str, str] = {}
    for number, line in enumerate(read_bytes(path).decode("utf-8", "replace").splitlines(), 1):
        found = _LINE.fullmatch(line)
        if not found or Path(found[2]).is_absolute() or ".." in Path(found[2]).parts:
            raise ReadingError(
                "not a checksum and a file name",
                Location(str(path), number),
                hint="restore the file from version control",
            )
        entries[found[2]] = found[1]
    return entries


@contextmanager
def _waiting_room(folder: Path) -> Iterator[Path]:
    """Give a folder for new files, on the same disk, so that they only need to be renamed; it goes away at the end."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
    try:
        with tempfile.TemporaryDirectory(prefix=_WAITING, dir=there) as room:
            yield Path(room)
    except OSError as error:
        raise not_written(_meant(error, folder), error) from error


def _meant(error: OSError, folder: Path) -> Path:
    """The file that could not be written, where it was to be in the end; the folder where none is named."""
    _before, waiting, behind = str(error.filename or "").rpartition(_WAITING)
    if not waiting:
        return Path(behind) if behind else folder
    return folder.joinpath(*Path(behind).parts[1:])


def _prepare(path: Path, waiting: Path, last: str | None, content: bytes) -> _State:
    """Compare what a file should hold with what it holds, and with the checksum of what was last written there."""
    checksum = _checksum(content)
    now = _find_checksum(path)
    if now == checksum:
        return _State(checksum)
    if now not in (None, last):
        return _State(checksum, kept=True)
    _put_aside(waiting, content)
    return _State(checksum, waits=True)


def _put_aside(waiting: Path, content: bytes) -> None:
    try:
        waiting.write_bytes(content)
    except FileNotFoundError:  # the first file of its folder
        waiting.parent.mkdir(parents=True)
        waiting.write_bytes(content)


def _put_all_in_place(room: Path, folder: Path) -> None:
    """Put in place what waits; a folder that is not there yet comes as a whole."""
    for new in sorted(room.iterdir()):
        if new.is_dir() and (folder / new.name).exists():
            _put_all_in_place(new, folder / new.name)
        else:
            put_in_place(new, folder / new.name)


def _format_manifest(checksums: Mapping[str, str]) -> bytes:
    return "".join(f"{checksums[name]}  {name}\n" for name in sorted(checksums)).encode()


def _find_checksum(path: Path) -> str | None:
    """The checksum of a file, or None where there is none."""
    try:
        return _checksum(path.read_bytes())
    except FileNotFoundError:
        return None


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
