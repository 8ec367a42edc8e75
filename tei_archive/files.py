"""Files: read with a clear error, written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

from tei_archive.errors import Location, ReadingError, TeiArchiveError

_OBSTRUCTED = (FileExistsError, IsADirectoryError, NotADirectoryError)


def read_bytes(path: Path) -> bytes:
    """Give back what a file holds. Raises `ReadingError` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(
            f"cannot be read: {error.strerror}", Location(str(path)), hint="check the path and its permissions"
        ) from error


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file through a neighbour that takes its place when it is complete.

    The folder is made where it is missing; a file that is there keeps its permissions. Raises `TeiArchiveError` where
    the file cannot be written.
    """
    neighbour = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        neighbour.write_bytes(content)
        _take_the_place(neighbour, path)
    except OSError as error:
        with suppress(OSError):
            neighbour.unlink()
        raise not_written(path, error) from error


def put_in_place(new: Path, path: Path) -> None:
    """Put a file that is complete in the place of another, as `write_atomically` does; both are on the same disk.

    A folder can be put where there is none.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _take_the_place(new, path)
    except OSError as error:
        raise not_written(path, error) from error


def _take_the_place(new: Path, path: Path) -> None:
    if path.exists():
        new.chmod(S_IMODE(path.stat().st_mode))
    new.replace(path)


def refuse_obstacles(path: Path) -> None:
    """Raise `TeiArchiveError` where a file cannot be written: a folder has its place, or a file that of its folder."""
    if obstacle := _find_obstacle(path):
        raise obstacle


def not_written(path: Path, error: OSError) -> TeiArchiveError:
    """Make the error that says why a file cannot be written: what stands in its way, or what the system says."""
    obstacle = _find_obstacle(path) if isinstance(error, _OBSTRUCTED) else None
    return obstacle or TeiArchiveError(
        f"cannot be written: {error.strerror}", Location(str(path)), hint="choose a folder that can be written to"
    )


def _find_obstacle(path: Path) -> TeiArchiveError | None:
    hint = "move it away, or choose another place to write to"
    if path.is_dir():
        return TeiArchiveError("a folder, where a file is needed", Location(str(path)), hint)
    there = next((folder for folder in path.parents if os.path.lexists(folder)), Path())
    if not there.is_dir():
        return TeiArchiveError("a file, where a folder is needed", Location(str(there)), hint)
    return None
