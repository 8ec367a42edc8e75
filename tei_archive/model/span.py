"""Stretches of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of a source: the start is inside, the end is not."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def cut(self, text: str) -> str:
        """Give back the characters of the text that the span covers."""
        return text[self.start : self.end]

    def trim(self, text: str) -> Span:
        """Give back the span without the white space at its two ends."""
        words = text[self.start : self.end]
        inner = words.strip()
        if len(inner) == len(words):
            return self
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, start + len(inner))

    def moved(self, offset: int) -> Span:
        """Give back the span as it stands in a text that begins so many characters earlier."""
        return Span(self.start + offset, self.end + offset)

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
