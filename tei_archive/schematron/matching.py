"""Contexts of rules, taken apart into steps, so that a node is tried against them without searching the document.

A context is a pattern of XSLT: a node matches where some ancestor, or the node itself, would select it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from tei_archive.schematron.lexing import split_at, split_group, split_predicates


class NodeKind(Enum):
    """The kinds of nodes that rules can be about."""

    DOCUMENT = "document"
    ELEMENT = "element"
    ATTRIBUTE = "attribute"
    TEXT = "text"
    COMMENT = "comment"
    INSTRUCTION = "processing-instruction"


_ATTRIBUTE: Final = frozenset({NodeKind.ATTRIBUTE})
_CHILDREN: Final = frozenset({NodeKind.ELEMENT, NodeKind.TEXT, NodeKind.COMMENT, NodeKind.INSTRUCTION})


@dataclass(frozen=True, slots=True)
class NodeTest:
    """Which nodes a step is about: their kinds; namespace and local name, None for any."""

    kinds: frozenset[NodeKind]
    namespace: str | None = None
    local: str | None = None

    def accepts(self, kind: NodeKind, name: str) -> bool:
        """Say whether a node is one of them; the name is written {namespace}local."""
        if kind not in self.kinds:
            return False
        if self.namespace is None and self.local is None:
            return True
        namespace, _, local = name.rpartition("}")
        return self.local in (None, local) and self.namespace in (None, namespace[1:])


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a path: what stands before it (`/`, `//` or nothing), its test, and its predicates.

    In the place of a test there may be several steps in brackets, of which one must match.
    """

    link: str
    test: NodeTest | tuple[Step, ...]
    predicates: tuple[str, ...] = ()

    def accepts(self, kind: NodeKind, name: str) -> bool:
        """Say whether nodes with this name may match, predicates aside."""
        if isinstance(self.test, NodeTest):
            return self.test.accepts(kind, name)
        return any(step.accepts(kind, name) for step in self.test)

    @property
    def kinds(self) -> frozenset[NodeKind]:
        """The kinds of nodes that may match."""
        if isinstance(self.test, NodeTest):
            return self.test.kinds
        return frozenset[NodeKind]().union(*(step.kinds for step in self.test))


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of the paths of a context. Without steps it could not be taken apart: `selection` then finds its nodes."""

    selection: str
    steps: tuple[Step, ...] = ()


def parse_context(context: str, namespaces: Mapping[str, str]) -> tuple[Alternative, ...]:
    """Take a context apart."""
    if len(split_at(context, "union", "intersect", "except")) > 1:
        return (Alternative(f"//({context})"),)
    return tuple(_parse_path(path, namespaces) for _, path in split_at(context, "|"))


def _parse_path(path: str, namespaces: Mapping[str, str]) -> Alternative:
    if path in ("/", "document-node()"):
        return Alternative("/", (Step("/", NodeTest(frozenset({NodeKind.DOCUMENT}))),))
    selection = path if path.startswith("/") else f"//{path}"
    pieces = split_at(path, "/", "//")
    if not pieces[0][1]:
        pieces = pieces[1:]
    steps = tuple(_parse_step(link, step, namespaces) for link, step in pieces)
    return Alternative(selection, tuple(step for step in steps if step) if all(steps) else ())


_STEP: Final = re.compile(
    r"(?P<axis>@|child\s*::|attribute\s*::)?\s*"
    r"(?:(?P<kind>text|comment|node|processing-instruction)\s*\(\s*\)"
    r"|(?:(?P<prefix>[\w.\-]+|\*):|Q\{(?P<uri>[^}]*)\})?(?P<local>[^\W\d][\w.\-]*|\*))",
)
_KINDS: Final = {
    "text": frozenset({NodeKind.TEXT}),
    "comment": frozenset({NodeKind.COMMENT}),
    "processing-instruction": frozenset({NodeKind.INSTRUCTION}),
    "node": _CHILDREN,
}


def _parse_step(link: str, step: str, namespaces: Mapping[str, str]) -> Step | None:
    test: NodeTest | tuple[Step, ...] | None
    if step.startswith("("):
        inside, rest = split_group(step)
        test = _parse_group(inside, namespaces)
    else:
        found = _STEP.match(step)
        rest = step[found.end() :] if found else ""
        test = _parse_test(found, namespaces) if found else None
    predicates = split_predicates(rest)
    return None if test is None or predicates is None else Step(link, test, predicates)


def _parse_group(inside: str, namespaces: Mapping[str, str]) -> tuple[Step, ...] | None:
    paths = parse_context(inside, namespaces)
    steps = tuple(path.steps[0] for path in paths if len(path.steps) == 1 and not path.steps[0].link)
    return steps if len(steps) == len(paths) else None


def _parse_test(found: re.Match[str], namespaces: Mapping[str, str]) -> NodeTest | None:
    is_attribute = (found["axis"] or "").startswith(("@", "attribute"))
    if found["kind"]:
        kinds = _KINDS[found["kind"]]
        return NodeTest(_ATTRIBUTE if is_attribute and kinds == _CHILDREN else kinds)
    kinds = _ATTRIBUTE if is_attribute else frozenset({NodeKind.ELEMENT})
    if found["uri"] is not None:
        return NodeTest(kinds, found["uri"], None if found["local"] == "*" else found["local"])
    return make_name_test(found["prefix"], found["local"], kinds, namespaces)


def make_name_test(
    prefix: str | None, local: str, kinds: frozenset[NodeKind], namespaces: Mapping[str, str]
) -> NodeTest | None:
    """Make the test for a name, in which both parts may be `*`; None where the prefix is not known."""
    name = None if local == "*" else local
    if prefix == "*" or (prefix is None and name is None):
        return NodeTest(kinds, None, name)
    namespace = namespaces.get(prefix) if prefix else ""
    return None if namespace is None else NodeTest(kinds, namespace, name)
