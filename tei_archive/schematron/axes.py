"""The axes of XPath from nodes that are no elements, where elementpath's own do not follow the data model.

An attribute has no attributes and no siblings, and no name that `self::` could test; what precedes it precedes its
element, what follows it are also the children of its element. Text, comments and instructions are followed, too.
"""

from collections.abc import Iterator
from typing import Self

from elementpath import XPathContext
from elementpath.aliases import ChildNodeType
from elementpath.xpath_nodes import AttributeNode, DocumentNode, ElementNode, XPathNode


class Context(XPathContext):
    """The state of an evaluation: elementpath moves it along the axes, so it changes. It inherits to mend them."""

    def __copy__(self) -> Self:
        """Give back the same state to be moved on by itself: elementpath asks for that at every step.

        What does not change in an evaluation is shared, which takes half the time of a full copy.
        """
        other = object.__new__(type(self))
        other.__dict__ = self.__dict__
        other.document, other.root, other.item = self.document, self.root, self.item
        other.size, other.position, other.axis = self.size, self.position, None
        other.namespaces, other.variables = self.namespaces, self.variables
        return other

    def iter_attributes(self) -> Iterator[AttributeNode]:
        """Go along the axis `attribute`."""
        if not isinstance(self.item, AttributeNode):
            yield from super().iter_attributes()

    def iter_matching_nodes(
        self, name: str, default_namespace: str | None = None
    ) -> Iterator[AttributeNode | ElementNode]:
        """Give back what has a name: children, or the node itself where an axis leads to it."""
        if self.axis == "attribute" or not isinstance(self.item, AttributeNode):
            yield from super().iter_matching_nodes(name, default_namespace)

    def iter_siblings(self, axis: str | None = None) -> Iterator[ChildNodeType]:
        """Go along the axes `following-sibling` and `preceding-sibling`."""
        if not isinstance(self.item, AttributeNode):
            yield from super().iter_siblings(axis)

    def iter_preceding(self) -> Iterator[DocumentNode | ChildNodeType]:
        """Go along the axis `preceding`."""
        if not isinstance(self.item, AttributeNode):
            yield from super().iter_preceding()
        elif self.item.parent is not None:
            attribute, self.item = self.item, self.item.parent
            yield from super().iter_preceding()
            self.item = attribute

    def iter_followings(self) -> Iterator[ChildNodeType]:
        """Go along the axis `following`."""
        if not isinstance(self.item, XPathNode) or not isinstance(self.root, DocumentNode):
            return
        here, axis = self.item, self.axis
        inside = set(here.iter_descendants()) if isinstance(here, DocumentNode | ElementNode) else set[XPathNode]()
        self.axis = "following"
        for node in self.root.iter_descendants(with_self=False):
            if node.position > here.position and node not in inside and not isinstance(node, DocumentNode):
                self.item = node
                yield node
        self.item, self.axis = here, axis
