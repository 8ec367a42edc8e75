"""What a rule read: the spans of the named groups of its pattern."""

from __future__ import annotations

import regex

from tei_archive.model import Span


def group_spans(found: regex.Match[str], offset: int = 0) -> dict[str, Span]:
    """Give the spans of the named groups that took part in a match in a text that begins at `offset`."""
    spans = {name: found.span(name) for name in found.re.groupindex}
    return {name: Span(offset + start, offset + end) for name, (start, end) in spans.items() if start >= 0}
