"""Building elements: names, attributes and content in, an element out that can be written or made a tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from tei_archive.tei.names import NAMESPACE, local_name, qualified

# The stubs of lxml do not know that None stands for the default namespace.
_DEFAULT: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item]


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A TEI element to be written: attributes that are None are left out; the content is in the order of the file.

    A shared element stands in many files, so that its lines are worth keeping. Two elements are never the same, even
    where they look the same.
    """

    name: str
    attributes: Mapping[str, str | None]
    content: tuple[Element | str, ...] = ()
    is_shared: bool = False


def build(name: str, attributes: Mapping[str, str | None], *content: Element | str | None) -> Element:
    """Give back a TEI element; attributes and content that are None are left out."""
    return Element(name, attributes, tuple([part for part in content if part is not None]))


def share(element: Element) -> Element:
    """Give back the element as one that stands in many files."""
    return replace(element, is_shared=True)


def as_tree(element: Element) -> etree._Element:
    """Give back the element as a tree, to be put together with others that were read from files."""
    made = etree.Element(qualified(element.name), nsmap=_DEFAULT)
    for key, value in element.attributes.items():
        if value is not None:
            made.set(key, value)
    for part in element.content:
        _append(made, as_tree(part) if isinstance(part, Element) else part)
    return made


def as_element(tree: etree._Element) -> Element:
    """Give back a tree of TEI elements as an element to be written."""
    content: list[Element | str] = [tree.text] if tree.text else []
    for child in tree:
        content += [as_element(child), *([child.tail] if child.tail else [])]
    attributes = {str(key): str(value) for key, value in tree.attrib.items()}
    return Element(local_name(tree), attributes, tuple(content))


def _append(parent: etree._Element, part: etree._Element | str) -> None:
    if not isinstance(part, str):
        parent.append(part)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + part
    else:
        parent.text = (parent.text or "") + part
