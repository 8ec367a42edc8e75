"""Source → segments: a partition of the text into lines, or paragraphs where lines are wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tei_archive.model import Segment, Source, Span

# With fewer lines that follow another there is nothing to tell a wrapped text by.
_FEWEST = 4
# The share of the lines that certainly go on which may be shorter than the rest, as a typewriter's are.
_SHORT = 0.08
# A line that breaks off in the midst of a sentence is at least this long, as a share of those.
_BROKEN_OFF = 0.6


def split_segments(source: Source) -> tuple[Segment, ...]:
    """Split a source into lines; where the lines are wrapped, lines that go on are one segment.

    A line goes on where the next word would hardly have fitted on it; where the next line begins in small letters, or a
    word is parted, it may be shorter.
    Nothing is lost: a segment ends where the next one begins, so white space goes with the segment before it.
    """
    lines = source.text.split("\n")
    starts = dict(_starts(lines, _full_line(lines)))
    edges = sorted({0, *starts, len(source.text)})
    return tuple(Segment(Span(start, end), starts.get(start, True)) for start, end in pairwise(edges))


def _starts(lines: Sequence[str], full: int | None) -> Iterator[tuple[int, bool]]:
    """Where each segment begins, and whether below a blank line: every line with text that does not go on another."""
    offset, before = 0, ""
    for line in lines:
        if line.strip() and (full is None or not _goes_on(before, line, full)):
            yield offset, not before.strip()
        offset, before = offset + len(line) + 1, line


def _goes_on(line: str, below: str, full: int) -> bool:
    if not line.strip():
        return False
    wanted = _wanted(line, below)
    is_broken_off = _begins_small(below) or line.rstrip()[-1] in "-\u2010"
    return wanted >= full or (is_broken_off and wanted >= full * _BROKEN_OFF)


def _full_line(lines: Sequence[str]) -> int | None:
    """The characters that a line and the first word of the next one take up where lines are wrapped; else None.

    Lines are wrapped where most of those right below another begin with a small letter; these tell the width.
    """
    pairs = [(line, below) for line, below in pairwise(lines) if line.strip() and below.strip()]
    wanted = sorted(_wanted(line, below) for line, below in pairs if _begins_small(below))
    if len(pairs) < _FEWEST or len(wanted) < len(pairs) / 2:
        return None
    return wanted[int(len(wanted) * _SHORT)]


def _begins_small(line: str) -> bool:
    """Whether the first word is in small letters, so that it is no name with a particle in front."""
    return line.split(None, 1)[0].islower()


def _wanted(line: str, below: str) -> int:
    """The characters that a line would have with the first word of the one below."""
    return len(line.rstrip()) + 1 + len(below.split(None, 1)[0])
