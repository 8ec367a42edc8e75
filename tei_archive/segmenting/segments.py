"""Source → segments: a partition of the text into lines or paragraphs."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median, quantiles

from tei_archive.model import Segment, Source, Span

# A hard-wrapped text has lines of print width; a line of a web page is a paragraph, as long as it needs to be.
_WRAPPED_LINES = 20
_PRINT_WIDTH = range(45, 101)


def split_segments(source: Source) -> tuple[Segment, ...]:
    """Split a source into paragraphs where its lines are wrapped, else into lines.

    Nothing is lost: a segment ends where the next one begins, so white space goes with the segment before it.
    """
    lines = source.text.split("\n")
    starts = _paragraphs(lines) if _is_wrapped(lines) else _lines(lines)
    edges = sorted({0, *starts, len(source.text)})
    return tuple(Segment(Span(start, end)) for start, end in pairwise(edges))


def _lines(lines: list[str]) -> Iterator[int]:
    """Where each line with text begins."""
    offset = 0
    for line in lines:
        if line.strip():
            yield offset
        offset += len(line) + 1


def _paragraphs(lines: list[str]) -> Iterator[int]:
    """Where each run of lines with text begins."""
    offset, before = 0, ""
    for line in lines:
        if line.strip() and not before.strip():
            yield offset
        offset, before = offset + len(line) + 1, line


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines that others follow have the width of print."""
    lengths = [len(line) for line, following in pairwise(lines) if line.strip() and following.strip()]
    if len(lengths) < _WRAPPED_LINES:
        return False
    return round(median(lengths)) in _PRINT_WIDTH and quantiles(lengths, n=20)[-1] <= _PRINT_WIDTH[-1]
