"""Source → segments: a partition of the text into lines or paragraphs."""

from collections.abc import Iterator
from itertools import pairwise

from tei_archive.model import Segment, Source, Span

# With fewer lines that follow another there is nothing to tell a wrapped text by.
_FEWEST = 4


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
    """Whether lines go on in the midst of a sentence: most of those right below another begin with a small letter."""
    below = [line.lstrip() for line, before in zip(lines[1:], lines, strict=False) if line.strip() and before.strip()]
    return len(below) >= _FEWEST and sum(line[0].islower() for line in below) >= len(below) / 2
