"""Name classes in compact syntax."""

from collections.abc import Mapping
from dataclasses import dataclass

from tei_archive.relaxng.compact_declarations import Declarations
from tei_archive.relaxng.compact_stream import Stream
from tei_archive.relaxng.compact_tokens import Form, Token
from tei_archive.relaxng.nodes import Node


@dataclass(frozen=True, slots=True)
class NameReader:
    """Reads the names of elements, or of attributes: those have no namespace unless they say so."""

    stream: Stream
    declarations: Declarations
    of_attributes: bool

    def read(self) -> Node:
        """Read a name class. Raises `SchemaError`."""
        members = [self._read_one()]
        while self.stream.take_if("|"):
            members.append(self._read_one())
        return members[0] if len(members) == 1 else self.declarations.make("choice", members[0].where, {}, *members)

    def _read_one(self) -> Node:
        token = self.stream.now()
        if token.form not in (Form.NAME, Form.QUALIFIED, Form.ANY_OF) and token.text not in ("(", "*"):
            self.stream.refuse("a name is expected")
        self.stream.move_on()
        node = self._read_after(token)
        self.stream.skip_following_annotations()
        return node

    def _read_after(self, token: Token) -> Node:
        if token.form is Form.SIGN and token.text == "(":
            node = self.read()
            self.stream.demand(")")
            return node
        if token.form is Form.SIGN:
            return self._read_except(self.declarations.make("anyName", token.where, {}))
        if token.form is Form.ANY_OF:
            ns = self.declarations.find_namespace(token.text[:-2], token)
            return self._read_except(self.declarations.make("nsName", token.where, ns))
        if token.form is Form.QUALIFIED:
            prefix, _, local = token.text.partition(":")
            return self._name(token, local, self.declarations.find_namespace(prefix, token))
        return self._name(token, token.text.lstrip("\\"), {"ns": ""} if self.of_attributes else {})

    def _read_except(self, node: Node) -> Node:
        if self.stream.take_if("-"):
            node.children.append(self.declarations.make("except", node.where, {}, self._read_one()))
        return node

    def _name(self, token: Token, local: str, attributes: Mapping[str, str]) -> Node:
        node = self.declarations.make("name", token.where, attributes)
        node.text = local
        return node
