"""Where an export may be written: never over an edition, never over a file that no export made."""

from pathlib import Path

from tei_archive.api.manifest import read_manifest
from tei_archive.errors import ExportError, Location
from tei_archive.exporting import Format
from tei_archive.files import read_bytes
from tei_archive.model.folder import (
    LEDGER_FILE,
    MANIFEST_FILE,
    PROJECT_FILE,
    REGISTERS_FILE,
    SOURCES_FOLDER,
    TEI_FOLDER,
    UNCLAIMED_FILE,
)

_PAGE = ".html"


def refuse_an_edition(folder: Path) -> None:
    """Raise `ExportError` where the folder is an edition, or its texts or TEI files are kept in it."""
    if _is_edition(folder):
        raise ExportError(
            "the folder of an edition: its files would be replaced",
            Location(str(folder)),
            hint=f"choose a folder of its own with --out: {folder / 'site'}",
        )
    refuse_parts_of_an_edition(folder)


def refuse_parts_of_an_edition(folder: Path) -> None:
    """Raise `ExportError` where the folder holds the texts or the TEI files of an edition."""
    whole = folder.resolve()
    if whole.name in {TEI_FOLDER, SOURCES_FOLDER} and _is_edition(whole.parent):
        raise ExportError(
            "part of an edition: what is written there would be taken for its own",
            Location(str(folder)),
            hint="choose another folder with --out",
        )


def refuse_to_replace(path: Path, form: Format) -> None:
    """Raise `ExportError` where the file is there and no export to this format made it."""
    if path.exists() and not form.made(path.name, read_bytes(path)):
        raise ExportError(
            "not a file that `tei-archive export` wrote",
            Location(str(path)),
            hint="name another file with --out, or move this one away",
        )


def _is_edition(folder: Path) -> bool:
    """Whether the folder has the files of an edition; a site has copies of some, but lists pages as well."""
    whole = folder.resolve()
    if any((whole / name).exists() for name in (PROJECT_FILE, LEDGER_FILE, UNCLAIMED_FILE)):
        return True
    if not (whole / TEI_FOLDER).is_dir() or not (whole / REGISTERS_FILE).exists():
        return False
    return not any(name.endswith(_PAGE) for name in read_manifest(whole / MANIFEST_FILE))
