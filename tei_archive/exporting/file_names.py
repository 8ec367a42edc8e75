"""Names of files made from ids."""

import re
from pathlib import Path

from tei_archive.errors import ExportError, Location

# Ids of TEI are NCNames; anything else could leave the folder of the export.
_FILE_NAME = re.compile(r"[^\W\d][\w.\-]*")


def checked_name(id_: str, path: Path | None = None) -> str:
    """Give back an id that is to be the name of a file; `ExportError`, with the file it stands in, where it is none."""
    if _FILE_NAME.fullmatch(id_) is None:
        raise ExportError(
            f"{id_!r} cannot be the name of a file",
            Location(str(path)) if path else None,
            hint="an xml:id begins with a letter and has no blanks or slashes",
        )
    return id_
