"""Source → segments: a partition of the text into lines or paragraphs."""

import itertools
import re
from statistics import median, quantiles

from tei_archive.model import Segment, Source, Span

_LINE = re.compile(r"^[^\S\n]*\S", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:\A|(?<=\n))(?:[^\S\n]*\n)+[^\S\n]*\S|\A[^\S\n]*\S")
_RUN = re.compile(r"(?:^[^\n]*\S[^\n]*$\n?){3,}", re.MULTILINE)
# A hard-wrapped text has lines of print width; a line of a web page is a paragraph, as long as it needs to be.
_WRAPPED_LINES = 20
_PRINT_WIDTH = range(45, 101)


def split_segments(source: Source) -> tuple[Segment, ...]:
    """Split a source into paragraphs where its lines are wrapped, else into lines.

    Nothing is lost: a segment ends where the next one begins, so white space goes with the segment before it.
    """
    pattern = _PARAGRAPH if _is_wrapped(source.text) else _LINE
    starts = [0, *(_start_of_line(source.text, found) for found in pattern.finditer(source.text))]
    ends = sorted({*starts, len(source.text)})
    return tuple(Segment(Span(start, end)) for start, end in itertools.pairwise(ends))


def _start_of_line(text: str, found: re.Match[str]) -> int:
    return text.rfind("\n", 0, found.end()) + 1


def _is_wrapped(text: str) -> bool:
    lengths = [len(line) for run in _RUN.findall(text) for line in run.splitlines()[:-1]]
    if len(lengths) < _WRAPPED_LINES:
        return False
    return round(median(lengths)) in _PRINT_WIDTH and quantiles(lengths, n=20)[-1] <= _PRINT_WIDTH[-1]
