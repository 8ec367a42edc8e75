"""The compact syntax of RELAX NG: from the bytes of a file to the nodes that its XML syntax would give.

*RELAX NG Compact Syntax*, OASIS 2002: a parser by recursive descent, one method a rule.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tei_archive.errors import Location
from tei_archive.relaxng.compact_declarations import Declarations, read_declarations
from tei_archive.relaxng.compact_names import NameReader
from tei_archive.relaxng.compact_stream import Stream
from tei_archive.relaxng.compact_tokens import Form, Token, tokenize
from tei_archive.relaxng.nodes import Node
from tei_archive.relaxng.schema_error import wrong

_CONNECTORS: Final = {",": "group", "|": "choice", "&": "interleave"}
_REPEATS: Final = {"*": "zeroOrMore", "+": "oneOrMore", "?": "optional"}
_ASSIGNMENTS: Final = {"=": "", "|=": "choice", "&=": "interleave"}
_BUILT_IN: Final = frozenset({"string", "token"})
_KEYWORDS: Final = _BUILT_IN | frozenset(
    (
        "attribute",
        "default",
        "datatypes",
        "div",
        "element",
        "empty",
        "external",
        "grammar",
        "include",
        "inherit",
        "list",
        "mixed",
        "namespace",
        "notAllowed",
        "parent",
        "start",
        "text",
    )
)


def read_compact_syntax(content: bytes, path: Path) -> Node:
    """Read a schema in compact syntax. Raises `SchemaError` where it is none."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise wrong(f"the schema is not {encoding}", Location(str(path)), "convert it to UTF-8") from error
    stream = Stream(tokenize(text, str(path)))
    try:
        return _read_top(_Parser(stream, read_declarations(stream)))
    except RecursionError as error:
        raise wrong("the schema is nested too deeply", Location(str(path))) from error


def _read_top(parser: "_Parser") -> Node:
    where = parser.stream.now().where
    if parser.begins_definition():
        root = parser.make("grammar", where, {}, *parser.read_grammar_content(Form.END, ""))
    else:
        root = parser.read_pattern()
    if parser.stream.now().form is not Form.END:
        parser.stream.refuse("the end of the schema is expected")
    default = parser.declarations.default
    if default is not None and "ns" not in root.attributes:
        root.attributes = {"ns": default, **root.attributes}
    return root


@dataclass(frozen=True, slots=True)
class _Parser:
    """The rules of the syntax, over the tokens of one file and what it declares."""

    stream: Stream
    declarations: Declarations

    def make(self, name: str, where: Location, attributes: Mapping[str, str], *children: Node) -> Node:
        """Make a node."""
        return self.declarations.make(name, where, attributes, *children)

    def begins_definition(self) -> bool:
        """Say whether a grammar begins here without saying so, rather than a pattern."""
        token, following = self.stream.now(), self.stream.following()
        if token.form is Form.END:
            return True
        if following.form is Form.ANNOTATION and token.form in (Form.NAME, Form.QUALIFIED):
            return not _is_keyword(token)
        if token.form is not Form.NAME:
            return False
        return token.text in ("include", "div", "start") or following.text in _ASSIGNMENTS

    def read_grammar_content(self, form: Form, text: str) -> list[Node]:
        """Read definitions up to a certain token."""
        content = []
        while not self.stream.comes(text, form):
            token = self.stream.now()
            if self.stream.following().form is Form.ANNOTATION:
                self.stream.move_on()  # an element of another namespace, which annotates the grammar
            elif self.stream.take_if("div", Form.NAME):
                content.append(self.make("div", token.where, {}, *self._read_block()))
            elif self.stream.take_if("include", Form.NAME):
                content.append(self._read_reference("include", token))
            else:
                content.append(self._read_definition())
        return content

    def _read_block(self) -> list[Node]:
        self.stream.demand("{")
        content = self.read_grammar_content(Form.SIGN, "}")
        self.stream.demand("}")
        return content

    def _read_definition(self) -> Node:
        token = self.stream.now()
        if token.form is not Form.NAME or (_is_keyword(token) and token.text != "start"):
            self.stream.refuse("a definition is expected")
        self.stream.move_on()
        if self.stream.now().text not in _ASSIGNMENTS:
            self.stream.refuse("=, |= or &= is expected")
        combine = _ASSIGNMENTS[self.stream.take(Form.SIGN, "=").text]
        attributes = {"combine": combine} if combine else {}
        if token.text == "start":
            return self.make("start", token.where, attributes, self.read_pattern())
        attributes["name"] = token.text.lstrip("\\")
        return self.make("define", token.where, attributes, self.read_pattern())

    def _read_reference(self, name: str, token: Token) -> Node:
        attributes = {"href": self.stream.literal()}
        if self.stream.take_if("inherit", Form.NAME):
            self.stream.demand("=")
            attributes.update(self.declarations.find_namespace(self.stream.name("a prefix"), token))
        block = self._read_block() if name == "include" and self.stream.comes("{") else []
        return self.make(name, token.where, attributes, *block)

    def read_pattern(self) -> Node:
        """Read a pattern with the signs between its parts."""
        first = self._read_particle()
        sign = self.stream.now()
        if sign.form is not Form.SIGN or sign.text not in _CONNECTORS:
            return first
        members = [first]
        while self.stream.take_if(sign.text):
            members.append(self._read_particle())
        if self.stream.now().form is Form.SIGN and self.stream.now().text in _CONNECTORS:
            self.stream.refuse(f"parentheses are needed to mix {sign.text} with another sign: the end is expected")
        return self.make(_CONNECTORS[sign.text], first.where, {}, *members)

    def _read_particle(self) -> Node:
        node = self._read_primary()
        token = self.stream.now()
        if token.form is Form.SIGN and token.text in _REPEATS:
            self.stream.move_on()
            node = self.make(_REPEATS[token.text], node.where, {}, node)
        self.stream.skip_following_annotations()
        return node

    def _read_primary(self) -> Node:
        token = self.stream.now()
        if token.form is Form.LITERAL:
            return self._read_value(token, {}, "")
        if token.form not in (Form.NAME, Form.QUALIFIED) and token.text != "(":
            self.stream.refuse("a pattern is expected")
        if _is_keyword(token) and token.text not in _BUILT_IN and token.text not in _PRIMARIES:
            self.stream.refuse("a pattern is expected")
        self.stream.move_on()
        if token.form is Form.SIGN:
            node = self.read_pattern()
            self.stream.demand(")")
            return node
        if token.form is Form.QUALIFIED:
            prefix, _, local = token.text.partition(":")
            return self._read_data(token, local, self.declarations.find_library(prefix, token))
        if token.text in _BUILT_IN:
            return self._read_data(token, token.text, "")
        if token.text in _PRIMARIES:
            return _PRIMARIES[token.text](self, token)
        return self.make("ref", token.where, {"name": token.text.lstrip("\\")})

    def _read_value(self, token: Token, attributes: Mapping[str, str], library: str) -> Node:
        node = self.make("value", token.where, attributes)
        node.library, node.text = library, self.stream.literal()
        return node

    def _read_data(self, token: Token, name: str, library: str) -> Node:
        if self.stream.now().form is Form.LITERAL:
            return self._read_value(token, {"type": name}, library)
        node = self.make("data", token.where, {"type": name})
        node.library = library
        if self.stream.take_if("{"):
            while not self.stream.take_if("}"):
                node.children.append(self._read_parameter())
        if self.stream.take_if("-"):
            node.children.append(self.make("except", token.where, {}, self._read_primary()))
        return node

    def _read_parameter(self) -> Node:
        where = self.stream.now().where
        node = self.make("param", where, {"name": self.stream.name("a parameter")})
        self.stream.demand("=")
        node.text = self.stream.literal()
        return node

    def read_named(self, token: Token) -> Node:
        """Read what follows `element` or `attribute`."""
        names = NameReader(self.stream, self.declarations, token.text == "attribute").read()
        return self.make(token.text, token.where, {}, names, self._read_braces())

    def read_inner(self, token: Token) -> Node:
        """Read what follows `list` or `mixed`."""
        return self.make(token.text, token.where, {}, self._read_braces())

    def read_leaf(self, token: Token) -> Node:
        """Make the node of `empty`, `text` or `notAllowed`."""
        return self.make(token.text, token.where, {})

    def read_parent(self, token: Token) -> Node:
        """Read a name of the grammar around."""
        return self.make("parentRef", token.where, {"name": self.stream.name("a name")})

    def read_external(self, token: Token) -> Node:
        """Read a reference to a pattern in another file."""
        return self._read_reference("externalRef", token)

    def read_grammar(self, token: Token) -> Node:
        """Read a grammar inside a pattern."""
        return self.make("grammar", token.where, {}, *self._read_block())

    def _read_braces(self) -> Node:
        self.stream.demand("{")
        node = self.read_pattern()
        self.stream.demand("}")
        return node


def _is_keyword(token: Token) -> bool:
    return token.form is Form.NAME and token.text in _KEYWORDS


_PRIMARIES: Final[Mapping[str, Callable[[_Parser, Token], Node]]] = MappingProxyType(
    {
        **dict.fromkeys(("element", "attribute"), _Parser.read_named),
        **dict.fromkeys(("list", "mixed"), _Parser.read_inner),
        **dict.fromkeys(("empty", "text", "notAllowed"), _Parser.read_leaf),
        "parent": _Parser.read_parent,
        "external": _Parser.read_external,
        "grammar": _Parser.read_grammar,
    }
)
