"""An encoded edition → the files of an export."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_archive.api.editions import load_edition
from tei_archive.api.manifest import write_edition
from tei_archive.api.preflight import find_setbacks, refuse_unfit
from tei_archive.api.targets import refuse_an_edition, refuse_files_of_an_edition, refuse_to_replace
from tei_archive.errors import ExportError, Location
from tei_archive.exporting import Format, OutputFile
from tei_archive.files import refuse_foreign_name, write_atomically
from tei_archive.tei import EncodedEdition


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of an export as they now stand, those left alone since they are somebody's own, and those removed.

    `omissions` say in words what the format left out of the edition, `warnings` what else is worth to know.
    """

    files: tuple[Path, ...]
    kept: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    omissions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Path]:
        return iter(self.files)


def render(form: Format, folder: Path, name: str | None = None) -> tuple[OutputFile, ...]:
    """Give back the files of an export, the main one called `name` where it is given; nothing is written.

    Raises `TeiArchiveError` as `export` does.
    """
    files = tuple(form.files(_load(folder), name or form.file_name or ""))
    refuse_unfit(form, files, folder)
    return files


def export(form: Format, folder: Path, out: Path, progress: Callable[[int], None] | None = None) -> Exported:
    """Write an export of the edition in a folder; give back the paths of the files.

    `out` is the file for a format of one file, the folder for all others. A folder keeps a list of what was written;
    what differs from it is somebody's own and stays, what is on it and is made no more is removed. `progress` is told
    how many files of a folder have been made.

    Raises `TeiArchiveError` where the edition cannot be read, a value does not fit the format, a file cannot be
    written, or what stands at `out` is an edition or a file that no export to this format made.
    """
    return _export_folder(form, folder, out, progress) if form.file_name is None else _export_file(form, folder, out)


def _load(folder: Path) -> EncodedEdition:
    """Read the edition; two documents of one id would take each other's place in what is made."""
    edition = load_edition(folder)
    known: dict[str, Path] = {}
    for encoded in edition.documents:
        if known.setdefault(encoded.document.id, encoded.path) != encoded.path:
            raise ExportError(
                f"the id {encoded.document.id} stands in more than one file: {known[encoded.document.id].name}",
                Location(str(encoded.path)),
                hint="give one of them an id of its own: `tei-archive validate` lists both",
            )
    return edition


def _export_file(form: Format, folder: Path, out: Path) -> Exported:
    if out.is_dir() or not out.name:
        hint = f"name a file: {out / form.file_name if form.file_name else out}"
        raise ExportError("a folder, but the export is a file", Location(str(out)), hint=hint)
    refuse_foreign_name(out)
    refuse_files_of_an_edition(out)
    files = {out.parent / file.path: file for file in render(form, folder, out.name)}
    for path in files:
        refuse_to_replace(path, form)
    warnings = tuple(words for path, file in files.items() for words in find_setbacks(form, file, path))
    for path, file in files.items():
        write_atomically(path, file.content)
    omissions = tuple(words for file in files.values() for words in file.omissions)
    return Exported(tuple(files), omissions=omissions, warnings=warnings)


def _export_folder(form: Format, folder: Path, out: Path, progress: Callable[[int], None] | None) -> Exported:
    refuse_an_edition(out)
    omissions: list[str] = []
    done = write_edition(out, _passed_on(form.files(_load(folder), ""), omissions, progress))
    return Exported(done.made, done.kept, done.removed, tuple(omissions))


def _passed_on(
    files: Iterable[OutputFile], omissions: list[str], progress: Callable[[int], None] | None
) -> Iterator[tuple[str, bytes]]:
    """Give back name and content of each file, one after another; note what is left out, and tell how many."""
    for number, file in enumerate(files, start=1):
        omissions += file.omissions
        if progress is not None:
            progress(number)
        yield str(file.path), file.content
