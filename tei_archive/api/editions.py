"""What is done with an encoded edition: validate, load, export."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from tei_archive.api.manifest import write_edition
from tei_archive.api.parallel import Effort, check_ahead
from tei_archive.api.reports import ProfileSummary, ValidationReport
from tei_archive.api.targets import refuse_an_edition, refuse_parts_of_an_edition, refuse_to_replace
from tei_archive.errors import ExportError, Location, ReadingError
from tei_archive.exporting import EXPORTERS, SINGLE_FILE, ExportOptions, OutputFile
from tei_archive.files import write_atomically
from tei_archive.model.folder import LEDGER_FILE, REGISTERS_FILE, TEI_FOLDER
from tei_archive.profile import load_profile, profile_names
from tei_archive.reading import read_project, read_source, source_files
from tei_archive.tei import EncodedEdition, read_document, read_registers, read_rules
from tei_archive.validating import (
    Code,
    Memory,
    SchematronChoice,
    apply_selections,
    collect_files,
    read_selections,
    validate_files,
)

_USUAL, _EFFORT = SchematronChoice(), Effort()

EXPORT_FORMATS = tuple(sorted(EXPORTERS))
FINDING_TITLES: Mapping[str, str] = MappingProxyType({code.code: code.docs for code in Code})


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of an export as they now stand, those left alone since they are somebody's own, and those removed."""

    files: tuple[Path, ...]
    kept: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()

    def __iter__(self) -> Iterator[Path]:
        return iter(self.files)


def validate(
    paths: Sequence[Path],
    *,
    schemas: Sequence[Path] = (),
    schematron: SchematronChoice = _USUAL,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    effort: Effort = _EFFORT,
) -> ValidationReport:
    """Check files, folders and editions with every layer; `schemas` take the place of ours.

    `schematron` says which phase of the Schematron schemas among them is run, and with which engine. `select` and
    `ignore` are codes, or beginnings of codes, of the findings that are wanted and of those that are not. With an
    `effort` that remembers, what a schema found in a file that has not changed since is taken from the user's cache.
    Raises `TeiArchiveError` where a path does not exist, a schema or settings cannot be used, or no code begins so.
    """
    batch = replace(collect_files(paths, schemas), schematron=schematron, memory=Memory(lasts=effort.remembers))
    selections = read_selections(batch, select, ignore)
    with check_ahead(batch, effort.jobs):
        findings = apply_selections(validate_files(batch), batch, selections)
    return ValidationReport(findings, tuple(given.path for given in batch.given))


def load_edition(folder: Path) -> EncodedEdition:
    """Read the encoded edition in a folder. Raises `ReadingError` where it is none or a file cannot be read."""
    if folder.is_file():
        raise ReadingError(
            "a file, not an edition",
            Location(str(folder)),
            hint="name the folder that `tei-archive segment` wrote with --out",
        )
    project = read_project(folder)
    documents = tuple(
        sorted(map(read_document, (folder / TEI_FOLDER).glob("*.xml")), key=lambda file: file.document.id)
    )
    if not documents:
        raise _no_documents(folder)
    sources = tuple(read_source(path, path.stem) for path in source_files(folder))
    registers = folder / REGISTERS_FILE
    return EncodedEdition(folder, project, documents, read_registers(registers), sources, read_rules(registers))


def render(format_: str, folder: Path, options: ExportOptions) -> tuple[OutputFile, ...]:
    """Give back the files of an export; nothing is written. Raises `TeiArchiveError` as `export` does."""
    return tuple(EXPORTERS[format_](load_edition(folder), options))


def export(format_: str, folder: Path, out: Path, options: ExportOptions) -> Exported:
    """Write an export of the edition in a folder; give back the paths of the files.

    `out` is the file for a format of one file, the folder for all others. A folder keeps a list of what was written;
    what differs from it is somebody's own and stays, what is on it and is made no more is removed.

    Raises `TeiArchiveError` where the edition cannot be read, a value does not fit the format, a file cannot be
    written, or what stands at `out` is an edition or a file that is no table of ours.
    """
    single = format_ in SINGLE_FILE
    if single and (out.is_dir() or not out.name):
        raise ExportError("a folder, but the table is a file", Location(str(out)), hint="name a file: letters.csv")
    return _export_file(format_, folder, out, options) if single else _export_folder(format_, folder, out, options)


def profiles() -> tuple[ProfileSummary, ...]:
    """Give back the profiles that come with the program, by name."""
    loaded = map(load_profile, sorted(profile_names()))
    return tuple(ProfileSummary(found.name, found.title, found.language, found.extends) for found in loaded)


def _no_documents(folder: Path) -> ReadingError:
    where = Location(str(folder / TEI_FOLDER))
    if (folder / LEDGER_FILE).exists():
        return ReadingError(
            "`tei-archive segment` found no document in this edition",
            where,
            hint="write a profile that fits the text (docs/profiles.md), and run it again with --profile",
        )
    return ReadingError("there is no TEI file here", where, hint="run `tei-archive segment` first")


def _export_file(format_: str, folder: Path, out: Path, options: ExportOptions) -> Exported:
    refuse_parts_of_an_edition(out.parent)
    files = render(format_, folder, replace(options, name=out.name))
    paths = tuple(out.parent / file.path for file in files)
    refuse_to_replace(*paths)
    for path, file in zip(paths, files, strict=True):
        write_atomically(path, file.content)
    return Exported(paths)


def _export_folder(format_: str, folder: Path, out: Path, options: ExportOptions) -> Exported:
    refuse_an_edition(out)
    files = {str(file.path): file.content for file in render(format_, folder, options)}
    try:
        done = write_edition(out, files)
    except OSError as error:
        raise ExportError(
            f"cannot be replaced: {error.strerror}",
            Location(str(error.filename or out)),
            hint="move it away, or choose another folder with --out",
        ) from error
    return Exported(tuple(out / name for name in files if out / name not in done.kept), done.kept, done.removed)
