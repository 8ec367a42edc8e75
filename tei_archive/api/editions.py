"""The folder of an encoded edition → the edition."""

from pathlib import Path

from tei_archive.errors import Location, ReadingError
from tei_archive.model.folder import LEDGER_FILE, REGISTERS_FILE, TEI_FOLDER
from tei_archive.reading import read_project, read_source, source_files
from tei_archive.tei import EncodedEdition, read_document, read_registers, read_rules


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
    if not registers.exists():
        hint = "restore the file from version control, or run `tei-archive segment` again"
        raise ReadingError("the edition has no registers", Location(str(registers)), hint)
    return EncodedEdition(folder, project, documents, read_registers(registers), sources, read_rules(registers))


def _no_documents(folder: Path) -> ReadingError:
    where = Location(str(folder / TEI_FOLDER))
    ledger = folder / LEDGER_FILE
    if ledger.is_file() and ledger.stat().st_size:
        return ReadingError(
            "the TEI files of this edition are gone",
            where,
            hint="restore the folder from version control, or run `tei-archive segment` again",
        )
    if ledger.exists():
        return ReadingError(
            "`tei-archive segment` found no document in this edition",
            where,
            hint="write a profile that fits the text (docs/profiles.md), and run it again with --profile",
        )
    return ReadingError("there is no TEI file here", where, hint="run `tei-archive segment` first")
