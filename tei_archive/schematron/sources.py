"""The elements of a schema, with what they include: every file is read once, inside the folder of the schema."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from lxml import etree

from tei_archive.errors import Location
from tei_archive.schematron.errors import SchemaError
from tei_archive.schematron.names import NAMESPACES
from tei_archive.schematron.paths import find_line

# What may stand where (ISO/IEC 19757-3, 5.4); elements inside of texts aside.
_ANYWHERE: Final = frozenset({"title", "p", "include", "extends"})
CONTENT: Final = {
    "schema": _ANYWHERE | {"ns", "let", "param", "phase", "pattern", "group", "rules", "diagnostics", "properties"},
    "phase": _ANYWHERE | {"let", "active"},
    "pattern": _ANYWHERE | {"let", "param", "rule"},
    "rules": _ANYWHERE | {"rule"},
    "rule": _ANYWHERE | {"let", "assert", "report"},
    "diagnostics": _ANYWHERE | {"diagnostic"},
    "properties": _ANYWHERE | {"property"},
}

_XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_INSIDE: Final = "a schema may include files of its own folder and those below, nothing else"


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """An element of a schema: `file` is where it stands, `folder` what may be read, `open` the files being included."""

    element: etree._Element
    file: Path
    folder: Path
    open: tuple[tuple[Path, str], ...] = ()

    @property
    def name(self) -> str:
        """The name without namespace, empty for what is not Schematron's."""
        name = etree.QName(self.element)
        return name.localname if name.namespace in NAMESPACES else ""

    @property
    def where(self) -> Location:
        """The place in the file."""
        return Location(str(self.file), find_line(self.element))

    def get(self, attribute: str) -> str | None:
        """Give back an attribute, None where it is missing or blank."""
        value = self.element.get(attribute)
        return value if value and value.strip() else None

    def require(self, attribute: str) -> str:
        """Give back an attribute. Raises `SchemaError` where it is missing or blank."""
        if (value := self.get(attribute)) is None:
            raise self.error(f"<{self.name}> has no {attribute}", hint=f'write {attribute}="…"')
        return value

    def error(self, message: str, hint: str | None = None) -> SchemaError:
        """Make the error for something that is wrong here."""
        return SchemaError(message, self.where, hint)

    def children(self, *names: str) -> Iterator[Node]:
        """Give back the children with these names, in order, with what is included in their place.

        Raises `SchemaError` where an inclusion cannot be read, leads out of the folder, or leads back to itself.
        """
        return (child for child in _expand(self) if child.name in names)

    def refer(self) -> Node:
        """Find what @href names: the outermost element of a file, or the one with the id behind the #.

        Raises `SchemaError` where it cannot be read, lies outside of the folder, or is being included already.
        """
        href, _, fragment = unquote(self.require("href")).partition("#")
        file = real_path(self.file.parent / href if href else self.file)
        if "://" in href or not file.is_relative_to(real_path(self.folder)):
            raise self.error(f"{self.get('href')} lies outside of the folder of the schema", _INSIDE)
        step = (file, fragment)
        if step in self.open:
            raise self.error(f"{self.get('href')} includes itself", hint="remove one of the inclusions")
        root = read_element(file, self.where)
        found = _find(root, fragment) if fragment else root
        if found is None:
            raise self.error(f"{href or self.file.name} has no element with the id {fragment}", hint="check the id")
        return Node(found, file, self.folder, (*self.open, step))


def real_path(path: Path) -> Path:
    """Give the path behind all links; a link that leads in a circle stays as it is."""
    return Path(os.path.realpath(path))


def _expand(node: Node) -> Iterator[Node]:
    for element in node.element.iterchildren("*"):
        child = Node(element, node.file, node.folder, node.open)
        if child.name == "include":
            yield _include(child, node)
        elif child.name == "extends" and child.get("href"):
            yield from _expand(child.refer())
        else:
            yield child


def _include(place: Node, outer: Node) -> Node:
    found = place.refer()
    if found.name not in CONTENT.get(outer.name, (found.name,)):
        raise place.error(f"<{found.name}> cannot stand in <{outer.name}>", hint='include another element: href="…#id"')
    return found


def read_element(file: Path, asked: Location | None = None) -> etree._Element:
    """Read an XML file; `asked` is the place that names it. Raises `SchemaError` where it cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        return etree.parse(file, parser).getroot()
    except OSError as error:
        raise SchemaError(f"{file.name} cannot be read", asked or Location(str(file)), hint="check the path") from error
    except etree.XMLSyntaxError as error:
        raise SchemaError(f"not well-formed XML: {error.msg}", Location(str(file), error.lineno)) from error


def _find(root: etree._Element, id_: str) -> etree._Element | None:
    return next((element for element in root.iter("*") if id_ in (element.get("id"), element.get(_XML_ID))), None)
