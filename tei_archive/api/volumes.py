"""Other volumes: the documents of finished editions, with pointers to them from a new one."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from tei_archive.api.editions import load_edition
from tei_archive.errors import Location, ReadingError
from tei_archive.files import real_path, refuse_foreign_name
from tei_archive.model import Edition, Project, Volume
from tei_archive.model.folder import TEI_FOLDER
from tei_archive.segmenting import Outside


def volume_folders(given: Collection[Path], known: Project | None, out: Path) -> tuple[Path, ...]:
    """Give the folders of other volumes: those given, and those that the settings name, which count from `out`."""
    named = (out / volume.folder for volume in (known.volumes if known else ()))
    return tuple(sorted({Path(os.path.normpath(folder)) for folder in (*given, *named)}))


def read_volumes(folders: Iterable[Path], out: Path) -> tuple[Outside, ...]:
    """Read the documents of other volumes. Raises `ReadingError` where one is no edition, or is the one in `out`."""
    return tuple(outside for folder in folders for outside in _read(folder, out))


def as_settings(folders: Iterable[Path], out: Path) -> tuple[Volume, ...]:
    """Give the folders as settings in `out` name them."""
    return tuple(Volume(Path(os.path.relpath(folder, out)).as_posix()) for folder in folders)


def refuse_the_same_ids(edition: Edition, outside: Sequence[Outside]) -> None:
    """Raise `ReadingError` where a document of another volume has the id of one here, or of a third volume."""
    known = {document.id: "this edition" for document in edition.documents}
    for one in outside:
        if (other := known.setdefault(one.document.id, one.pointer)) != one.pointer:
            raise ReadingError(
                f"another document has the id {one.document.id}: in {other}",
                Location(one.pointer),
                hint="give each edition a siglum of its own in tei-archive.toml",
            )


def _read(folder: Path, out: Path) -> Iterator[Outside]:
    if real_path(folder) == real_path(out):
        raise ReadingError("an edition is no other volume of itself", Location(str(folder)), hint="name another folder")
    if not folder.is_dir():
        hint = "mend the [[volume]] in tei-archive.toml, or the --volume, that names it"
        raise ReadingError("there is no such folder of another volume", Location(str(folder)), hint)
    for part in (folder, *folder.parents):
        refuse_foreign_name(part)
    for encoded in load_edition(folder).documents:
        path = Path(os.path.relpath(encoded.path, out / TEI_FOLDER)).as_posix()
        yield Outside(quote(path), encoded.document)
