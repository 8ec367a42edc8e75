"""The start tags of a file: where each stands, and which elements have which attributes.

lxml knows no columns, and no lines past 65,535; so the places are taken from the text of the file.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from lxml import etree

Position = tuple[int, int]
"""The line and the column of a tag; both count from 1."""

# What begins with "<": a start tag has the first group, all else is passed over.
_TAG: Final = re.compile(r"<(?:([^!?/])|!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|[!/])", re.DOTALL)
_LINE_END: Final = re.compile(r"\r\n?|\n")
_PLAIN_LINE_END: Final = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class TagPlaces:
    """Where the start tags of a text begin, in document order, and its lines: both in characters."""

    tags: array[int]
    lines: array[int]

    def position(self, number: int) -> Position:
        """Give back the place of a start tag, by its number in document order."""
        start = self.tags[number]
        line = bisect_right(self.lines, start)
        return line, start - self.lines[line - 1] + 1


def find_places(content: bytes, codec: str) -> TagPlaces:
    """Find the start tags of a well-formed document without entities of its own."""
    text = content.decode(codec, "replace")
    tags = array("I", (found.start() for found in _TAG.finditer(text) if found.lastindex))
    line_end = _LINE_END if "\r" in text else _PLAIN_LINE_END
    lines = array("I", [0])
    lines.extend(found.end() for found in line_end.finditer(text))
    return TagPlaces(tags, lines)


class Tags:
    """The elements of a tree with the places of their start tags.

    A class with changing state: it looks for places when one is asked for, and remembers what it was asked for, since
    a list of all elements would take more memory than the tree.
    """

    def __init__(self, root: etree._Element, find: Callable[[], TagPlaces]) -> None:
        self._root = root
        self._places = cache(find)
        self._bearers: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        self._found: dict[frozenset[str], tuple[etree._Element, ...]] = {}
        self._numbers: dict[etree._Element, int] = {}

    def position_of(self, element: etree._Element) -> Position:
        """Give back the place of the start tag of an element."""
        if not self._numbers:
            self._numbers = {each: number for number, each in enumerate(self._root.iter("*"))}
        return self._places().position(self._numbers[element])

    def with_any(self, attributes: frozenset[str]) -> tuple[etree._Element, ...]:
        """Give back the elements that have one of the attributes, in document order."""
        if attributes not in self._found:
            elements = tuple(self._root.iter("*"))
            if not self._bearers:
                self._note_bearers(elements)
            numbers = sorted(set().union(*(self._bearers.get(name, ()) for name in attributes)))
            self._found[attributes] = tuple(elements[number] for number in numbers)
        return self._found[attributes]

    def forget(self) -> None:
        """Let go of what was found out, to save memory; it is found out again when it is asked for."""
        self._places.cache_clear()
        for known in (self._bearers, self._found, self._numbers):
            known.clear()

    def _note_bearers(self, elements: tuple[etree._Element, ...]) -> None:
        for number, element in enumerate(elements):
            for name in element.attrib:
                self._bearers[str(name)].append(number)
