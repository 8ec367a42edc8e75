"""What the forms for other programs share."""

import os
from pathlib import Path, PurePath
from urllib.parse import quote

from tei_archive.model import Finding


def with_hint(finding: Finding) -> str:
    """Give back the message with the hint behind it."""
    return f"{finding.message} (hint: {finding.hint})" if finding.hint else finding.message


def web_path(path: str) -> str:
    """Give back a path as a URI reference: relative with slashes, or `file:` where it is absolute."""
    return Path(path).as_uri() if PurePath(path).is_absolute() else quote(os.fsencode(PurePath(path).as_posix()))
