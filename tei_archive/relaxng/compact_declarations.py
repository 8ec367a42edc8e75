"""What a schema in compact syntax declares at its beginning: namespaces and datatype libraries."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tei_archive.errors import Location
from tei_archive.relaxng.compact_stream import Stream
from tei_archive.relaxng.compact_tokens import Form, Token
from tei_archive.relaxng.libraries import XSD
from tei_archive.relaxng.nodes import Node
from tei_archive.relaxng.reading import XML
from tei_archive.relaxng.schema_error import wrong

_DECLARATIONS: Final = frozenset({"namespace", "default", "datatypes"})


@dataclass(frozen=True, slots=True)
class Declarations:
    """The namespaces of prefixes, None where they are inherited; that of names without one; datatype libraries."""

    namespaces: Mapping[str, str | None]
    default: str | None
    libraries: Mapping[str, str]

    def make(self, name: str, where: Location, attributes: Mapping[str, str], *children: Node) -> Node:
        """Make a node as the XML syntax would have it."""
        known = {prefix: uri for prefix, uri in self.namespaces.items() if uri is not None}
        node = Node(name, attributes, (where.path, where.line or 1, where.column or 1), known)
        node.children.extend(children)
        return node

    def find_namespace(self, prefix: str, token: Token) -> Mapping[str, str]:
        """Give the attribute `ns` for a prefix: none where it is inherited. Raises `SchemaError` for an unknown one."""
        if prefix not in self.namespaces:
            raise wrong(f"the prefix {prefix} is not declared", token.where, f'add: namespace {prefix} = "…"')
        uri = self.namespaces[prefix]
        return {} if uri is None else {"ns": uri}

    def find_library(self, prefix: str, token: Token) -> str:
        """Give the datatype library of a prefix. Raises `SchemaError` where it is not declared."""
        if prefix not in self.libraries:
            raise wrong(f"the prefix {prefix} is not declared", token.where, f'add: datatypes {prefix} = "…"')
        return self.libraries[prefix]


def read_declarations(stream: Stream) -> Declarations:
    """Read the declarations. Raises `SchemaError` where one is incomplete."""
    namespaces: dict[str, str | None] = {"xml": XML}
    libraries = {"xsd": XSD}
    default: str | None = None
    while stream.now().form is Form.NAME and stream.now().text in _DECLARATIONS:
        keyword = stream.move_on().text
        if keyword == "datatypes":
            prefix = stream.name("a prefix")
            stream.demand("=")
            libraries[prefix] = stream.literal()
            continue
        prefix, uri = _read_namespace(stream, is_default=keyword == "default")
        if keyword == "default":
            default = uri
        if prefix:
            namespaces[prefix] = uri
    return Declarations(namespaces, default, libraries)


def _read_namespace(stream: Stream, *, is_default: bool) -> tuple[str, str | None]:
    if is_default and not stream.take_if("namespace", Form.NAME):
        stream.refuse("'namespace' is expected")
    prefix = "" if is_default and stream.comes("=") else stream.name("a prefix")
    stream.demand("=")
    return prefix, None if stream.take_if("inherit", Form.NAME) else stream.literal()
