"""Words in the lines of their source: a few lines before and after, with their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from tei_archive.model import Source, Span
from tei_archive.reporting.words import counted, shorten, shorten_start, visible

_AROUND = 2
_MARKED = 3
# What fits into 80 columns beside the number of the line.
_LONGEST = 66
_BESIDE = 20


def line_of(position: int, text: str) -> int:
    """Give back the number of the line in which a character stands, counted from 1."""
    return text.count("\n", 0, position) + 1


def place_of(words: Span, source: Source) -> str:
    """Give back file and line as editors read them."""
    return f"{source.name}:{line_of(words.start, source.text)}"


def context(words: Span, text: str) -> Iterator[Text]:
    """Give back the lines of the words and those around; the quotation marks say where the words begin and end."""
    number, inner = line_of(words.start, text), words.trim(text)
    start, end = text.rfind("\n", 0, inner.start) + 1, _end_of_line(inner.end, text)
    before = text[: max(0, start - 1)].split("\n")[-_AROUND:] if start else []
    for offset, line in enumerate(before):
        yield _line(number - len(before) + offset, Text(visible(shorten_start(line, _LONGEST)), "dim"))
    marked = list(_marked(inner, text, start, end))
    for offset, shown in enumerate(marked[:_MARKED]):
        yield _line(number + offset, shown, ">")
    if len(marked) > _MARKED:
        yield Text(f"{'':8} … and {counted(len(marked) - _MARKED, 'more line')}", "dim")
    after = text[end + 1 :].split("\n", _AROUND)[:_AROUND] if end < len(text) else []
    for offset, line in enumerate(after):
        yield _line(number + len(marked) + offset, Text(visible(shorten(line, _LONGEST)), "dim"))


def _end_of_line(position: int, text: str) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _marked(words: Span, text: str, start: int, end: int) -> Iterator[Text]:
    """The lines in which the words stand; what is beside them on the first and the last line is cut short."""
    lines = words.cut(text).split("\n")
    beside = [text[start : words.start], text[words.end : end]]
    for index, line in enumerate(lines):
        first, last = index == 0, index == len(lines) - 1
        room = max(_BESIDE, (_LONGEST - len(line)) // 2 - 3)
        left = shorten_start(beside[0], room) if first else ""
        right = shorten(beside[1], room) if last else ""
        middle = shorten(line, _LONGEST - len(left) - len(right) - 2)
        yield Text.assemble(
            (visible(left), "dim"),
            (f"{'»' if first else ''}{visible(middle)}{'«' if last else ''}", "bold underline"),
            (visible(right), "dim"),
        )


def _line(number: int, line: Text, sign: str = "") -> Text:
    return Text.assemble((f"{sign:1} {number:5} | ", "dim"), line)
