"""The line of a file that a finding stands on, with a caret below the place."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from rich.cells import cell_len

from tei_archive.errors import Location
from tei_archive.reporting.words import visible

_WIDTH = 72
# Lines of a file with more bytes are not shown: it would have to be read once more, and whole.
_LARGEST = 100_000_000
# What expat and editors count as the end of a line.
_LINE_END = re.compile(r"\r\n|\r|\n")


LineReader = Callable[[str], tuple[str, ...]]
"""From the path of a file to its lines; none where it cannot be read."""


def excerpt(where: Location, read_lines: LineReader) -> list[str]:
    """Give back two lines, one from the file and one with the caret; none where there is no such place."""
    if where.line is None or where.column is None:
        return []
    lines = read_lines(where.path)
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


def line_reader() -> LineReader:
    """Give what reads the lines of a file, and knows those of the last files that it was asked for.

    One serves one report: whoever reports again after a change takes a new one.
    """
    return lru_cache(maxsize=8)(_read_lines)


def _read_lines(path: str) -> tuple[str, ...]:
    try:
        if Path(path).stat().st_size > _LARGEST:
            return ()
        return tuple(_LINE_END.split(Path(path).read_bytes().decode("utf-8", "replace")))
    except (OSError, ValueError):
        return ()
