"""Tests so simple that the tree answers them: whether there is an attribute, a parent or an ancestor of some name.

Most predicates and many assertions of TEI projects are of this kind, and elementpath takes some fifty times as long for
them. A shortcut is taken only where its answer is the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from elementpath.xpath_nodes import DocumentNode, ElementNode

from tei_archive.schematron.expressions import Node
from tei_archive.schematron.lexing import Kind, split_at, split_group, split_words
from tei_archive.schematron.matching import NodeKind, make_name_test
from tei_archive.schematron.nodes import describe, find_ancestors, find_attributes

Shortcut = Callable[[Node], bool]
"""Says whether a test is true of a node."""

_STEP: Final = re.compile(
    r"(?P<axis>@|(?:attribute|self|child|parent|ancestor|ancestor-or-self)\s*::)?\s*"
    r"(?:(?P<prefix>[\w.\-]+|\*):(?!:))?(?P<local>[^\W\d][\w.\-]*|\*)"
)
_ATTRIBUTES: Final = frozenset({NodeKind.ATTRIBUTE})
_ELEMENTS: Final = frozenset({NodeKind.ELEMENT})


def find_shortcut(expression: str, namespaces: Mapping[str, str]) -> Shortcut | None:
    """Give back a quick way to the effective boolean value of an expression; None where it is not so simple."""
    text = expression.strip()
    for separator, among, find in (("or", any, find_shortcut), ("and", all, find_shortcut), ("|", any, _find_step)):
        pieces = [piece for _, piece in split_at(text, separator)]
        if len(pieces) > 1:
            return _combine([find(piece, namespaces) for piece in pieces], among)
    if text.startswith("("):
        inside, rest = split_group(text)
        return None if rest.strip() else find_shortcut(inside, namespaces)
    if text.startswith("not"):
        inside, rest = split_group(text[3:].lstrip())
        inner = find_shortcut(inside, namespaces) if inside and not rest.strip() else None
        return (lambda node: not inner(node)) if inner else None
    return _find_equality(text, namespaces) or _find_step(text, namespaces)


def _combine(parts: list[Shortcut | None], among: Callable[[Iterator[bool]], bool]) -> Shortcut | None:
    sure = [part for part in parts if part]
    return (lambda node: among(part(node) for part in sure)) if len(sure) == len(parts) else None


def _find_equality(text: str, namespaces: Mapping[str, str]) -> Shortcut | None:
    """Find the comparison of an attribute with a text."""
    pieces = [piece for _, piece in split_at(text, "=")]
    words = split_words(pieces[-1])
    found = _STEP.fullmatch(pieces[0])
    if len(pieces) != 2 or len(words) != 1 or words[0].kind is not Kind.STRING or not found or found["axis"] != "@":
        return None
    test = make_name_test(found["prefix"], found["local"], _ATTRIBUTES, namespaces)
    quote = words[0].text[0]
    wanted = words[0].text[1:-1].replace(quote * 2, quote)
    return (lambda node: wanted in find_attributes(node, test)) if test else None


def _find_step(text: str, namespaces: Mapping[str, str]) -> Shortcut | None:
    found = _STEP.fullmatch(text)
    if not found:
        return None
    axis = (found["axis"] or "child").rstrip(": \t\r\n")
    is_attribute = axis in ("@", "attribute")
    test = make_name_test(found["prefix"], found["local"], _ATTRIBUTES if is_attribute else _ELEMENTS, namespaces)
    if test is None:
        return None
    if is_attribute:
        return lambda node: bool(find_attributes(node, test))
    walk = _AXES[axis]
    return lambda node: any(test.accepts(*describe(one)) for one in walk(node))


def _find_children(node: Node) -> Iterable[Node]:
    return node.children if isinstance(node, ElementNode | DocumentNode) else ()


_AXES: Final[Mapping[str, Callable[[Node], Iterable[Node]]]] = {
    "self": lambda node: (node,),
    "child": _find_children,
    "parent": lambda node: () if node.parent is None else (node.parent,),
    "ancestor": find_ancestors,
    "ancestor-or-self": lambda node: (node, *find_ancestors(node)),
}
