"""RELAX NG as J. Clark's paper has it, in a page: derivatives of the whole document, nothing remembered.

It shares the name classes and the patterns with the engine, and nothing else: no pairs, no states, no stack.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tei_archive.relaxng.name_classes import Name, contains
from tei_archive.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    Attribute,
    Choice,
    Compound,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    Text,
    ValueOf,
)


@dataclass(frozen=True)
class Tree:
    """An element: its name, attributes, and what is inside, texts among elements."""

    name: str
    attributes: Mapping[str, str]
    children: "tuple[Tree | str, ...]"


@dataclass(frozen=True)
class Several:
    """A group, choice or interleave of two that is being read."""

    kind: str
    one: "Left"
    two: "Left"


@dataclass(frozen=True)
class After:
    """What is inside an element, and what comes after it."""

    inside: "Left"
    then: "Left"


Left = Pattern | Several | After


def is_valid(start: Pattern, tree: Tree) -> bool:
    """Say whether a tree matches a pattern."""
    return nullable(child(start, tree))


def nullable(left: Left) -> bool:
    if isinstance(left, After):
        return False
    if isinstance(left, Several):
        test = any if left.kind == "choice" else all
        return test((nullable(left.one), nullable(left.two)))
    return left.nullable


def split(left: Left) -> Left:
    """See a compound of the engine as nested pairs."""
    if isinstance(left, Compound):
        kind = {Choice: "choice", Group: "group", Interleave: "interleave"}[type(left)]
        first, *rest = left.members
        others = rest[0] if len(rest) == 1 else type(left)(tuple(rest))
        return Several(kind, first, others)
    return left


def more(left: OneOrMore) -> Left:
    return join("choice", left, EMPTY)


def derive(left: Left, leaf: Callable[[Pattern], Left], *, skips: bool) -> Left:
    """Go through what is left; `skips` where order counts, so that the second of a group waits for the first."""
    left = split(left)
    if isinstance(left, After):
        return apply_after(lambda then: After(then, left.then), derive(left.inside, leaf, skips=skips))
    if isinstance(left, OneOrMore):
        return apply_after(lambda then: join("group", then, more(left)), derive(left.body, leaf, skips=skips))
    if not isinstance(left, Several):
        return leaf(left)
    one = apply_after(lambda then: join(left.kind, then, left.two), derive(left.one, leaf, skips=skips))
    two = apply_after(lambda then: join(left.kind, left.one, then), derive(left.two, leaf, skips=skips))
    if left.kind == "choice":
        return join("choice", derive(left.one, leaf, skips=skips), derive(left.two, leaf, skips=skips))
    if left.kind == "group" and skips:
        two = derive(left.two, leaf, skips=skips) if nullable(left.one) else NOT_ALLOWED
    return join("choice", one, two)


def join(kind: str, one: Left, two: Left) -> Left:
    if kind == "choice":
        return two if one is NOT_ALLOWED else one if two is NOT_ALLOWED else Several(kind, one, two)
    return NOT_ALLOWED if one is NOT_ALLOWED or two is NOT_ALLOWED else Several(kind, one, two)


def apply_after(change: Callable[[Left], Left], left: Left) -> Left:
    if isinstance(left, After):
        return After(left.inside, change(left.then))
    if isinstance(left, Several):
        return join("choice", apply_after(change, left.one), apply_after(change, left.two))
    return NOT_ALLOWED


def child(left: Left, node: Tree | str) -> Left:
    if isinstance(node, str):
        return text(left, node)
    name = Name("", node.name)

    def open_tag(pattern: Pattern) -> Left:
        fits = isinstance(pattern, Element) and contains(pattern.names, name)
        return After(pattern.content, EMPTY) if fits else NOT_ALLOWED

    left = derive(left, open_tag, skips=True)
    for key, value in node.attributes.items():
        left = attribute(left, Name("", key), value)
    left = without_attributes(left)
    whole = "".join(part for part in node.children if isinstance(part, str))
    if all(isinstance(part, str) for part in node.children):
        inner = text(left, whole)
        left = join("choice", left, inner) if not whole.strip() else inner
    else:
        for part in node.children:
            left = left if isinstance(part, str) and not part.strip() else child(left, part)
    return end_tag(left)


def text(left: Left, words: str) -> Left:
    left = split(left)
    if isinstance(left, After):
        return After(text(left.inside, words), left.then)
    if isinstance(left, OneOrMore):
        return join("group", text(left.body, words), more(left))
    if isinstance(left, Several):
        one, two = text(left.one, words), text(left.two, words)
        if left.kind == "choice":
            return join("choice", one, two)
        if left.kind == "interleave":
            return join("choice", join("interleave", one, left.two), join("interleave", left.one, two))
        return join("choice", join("group", one, left.two), two if nullable(left.one) else NOT_ALLOWED)
    if isinstance(left, ValueOf):
        return EMPTY if " ".join(words.split()) == left.value else NOT_ALLOWED
    return left if isinstance(left, Text) else NOT_ALLOWED


def attribute(left: Left, name: Name, value: str) -> Left:
    def leaf(pattern: Pattern) -> Left:
        fits = isinstance(pattern, Attribute) and contains(pattern.names, name)
        if not fits:
            return NOT_ALLOWED
        matches = (pattern.value.nullable and not value.strip()) or nullable(text(pattern.value, value))
        return After(EMPTY, EMPTY) if matches else NOT_ALLOWED

    # `After(EMPTY, …)` marks where the attribute was; inside an element, what is left of the element is inside too.
    if isinstance(left, Several):
        return join("choice", attribute(left.one, name, value), attribute(left.two, name, value))
    if not isinstance(left, After):
        return NOT_ALLOWED
    return After(end_tag(derive(left.inside, leaf, skips=False)), left.then)


def without_attributes(left: Left) -> Left:
    left = split(left)
    if isinstance(left, After):
        return After(without_attributes(left.inside), left.then)
    if isinstance(left, Several):
        return join(left.kind, without_attributes(left.one), without_attributes(left.two))
    if isinstance(left, OneOrMore):
        body = without_attributes(left.body)
        return NOT_ALLOWED if body is NOT_ALLOWED else left if body is left.body else join("group", body, more(left))
    return NOT_ALLOWED if isinstance(left, Attribute) else left


def end_tag(left: Left) -> Left:
    if isinstance(left, After):
        return left.then if nullable(left.inside) else NOT_ALLOWED
    if isinstance(left, Several):
        return join("choice", end_tag(left.one), end_tag(left.two))
    return NOT_ALLOWED
