"""The nodes of a document as elementpath wants them, with the string values that XPath gives them.

elementpath's own elements lose the text behind a comment or a processing instruction, and its documents add the words
of those beside the outermost element.
"""

from collections.abc import Iterator
from typing import Final

from elementpath.datatypes import UntypedAtomic
from elementpath.xpath_nodes import (
    AttributeNode,
    CommentNode,
    ElementNode,
    EtreeDocumentNode,
    EtreeElementNode,
    ProcessingInstructionNode,
    TextNode,
    XPathNode,
)
from lxml import etree

from tei_archive.schematron.matching import NodeKind, NodeTest

_STRING: Final = etree.XPath("string()", smart_strings=False)


class Element(EtreeElementNode):
    """An element. It inherits, since elementpath knows nodes by their classes."""

    __slots__ = ()

    @property
    def string_value(self) -> str:
        """All text in the element."""
        return str(_STRING(self.value))  # type: ignore[arg-type] # elementpath knows trees by protocols

    @property
    def compat_string_value(self) -> str:
        """The same for XPath 1."""
        return self.string_value

    @property
    def iter_typed_values(self) -> Iterator[UntypedAtomic]:
        """The text as a value without a type."""
        yield UntypedAtomic(self.string_value)


class Document(EtreeDocumentNode):
    """A document node."""

    __slots__ = ()

    @property
    def string_value(self) -> str:
        """All text in the outermost element."""
        return str(_STRING(self.value))  # type: ignore[arg-type] # elementpath knows trees by protocols

    @property
    def compat_string_value(self) -> str:
        """The same for XPath 1."""
        return self.string_value


_KINDS: Final = {
    "document": NodeKind.DOCUMENT,
    "element": NodeKind.ELEMENT,
    "attribute": NodeKind.ATTRIBUTE,
    "text": NodeKind.TEXT,
    "comment": NodeKind.COMMENT,
    "processing-instruction": NodeKind.INSTRUCTION,
}


def describe(node: XPathNode) -> tuple[NodeKind, str]:
    """Give back the kind of a node, and the name of an element or attribute as {namespace}local."""
    name = node.name if isinstance(node, ElementNode | AttributeNode) else None
    return _KINDS[node.node_kind], name or ""


def find_ancestors(node: XPathNode) -> Iterator[XPathNode]:
    """Give back the ancestors of a node, from its parent to the document."""
    while (parent := node.parent) is not None:
        yield parent
        node = parent


def find_attributes(node: XPathNode, test: NodeTest) -> list[str]:
    """Give back the values of the attributes of an element that a test accepts."""
    if not isinstance(node, Element):
        return []
    attributes = node.value.attrib.items()
    return [str(value) for name, value in attributes if test.accepts(NodeKind.ATTRIBUTE, str(name))]


def build_nodes(tree: etree._ElementTree) -> Document:
    """Give back the document node of a tree, with all nodes below it; without recursion, so it may be deep."""
    builder = _Builder(Document(tree))
    root = tree.getroot()
    for sibling in reversed(list(root.itersiblings(preceding=True))):
        builder.add_leaf(sibling)
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if callable(node.tag) and node.tag is etree.Entity:
            # An entity that was not expanded has no text; what follows it has.
            builder.add_text(node.tail if event == "end" else None)
        elif event == "start":
            builder.open(node)
        elif event == "end":
            builder.close(node)
        else:
            builder.add_leaf(node)
            builder.add_text(node.tail)
    for sibling in root.itersiblings():
        builder.add_leaf(sibling)
    return builder.document


class _Builder:
    """Hangs one node after the other into the tree, so it changes with each: the open element, the next position."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._parent: Document | Element = document
        self._position = 2

    def open(self, element: etree._Element) -> None:
        self._parent = Element(element, self._parent, self._position)
        # elementpath counts the namespaces of an element, the one of XML, and the attributes from its position on.
        self._position += len(element.nsmap) + len(element.attrib) + 2
        self.add_text(element.text)

    def close(self, element: etree._Element) -> None:
        outer = self._parent.parent
        self._parent = outer if isinstance(outer, Element) else self.document
        self.add_text(element.tail)

    def add_text(self, text: str | None) -> None:
        if text and isinstance(self._parent, Element):
            TextNode(text, self._parent, self._position)
            self._position += 1

    def add_leaf(self, node: etree._Element) -> None:
        if callable(node.tag) and node.tag is etree.Comment:
            CommentNode(node, self._parent, self._position)
        else:
            ProcessingInstructionNode(node, None, self._parent, self._position)
        self._position += 1
