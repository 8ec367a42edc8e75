"""Files: read with a clear error, written whole or not at all."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

from tei_archive.errors import Location, ReadingError, TeiArchiveError

_OBSTRUCTED = (FileExistsError, IsADirectoryError, NotADirectoryError)
_HINTS = {
    errno.ENAMETOOLONG: "choose a shorter name; files are named after the xml:id of a document or the siglum",
    errno.ENOSPC: "make room on the disk, or choose a folder on another one",
    errno.EFBIG: "choose a folder where larger files may be written",
}


def read_bytes(path: Path) -> bytes:
    """Give back what a file holds. Raises `ReadingError` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(
            f"cannot be read: {error.strerror}", Location(str(path)), hint="check the path and its permissions"
        ) from error


def real_path(path: Path) -> Path:
    """Give the path behind all links, from the root; a link that leads in a circle stays as it is."""
    return Path(os.path.realpath(path))


def refuse_foreign_name(path: Path) -> None:
    """Raise `ReadingError` where the last name of a path is not UTF-8: no XML and no table can hold it."""
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ReadingError(
            "the name of the file is not UTF-8", Location(str(path)), hint="give the file another name"
        ) from error


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file through a neighbour that takes its place when it is complete.

    The folder is made where it is missing; a file that is there keeps its permissions. A link stays one: the file that
    it leads to is written. What is no file but can be written to, such as `/dev/stdout`, is. Raises `TeiArchiveError`
    where the file cannot be written.
    """
    target = real_path(path)
    try:
        if _takes_bytes_alone(target):
            target.write_bytes(content)
            return
        refuse_obstacles(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(target, content)
    except OSError as error:
        raise not_written(path, error) from error


def _write_beside(path: Path, content: bytes) -> None:
    neighbour = path.parent / f".{path.name}.part"
    try:
        neighbour.write_bytes(content)
        _take_the_place(neighbour, path)
    finally:
        with suppress(OSError):
            neighbour.unlink()  # which is there where the writing failed, or was interrupted


def put_in_place(new: Path, path: Path) -> None:
    """Put a file that is complete in the place of another, as `write_atomically` does; both are on the same disk.

    A folder can be put where there is none. Where links lead to another disk, the content is written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_symlink():
            _take_the_place(new, path)
            return
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise not_written(path, error) from error
    write_atomically(path, read_bytes(new))


def _takes_bytes_alone(path: Path) -> bool:
    """Whether it is a device or a pipe, whose place no file may take."""
    return path.exists() and not path.is_file() and not path.is_dir()


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
    hint = _HINTS.get(error.errno or 0, "choose a folder that can be written to")
    return obstacle or TeiArchiveError(f"cannot be written: {error.strerror}", Location(str(path)), hint)


def _find_obstacle(path: Path) -> TeiArchiveError | None:
    hint = "move it away, or choose another place to write to"
    if real_path(path).is_symlink():
        return TeiArchiveError("a link in a circle, where a file is needed", Location(str(path)), hint)
    if path.is_dir():
        return TeiArchiveError("a folder, where a file is needed", Location(str(path)), hint)
    there = next((folder for folder in path.parents if os.path.lexists(folder)), Path())
    if not there.is_dir():
        return TeiArchiveError("a file, where a folder is needed", Location(str(there)), hint)
    return None
