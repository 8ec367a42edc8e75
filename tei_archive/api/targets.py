"""Where exports, reports and editions may be written: never over one another, nor over what somebody else made."""

from pathlib import Path

from tei_archive.api.manifest import read_manifest
from tei_archive.errors import ExportError, Location
from tei_archive.exporting import Format
from tei_archive.files import read_bytes, real_path
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
_FILES = (PROJECT_FILE, LEDGER_FILE, MANIFEST_FILE, REGISTERS_FILE, UNCLAIMED_FILE)


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
    whole = real_path(folder)
    if whole.name in {TEI_FOLDER, SOURCES_FOLDER} and _is_edition(whole.parent):
        raise ExportError(
            "part of an edition: what is written there would be taken for its own",
            Location(str(folder)),
            hint="choose another folder with --out",
        )


def refuse_files_of_an_edition(path: Path) -> None:
    """Raise `ExportError` where a file is one of an edition, or would lie among its texts or its TEI files."""
    whole = real_path(path)
    if whole.name in _FILES and whole.is_file() and _is_edition(whole.parent):
        raise ExportError("a file of an edition: it would be replaced", Location(str(path)), hint="name another file")
    refuse_parts_of_an_edition(whole.parent)


def refuse_to_segment_into(folder: Path) -> None:
    """Raise `ExportError` where an export lies in the folder, or it is a part of an edition.

    An edition would take the files that the export lists for its own, and be taken for TEI files of the other.
    """
    refuse_parts_of_an_edition(folder)
    if not all(map(_is_of_an_edition, read_manifest(folder / MANIFEST_FILE))):
        raise ExportError(
            "the folder of an export: its files would be removed",
            Location(str(folder)),
            hint="choose another folder with --out",
        )


def refuse_to_replace(path: Path, form: Format) -> None:
    """Raise `ExportError` where the file is there and no export to this format made it."""
    if path.is_file() and not form.made(path.name, read_bytes(path)):
        raise ExportError(
            "not a file that `tei-archive export` wrote",
            Location(str(path)),
            hint="name another file with --out, or move this one away",
        )


def _is_of_an_edition(name: str) -> bool:
    """Whether `segment` makes a file of that name."""
    return name in (REGISTERS_FILE, UNCLAIMED_FILE) or Path(name).parent == Path(TEI_FOLDER)


def _is_edition(folder: Path) -> bool:
    """Whether the folder has the files of an edition; a site has copies of some, but lists pages as well."""
    whole = real_path(folder)
    if any((whole / name).exists() for name in (PROJECT_FILE, LEDGER_FILE, UNCLAIMED_FILE)):
        return True
    if not (whole / TEI_FOLDER).is_dir() or not (whole / REGISTERS_FILE).exists():
        return False
    return not any(name.endswith(_PAGE) for name in read_manifest(whole / MANIFEST_FILE))
