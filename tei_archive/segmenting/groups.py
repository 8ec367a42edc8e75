"""What a rule read: the spans of the named groups of its pattern."""

from __future__ import annotations

import regex

from tei_archive.model import Span


def group_spans(found: regex.Match[str], offset: int = 0) -> dict[str, Span]:
    """Give the spans of the named groups that took part in a match in a text that begins at `offset`."""
    spans = found.regs
    return {
        name: Span(offset + spans[number][0], offset + spans[number][1])
        for name, number in found.re.groupindex.items()
        if spans[number][0] >= 0
    }
