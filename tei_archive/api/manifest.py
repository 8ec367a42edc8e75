"""`written.sha256`: what `segment` last wrote, so that a file edited by hand is told from one that is not.

The format is that of `sha256sum`: run `sha256sum -c written.sha256` in the edition to see what was edited.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tei_archive.errors import Location, ReadingError
from tei_archive.files import write_atomically
from tei_archive.model.folder import MANIFEST_FILE

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


@dataclass(frozen=True, slots=True)
class Written:
    """The files of an edition that were new or changed, kept because they were edited, or removed as no longer made."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    removed: tuple[Path, ...]


def write_edition(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Write the files of an edition, by their names relative to its folder.

    A file that differs from what was last written is the scholar's: it is neither overwritten nor removed.
    """
    before = read_manifest(folder / MANIFEST_FILE)
    kept = {name for name in {*files, *before} if _is_edited(folder / name, before.get(name), files.get(name))}
    stale = {name for name in before if name not in files and name not in kept and (folder / name).exists()}
    changed = [name for name, content in files.items() if name not in kept and not _has(folder / name, content)]
    for name in changed:
        write_atomically(folder / name, files[name])
    for name in stale:
        (folder / name).unlink()
    after = {name: _checksum(content) for name, content in files.items() if name not in kept}
    after |= {name: before[name] for name in kept if name in before}
    write_atomically(folder / MANIFEST_FILE, "".join(f"{after[name]}  {name}\n" for name in sorted(after)).encode())
    return Written(
        tuple(folder / name for name in changed),
        tuple(folder / name for name in sorted(kept)),
        tuple(folder / name for name in sorted(stale)),
    )


def read_manifest(path: Path) -> dict[str, str]:
    """Read the checksums by file name; none where there is no manifest.

    Raises `ReadingError` where a line is not one, or names a file outside the edition.
    """
    if not path.exists():
        return {}
    entries: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        found = _LINE.fullmatch(line)
        if not found or Path(found[2]).is_absolute() or ".." in Path(found[2]).parts:
            raise ReadingError(
                "not a checksum and a file name",
                Location(str(path), number),
                hint="restore the file from version control",
            )
        entries[found[2]] = found[1]
    return entries


def _is_edited(path: Path, checksum: str | None, content: bytes | None) -> bool:
    return path.exists() and _checksum(now := path.read_bytes()) != checksum and now != content


def _has(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
