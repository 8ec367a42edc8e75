"""Aligning: the blocks of a TEI file laid upon the stretch of the source that they come from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tei_archive.model import Span

_SHOWN = 40
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The first difference between TEI blocks and their source.

    `block` is the number of the block, counted from zero, and None where text of the source is left over; `offset` is
    the place in the source, `found` what the TEI file has from there, and `expected` what the source has.
    """

    block: int | None
    offset: int
    found: str
    expected: str

    def __str__(self) -> str:
        if self.block is None:
            return f"the source goes on at character {self.offset} with {self.expected!r}"
        return f"character {self.offset} of the source: TEI has {self.found!r}, the source {self.expected!r}"


def align(blocks: Sequence[str], text: str, span: Span) -> tuple[Span, ...] | Mismatch:
    """Give back the span of each block in the source, or the first difference.

    Each block must be found to the letter; between blocks, and around them, the source may have white space alone.
    """
    spans: list[Span] = []
    position = _skip_space(text, span.start, span.end)
    for number, block in enumerate(blocks):
        end = position + len(block)
        if end > span.end or not text.startswith(block, position):
            return _first_difference(number, block, text, Span(position, max(position, span.end)))
        spans.append(Span(position, end))
        position = _skip_space(text, end, span.end)
    if position < span.end:
        return Mismatch(None, position, "", text[position : min(span.end, position + _SHOWN)])
    return tuple(spans)


def _skip_space(text: str, position: int, end: int) -> int:
    found = _SPACE.match(text, position, end) if position < len(text) else None
    return found.end() if found else position


def _first_difference(number: int, block: str, text: str, rest: Span) -> Mismatch:
    words = rest.cut(text)
    pairs = enumerate(zip(block, words, strict=False))
    same = next((index for index, (ours, theirs) in pairs if ours != theirs), min(len(block), len(words)))
    return Mismatch(number, rest.start + same, block[same : same + _SHOWN], words[same : same + _SHOWN])
