"""From the paths of the command line to the files that are checked."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.files import real_path
from tei_archive.model.folder import PROJECT_FILE, REGISTERS_FILE, SOURCES_FOLDER, TEI_FOLDER, UNCLAIMED_FILE
from tei_archive.validating.batch import Batch, Given


def collect_files(paths: Sequence[Path], schemas: Sequence[Path] = ()) -> Batch:
    """Give back the files that the paths name, each once, in order, and the editions given as a whole.

    A path is a file, an edition's folder (its documents, registers and unclaimed text are taken) or any other folder
    (every `*.xml` below it). Raises `TeiArchiveError` where a path does not exist or holds no XML file.
    """
    given: dict[Path, Given] = {}
    whole: dict[Path, None] = {}
    for path in paths:
        found = tuple(_files_at(path))
        if not found:
            raise TeiArchiveError("there is no XML file here", Location(str(path)), hint="name a file or an edition")
        for file in found:
            given.setdefault(real_path(file.path), file)
        whole.update(dict.fromkeys(_editions_at(path)))
    return Batch(tuple(given.values()), tuple(whole), tuple(schemas))


def _files_at(path: Path) -> Iterator[Given]:
    if path.is_file():
        yield Given(path, _edition_of(path))
    elif _is_edition(path):
        yield from (Given(file, path) for file in _edition_files(path))
    elif path.is_dir():
        for child in sorted(path.iterdir()):
            if child.suffix == ".xml" or _is_folder(child):
                yield from _files_at(child)
    elif not path.exists():
        raise TeiArchiveError("there is no such file or folder", Location(str(path)), hint="check the spelling")


def _editions_at(path: Path) -> Iterator[Path]:
    if _is_edition(path):
        yield path
    elif path.is_dir():
        for child in filter(_is_folder, sorted(path.iterdir())):
            yield from _editions_at(child)


def _is_folder(path: Path) -> bool:
    """Say whether a folder is to be searched: not a hidden one, and no link, which might lead round in a circle."""
    return path.is_dir() and not path.is_symlink() and not path.name.startswith(".")


def _edition_files(folder: Path) -> Iterator[Path]:
    yield from sorted((folder / TEI_FOLDER).glob("*.xml"))
    yield from filter(Path.is_file, (folder / REGISTERS_FILE, folder / UNCLAIMED_FILE))


def _is_edition(folder: Path) -> bool:
    return (folder / PROJECT_FILE).is_file() or (folder / TEI_FOLDER).is_dir()


def _edition_of(file: Path) -> Path | None:
    """Find the edition of a file that was given alone: a document stands in `tei/`, registers beside the settings."""
    if real_path(file).parent.name != TEI_FOLDER:
        return file.parent if (file.parent / PROJECT_FILE).is_file() else None
    folder = file.parent.parent if file.parent.name == TEI_FOLDER else file.parent / ".."
    known = (folder / PROJECT_FILE, folder / REGISTERS_FILE, folder / SOURCES_FOLDER)
    return folder if any(path.exists() for path in known) else None
