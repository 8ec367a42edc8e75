"""The texts of assertions and diagnostics: words, and what is computed between them."""

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from tei_archive.schematron.sources import Node
from tei_archive.schematron.values import Message, ValueOf

Fill = Callable[[str], str]
"""Puts the parameters of an abstract pattern into an expression."""

# Elements of a repair, which are no part of the text.
_QUICK_FIX: Final = "http://www.schematron-quickfix.com/validator/process"


def read_message(node: Node, fill: Fill) -> Message:
    """Give back the text of an element, markup such as `sch:emph` left out."""
    return tuple(_parts(node, node.element, fill))


def _parts(node: Node, element: etree._Element, fill: Fill) -> Iterator[str | ValueOf]:
    if element.text:
        yield element.text
    elements = set(element.iterchildren("*"))
    for child in element:
        if child in elements and etree.QName(child).namespace != _QUICK_FIX:
            yield from _computed(Node(child, node.file, node.folder), fill)
        if child.tail:
            yield child.tail


def _computed(node: Node, fill: Fill) -> Iterator[str | ValueOf]:
    # Some schemas write xsl:value-of, so its name counts in any namespace.
    if etree.QName(node.element).localname == "value-of":
        yield ValueOf(fill(node.require("select")))
    elif node.name == "name":
        yield ValueOf(f"name({fill(node.get('path') or '.')})")
    else:
        yield from _parts(node, node.element, fill)
