"""A schema as it was written, whichever its syntax: elements of the RELAX NG namespace, and nothing else.

What is inherited in XML is written down on each node: the namespaces in scope, the base of its references and the
datatype library (sections 4.1 to 4.4 of the specification).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tei_archive.errors import Location

Place = tuple[str, int, int]
"""File, line and column."""


class Node:
    """An element of a schema.

    A class and no frozen value: a reader makes it at its start tag, and adds what is inside until its end tag.
    """

    __slots__ = ("attributes", "base", "children", "library", "name", "namespaces", "place", "text")

    def __init__(
        self, name: str, attributes: Mapping[str, str], place: Place, namespaces: Mapping[str, str], base: str = ""
    ) -> None:
        self.name = name
        self.attributes = attributes
        self.place = place
        self.namespaces = namespaces
        self.base = base
        self.library = ""
        self.children: list[Node] = []
        self.text = ""

    @property
    def where(self) -> Location:
        """The place as errors name it. Few nodes are ever asked."""
        return Location(*self.place)


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """A file of a schema, read."""

    path: Path
    root: Node
