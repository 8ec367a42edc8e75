"""The line of a file that a finding stands on, with a caret below the place."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from rich.cells import cell_len

from tei_archive.errors import Location
from tei_archive.reporting.words import visible

_WIDTH = 72
# What expat and editors count as the end of a line.
_LINE_END = re.compile(r"\r\n|\r|\n")


def excerpt(where: Location) -> list[str]:
    """Give back two lines, one from the file and one with the caret; none where there is no such place."""
    if where.line is None or where.column is None:
        return []
    lines = _lines(where.path, _state(where.path))
    if not 1 <= where.line <= len(lines) or not 1 <= where.column <= len(lines[where.line - 1]):
        return []
    before, after = _around(lines[where.line - 1], where.column - 1)
    margin = f"  {where.line} | "
    return [f"{margin}{before}{after}", f"{' ' * (len(margin) - 2)}| {' ' * cell_len(before)}^"]


def _around(line: str, at: int) -> tuple[str, str]:
    """What stands before a place of a line and from there on, cut to the width."""
    before, after = visible(line[:at].expandtabs(1)).lstrip(), visible(line[at:].expandtabs(1))
    if len(before) > _WIDTH // 2:
        before = f"…{before[-(_WIDTH // 2) :]}"
    room = _WIDTH - len(before)
    return before, after if len(after) <= room else f"{after[:room]}…"


def _state(path: str) -> tuple[int, int]:
    """Give back the time and size of a file, by which it is seen that it has been changed or mended since."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return 0, 0
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=8)
def _lines(path: str, _state: tuple[int, int]) -> tuple[str, ...]:
    try:
        return tuple(_LINE_END.split(Path(path).read_bytes().decode("utf-8", "replace")))
    except (OSError, ValueError):
        return ()
