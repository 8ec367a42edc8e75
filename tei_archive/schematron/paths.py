"""Paths with names: from an element to `/TEI[1]/text[1]`, and back. Numbers count siblings of the same local name."""

import re
from typing import Final

from lxml import etree

_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_STEP: Final = re.compile(r"/([^/\[\]]+)\[(\d+)\]")


def write_path(element: etree._Element) -> str:
    """Give back the path of an element."""
    return "".join(f"/{_name(one)}[{_number(one)}]" for one in reversed([element, *element.iterancestors()]))


def write_attribute_name(name: str) -> str:
    """Give back the last step of the path of an attribute, without a namespace unless that is the one of XML."""
    return f"@xml:{name.removeprefix(_XML)}" if name.startswith(_XML) else f"@{name.rpartition('}')[2]}"


def find_element(root: etree._Element, path: str) -> etree._Element:
    """Find the element that a path leads to, or that holds the attribute, text or comment at its end.

    Where the path leads nowhere, that is the last element on the way.
    """
    steps = [(found[1], int(found[2])) for found in _STEP.finditer(path)]
    element = root
    for name, number in steps[1:]:
        children = (child for child in element.iterchildren("*") if _name(child) == name)
        found = next((child for at, child in enumerate(children, 1) if at == number), None)
        if found is None:
            break
        element = found
    return element


def find_line(element: etree._Element) -> int | None:
    """Give back the line of an element, None where it was not read from a file."""
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _number(element: etree._Element) -> int:
    name = f"{{*}}{_name(element)}"
    return 1 + sum(1 for _ in element.itersiblings(name, preceding=True))
