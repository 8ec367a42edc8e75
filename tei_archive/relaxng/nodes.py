"""A schema as it was written, whichever its syntax: elements of the RELAX NG namespace, and nothing else.

What is inherited in XML is written down on each node: the namespaces in scope, the base of its references and the
datatype library (sections 4.1 to 4.4 of the specification).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tei_archive.errors import Location


@dataclass(slots=True)
class Node:
    """An element of a schema. It is built while a file is read, and not changed after that."""

    name: str
    attributes: Mapping[str, str]
    where: Location
    namespaces: Mapping[str, str]
    base: str = ""
    library: str = ""
    children: list["Node"] = field(default_factory=list)
    text: str = ""


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """A file of a schema, read."""

    path: Path
    root: Node
