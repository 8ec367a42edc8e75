"""Where the schemas are: inside the installed package, or at the top of a checkout."""

from pathlib import Path

from tei_archive.errors import TeiArchiveError

_PACKAGE = Path(__file__).resolve().parent
_FOLDERS = (_PACKAGE / "schemas", _PACKAGE.parent / "schemas")


def schema_file(name: str) -> Path:
    """Give back the path of a schema, such as `tei-archive.rng`.

    Raises `TeiArchiveError` where there is no schema of that name.
    """
    for folder in _FOLDERS:
        if (path := folder / name).is_file():
            return path
    known = sorted({path.name for folder in _FOLDERS for path in folder.glob("tei-archive.*")})
    raise TeiArchiveError(f"there is no schema {name}", hint=f"known are {', '.join(known)}")
