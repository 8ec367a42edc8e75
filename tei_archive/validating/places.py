"""Where an element stands, as an XPath with names, and the page of the TEI Guidelines about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from lxml import etree

from tei_archive.tei.names import local_name

GUIDELINES: Final = "https://www.tei-c.org/release/doc/tei-p5-doc/en/html/"
_STEP: Final = re.compile(r"/([^/\[\]@]+)\[(\d+)\]")


def element_page(element: etree._Element) -> str | None:
    """Give back the address of the page about an element of TEI; None for one of another vocabulary."""
    name = local_name(element)
    return page_of(name) if name else None


def page_of(name: str) -> str:
    """Give back the address of the page about the TEI element of that name."""
    return f"{GUIDELINES}ref-{name}.html"


class Paths:
    """The paths of the elements of one tree.

    A class with changing state: the elements are listed, the children of one are counted, and a path is written once,
    when they are asked for.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._children: Callable[[etree._Element], dict[str, list[etree._Element]]] = cache(_sort_children)
        self._elements: tuple[etree._Element, ...] = ()
        self._paths: dict[etree._Element, str] = {}

    def element(self, number: int | None) -> etree._Element | None:
        """Give the element of a number in document order, from 0; None where there is none."""
        if number is None:
            return None
        self._elements = self._elements or tuple(self._root.iter("*"))
        return self._elements[number] if number < len(self._elements) else None

    def find(self, xpath: str) -> etree._Element:
        """Find the element that a path with the position at every step leads to, `/TEI[1]/text[1]`."""
        element = self._root
        for name, number in _STEP.findall(xpath)[1:]:
            element = self._children(element)[name][int(number) - 1]
        return element

    def write(self, element: etree._Element) -> str:
        """Write the path to an element, with positions only where there are several of a name: `/TEI/text/p[3]`."""
        path = self._paths.get(element)
        if path is None:
            parent = element.getparent()
            path = f"/{_written(element)}" if parent is None else f"{self.write(parent)}/{self._step(element, parent)}"
            self._paths[element] = path
        return path

    def _step(self, element: etree._Element, parent: etree._Element) -> str:
        name = _written(element)
        alike = self._children(parent)[name]
        return name if len(alike) == 1 else f"{name}[{alike.index(element) + 1}]"


def _sort_children(parent: etree._Element) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = {}
    for child in parent.iterchildren("*"):
        found.setdefault(_written(child), []).append(child)
    return found


def _written(element: etree._Element) -> str:
    local = str(element.tag).rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local
