"""The XML syntax of RELAX NG: from the bytes of a file to nodes (sections 3 and 4.1 to 4.4 of the specification)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NoReturn
from xml.parsers import expat

from tei_archive.errors import Location
from tei_archive.relaxng.entities import guard_entities
from tei_archive.relaxng.nodes import Node
from tei_archive.relaxng.schema_error import wrong
from tei_archive.relaxng.spaces import SPACES

RELAXNG: Final = "http://relaxng.org/ns/structure/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"

_PREFIX: Final = RELAXNG + " "
_BASE: Final = XML + " base"
_MOST_LEVELS: Final = 250
# What these hold is a string; elements of other namespaces would cut it in two.
_STRINGS: Final = frozenset({"value", "param", "name"})


def read_xml_syntax(content: bytes, path: Path) -> Node:
    """Read a schema in XML syntax. Raises `SchemaError` where it is no well-formed XML, or no RELAX NG."""
    return _Reader(path).read(content)


class _Reader:
    """Collects nodes from a parser. What changes: the open nodes, and what is in scope there."""

    def __init__(self, path: Path) -> None:
        self._path = str(path)
        self._open: list[Node] = []
        self._root: Node | None = None
        self._foreign = 0
        self._words: list[str] = []
        self._scopes: list[tuple[str, Mapping[str, str]]] = [("", {"xml": XML})]
        self._declared: dict[str, str] = {}
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words.append
        parser.StartNamespaceDeclHandler = self._declare
        guard_entities(parser, self._refuse)

    def read(self, content: bytes) -> Node:
        try:
            self._parser.Parse(content, True)
        except expat.ExpatError as error:
            where = Location(self._path, error.lineno, error.offset + 1)
            message = f"the schema is not well-formed XML: {expat.ErrorString(error.code)}"
            raise wrong(message, where, "open it in an XML editor") from error
        if self._root is None:
            raise wrong("this is no RELAX NG schema", self._where(), f"its outermost element is not in {RELAXNG}")
        return self._root

    def _refuse(self, message: str) -> NoReturn:
        raise wrong(message, self._where(), "write out what the entity stands for")

    def _where(self) -> Location:
        return Location(self._path, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._declared[prefix or ""] = uri or ""

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._foreign or not tag.startswith(_PREFIX):
            self._skip(tag)
            return
        if self._words:
            self._check_words()
        base, namespaces = self._scopes[-1]
        if self._declared:
            namespaces, self._declared = {**namespaces, **self._declared}, {}
        if attributes:
            base = _join(base, attributes[_BASE]) if _BASE in attributes else base
            attributes = self._own(attributes)
        place = (self._path, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        node = Node(tag[len(_PREFIX) :], attributes, place, namespaces, base)
        self._add(node)
        self._scopes.append((base, namespaces))

    def _add(self, node: Node) -> None:
        if not self._open:
            self._root = node
        else:
            parent = self._open[-1]
            node.library = parent.library
            parent.children.append(node)
        if "datatypeLibrary" in node.attributes:
            node.library = node.attributes["datatypeLibrary"]
        self._open.append(node)
        if len(self._open) > _MOST_LEVELS:
            raise wrong(f"the schema is nested deeper than {_MOST_LEVELS} levels", node.where)

    def _skip(self, tag: str) -> None:
        """Skip an element of another namespace, which annotates the schema."""
        self._declared.clear()
        if self._open and self._open[-1].name in _STRINGS:
            raise wrong(f"<{self._open[-1].name}> holds a string, and no elements", self._where())
        if not self._foreign:
            self._check_words()
        if not self._open:
            raise wrong(f"<{tag.rpartition(' ')[2]}> begins no RELAX NG schema", self._where(), "see relaxng.org")
        self._foreign += 1

    def _own(self, attributes: dict[str, str]) -> dict[str, str]:
        """Leave out the attributes that annotate."""
        own = {}
        for name, value in attributes.items():
            if " " not in name:
                own[name] = value
            elif name.startswith(_PREFIX):
                raise wrong(f"RELAX NG has no attribute {name.rpartition(' ')[2]} in its namespace", self._where())
        return own

    def _end(self, _tag: str) -> None:
        if self._foreign:
            self._foreign -= 1
            self._words.clear()
            return
        node = self._open[-1]
        if node.name in _STRINGS:
            node.text = "".join(self._words)
            self._words.clear()
        elif self._words:
            self._check_words()
        self._open.pop()
        self._scopes.pop()

    def _check_words(self) -> None:
        words = "".join(self._words).strip(SPACES)
        self._words.clear()
        if words and self._open:
            raise wrong(f"text is not allowed in <{self._open[-1].name}>: {words[:40]}", self._where())


def _join(base: str, reference: str) -> str:
    from urllib.parse import urljoin  # noqa: PLC0415  # few schemas have a base, and it takes a while to load

    return urljoin(base, reference)
