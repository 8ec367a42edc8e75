"""What the files of all graphs have: how they begin, and in words what they show."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from tei_archive.exporting.graph.values import Graph

BEGINNING: Final = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b"<!-- Made by `tei-archive export graph`, and made anew when it runs again. -->\n"
)


def describe(graph: Graph) -> str:
    """Give back what the graph shows and what was left out of it."""
    left_out = f" Left out: {'; '.join(graph.omissions)}." if graph.omissions else ""
    return f"{graph.title}. {graph.description}{left_out}"


def element(
    namespace: str, name: str, attributes: Mapping[str, str], *content: "etree._Element | str"
) -> etree._Element:
    """Give back an element of the namespace, which is the default one."""
    default: dict[str, str] = {None: namespace}  # type: ignore[dict-item]  # the stubs leave None out
    made = etree.Element(f"{{{namespace}}}{name}", dict(attributes), nsmap=default)
    for part in content:
        if isinstance(part, str):
            made.text = part
        else:
            made.append(part)
    return made


def serialize(root: etree._Element) -> bytes:
    """Give back a tree in UTF-8, indented."""
    return BEGINNING + etree.tostring(root, encoding="UTF-8", pretty_print=True)
