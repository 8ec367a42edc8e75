"""The start tags of a file: where each stands, and which elements have which attributes."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from lxml import etree

Position = tuple[int, int]
"""The line and the column of a tag; both count from 1."""


# Between a namespace and a name, for expat: a character that no namespace can hold.
SEPARATOR: Final = "\x01"


@dataclass(frozen=True, slots=True)
class TagPlaces:
    """What a scan finds of the start tags of a file, in document order.

    `lines` and `columns` have the place of each, `bearers` the numbers of those that have an attribute, by its name as
    expat writes it with `SEPARATOR`.
    """

    lines: array[int] = field(default_factory=partial(array, "I"))
    columns: array[int] = field(default_factory=partial(array, "I"))
    bearers: defaultdict[str, array[int]] = field(default_factory=partial(defaultdict, partial(array, "I")))


class Tags:
    """The elements of a tree with the places of their start tags.

    A class with changing state: it remembers what it was asked for, since a list of all elements would take more memory
    than the tree.
    """

    def __init__(self, root: etree._Element, places: TagPlaces) -> None:
        self._root = root
        self._places = places
        self._found: dict[frozenset[str], tuple[etree._Element, ...]] = {}
        self._numbers: dict[etree._Element, int] = {}

    def position_of(self, element: etree._Element) -> Position:
        """Give back the place of the start tag of an element."""
        if not self._numbers:
            self._numbers = {each: number for number, each in enumerate(self._root.iter("*"))}
        number = self._numbers[element]
        return self._places.lines[number], self._places.columns[number]

    def by_position(self) -> dict[Position, etree._Element]:
        """Give back all elements by their places."""
        places = zip(self._places.lines, self._places.columns, strict=True)
        return dict(zip(places, self._root.iter("*"), strict=True))

    def with_any(self, attributes: frozenset[str]) -> tuple[etree._Element, ...]:
        """Give back the elements that have one of the attributes, in document order."""
        if attributes not in self._found:
            found = (self._places.bearers.get(_as_expat_writes(name), ()) for name in attributes)
            numbers = sorted(set().union(*found))
            elements = tuple(self._root.iter("*")) if numbers else ()
            self._found[attributes] = tuple(elements[number] for number in numbers)
        return self._found[attributes]


def _as_expat_writes(name: str) -> str:
    return name[1:].replace("}", SEPARATOR) if name.startswith("{") else name
