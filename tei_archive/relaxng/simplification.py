"""The simplification of a schema (section 4 of the specification): from nodes to patterns.

What an element holds becomes a pattern when its turn in the queue comes, so that a schema may be as recursive as it
likes. Definitions that nothing uses are made last, and only to find what is wrong in them.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from tei_archive.relaxng.grammars import START, Context, Grammar, combination, read_grammar
from tei_archive.relaxng.libraries import read_datatype
from tei_archive.relaxng.loading import Loader
from tei_archive.relaxng.name_classes import AnyName, Name, NameChoice, NameClass, NsName
from tei_archive.relaxng.nodes import Node, SchemaFile
from tei_archive.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Data,
    Element,
    ListOf,
    Pattern,
    Patterns,
    ValueOf,
)
from tei_archive.relaxng.schema_error import wrong
from tei_archive.relaxng.spaces import SPACES

_XMLNS: Final = "http://www.w3.org/2000/xmlns"


def simplify(file: SchemaFile, loader: Loader, patterns: Patterns) -> Pattern:
    """Make the pattern of a whole document. Raises `SchemaError` where the schema breaks a rule of section 4."""
    simplification = _Simplification(loader, patterns, deque(), [])
    try:
        start = simplification.build(file.root, Context(file, (file.path,), Grammar(None), ""))
        simplification.build_contents()
        for grammar in simplification.grammars:
            simplification.build_unused(grammar)
    except RecursionError as error:
        raise wrong("definitions of the schema call each other too deeply", file.root.where) from error
    return start


@dataclass(frozen=True, slots=True)
class _Simplification:
    """Work on one schema: elements wait in the queue until their content is built; grammars are kept for a check."""

    loader: Loader
    patterns: Patterns
    queue: deque[tuple[Element, Node, Context]]
    grammars: list[Grammar]

    def build_contents(self) -> None:
        """Make what the elements in the queue hold, until none is left."""
        while self.queue:
            element, node, context = self.queue.popleft()
            element.content = self.build_children(node, context, skip="name" not in node.attributes)

    def build_unused(self, grammar: Grammar) -> None:
        """Make what nothing uses, and drop it: mistakes in it count, but circles that lead nowhere do not."""
        for name in [name for name in grammar.definitions if name not in grammar.built]:
            grammar.built[name] = NOT_ALLOWED
            for definition in grammar.definitions[name]:
                self.build_children(definition.node, definition.context)
        self.build_contents()

    def build(self, node: Node, context: Context) -> Pattern:
        """Make the pattern of a node."""
        return _BUILDERS[node.name](self, node, context.at(node))

    def build_all(self, node: Node, context: Context, *, skip: bool = False) -> Iterator[Pattern]:
        """Make the patterns inside a node, but for a name class that may be the first."""
        return (self.build(child, context) for child in node.children[skip:])

    def build_children(self, node: Node, context: Context, *, skip: bool = False) -> Pattern:
        """Make the group of what is inside a node."""
        if len(node.children) - skip == 1:
            return self.build(node.children[-1], context)
        return self.patterns.group(self.build_all(node, context, skip=skip))

    def build_definition(self, name: str, grammar: Grammar) -> Pattern | None:
        """Make what a name of a grammar stands for; None where that is just being made."""
        if name not in grammar.built:
            grammar.built[name] = None
            definitions = grammar.definitions[name]
            parts = tuple(self.build_children(definition.node, definition.context) for definition in definitions)
            join = self.patterns.choice if combination(definitions) == "choice" else self.patterns.interleave
            grammar.built[name] = parts[0] if len(parts) == 1 else join(parts)
        return grammar.built[name]


def _build_element(work: _Simplification, node: Node, context: Context) -> Pattern:
    element = Element(_read_names(node, context.ns), node.where)
    work.queue.append((element, node, context))
    return element


def _build_attribute(work: _Simplification, node: Node, context: Context) -> Pattern:
    named = "name" in node.attributes
    names = _read_names(node, node.attributes.get("ns", "") if named else context.ns)
    if _declares_namespaces(names):
        raise wrong("a declaration of a namespace is no attribute", node.where, "remove it")
    skip = 0 if named else 1
    value = work.build(node.children[skip], context) if len(node.children) > skip else TEXT
    return NOT_ALLOWED if value is NOT_ALLOWED else Attribute(names, value, node.where)


def _declares_namespaces(names: NameClass) -> bool:
    """Say whether a name class mentions a declaration of a namespace (section 4.16)."""
    match names:
        case Name(uri, local):
            return uri == _XMLNS or (not uri and local == "xmlns")
        case NameChoice(members):
            return any(map(_declares_namespaces, members))
        case NsName(uri, but):
            return uri == _XMLNS or (but is not None and _declares_namespaces(but))
        case AnyName(but):
            return but is not None and _declares_namespaces(but)


def _build_optional(work: _Simplification, node: Node, context: Context) -> Pattern:
    return work.patterns.optional(work.build_children(node, context))


def _build_zero_or_more(work: _Simplification, node: Node, context: Context) -> Pattern:
    return work.patterns.optional(work.patterns.one_or_more(work.build_children(node, context)))


def _build_list(work: _Simplification, node: Node, context: Context) -> Pattern:
    body = work.build_children(node, context)
    return body if body is NOT_ALLOWED else ListOf(body, node.where)


def _build_mixed(work: _Simplification, node: Node, context: Context) -> Pattern:
    return work.patterns.interleave((work.build_children(node, context), TEXT))


def _build_data(work: _Simplification, node: Node, context: Context) -> Pattern:
    but = None
    if node.children and node.children[-1].name == "except":
        inside = node.children[-1]
        but = work.patterns.choice(work.build_all(inside, context.at(inside)))
    return Data(read_datatype(node), None if but is NOT_ALLOWED else but, node.where)


def _build_value(_work: _Simplification, node: Node, context: Context) -> Pattern:
    datatype = read_datatype(node)
    value = datatype.parse(node.text, {**node.namespaces, "": context.ns})
    if value is None:
        raise wrong(f"{node.text!r} is no value of the datatype {datatype.name}", node.where, datatype.words)
    return ValueOf(datatype, value, node.text)


def _build_ref(work: _Simplification, node: Node, context: Context) -> Pattern:
    return _call(work, node, context.grammar)


def _build_parent_ref(work: _Simplification, node: Node, context: Context) -> Pattern:
    if context.grammar.parent is None or not context.grammar.parent.definitions:
        raise wrong("<parentRef> stands in no grammar inside another", node.where, "use <ref>")
    return _call(work, node, context.grammar.parent)


def _call(work: _Simplification, node: Node, grammar: Grammar) -> Pattern:
    name = node.attributes["name"].strip(SPACES)
    if name not in grammar.definitions:
        raise wrong(f"{name} is not defined", node.where, "define it, or mend the name")
    pattern = work.build_definition(name, grammar)
    if pattern is None:
        raise wrong(f"{name} calls itself outside an element", node.where, "such a definition has no end")
    return pattern


def _build_external(work: _Simplification, node: Node, context: Context) -> Pattern:
    there = context.follow(node, work.loader)
    return work.build(there.file.root, Context(there.file, there.chain, Grammar(None), there.ns))


def _build_grammar(work: _Simplification, node: Node, context: Context) -> Pattern:
    grammar = read_grammar(node, context, work.loader)
    work.grammars.append(grammar)
    start = work.build_definition(START, grammar)
    if start is None:
        raise wrong("the start of the grammar calls itself", node.where)
    return start


_BUILDERS: Final[Mapping[str, Callable[[_Simplification, Node, Context], Pattern]]] = MappingProxyType(
    {
        "element": _build_element,
        "attribute": _build_attribute,
        "group": lambda work, node, context: work.build_children(node, context),
        "choice": lambda work, node, context: work.patterns.choice(work.build_all(node, context)),
        "interleave": lambda work, node, context: work.patterns.interleave(work.build_all(node, context)),
        "oneOrMore": lambda work, node, context: work.patterns.one_or_more(work.build_children(node, context)),
        "zeroOrMore": _build_zero_or_more,
        "optional": _build_optional,
        "list": _build_list,
        "mixed": _build_mixed,
        "empty": lambda _work, _node, _context: EMPTY,
        "notAllowed": lambda _work, _node, _context: NOT_ALLOWED,
        "text": lambda _work, _node, _context: TEXT,
        "data": _build_data,
        "value": _build_value,
        "ref": _build_ref,
        "parentRef": _build_parent_ref,
        "externalRef": _build_external,
        "grammar": _build_grammar,
    }
)


def _read_names(node: Node, ns: str) -> NameClass:
    if "name" in node.attributes:
        return _resolve(node.attributes["name"], node, ns)
    return _read_name_class(node.children[0], ns)


def _read_name_class(node: Node, ns: str) -> NameClass:
    ns = node.attributes.get("ns", ns)
    if node.name == "name":
        return _resolve(node.text, node, ns)
    if node.name == "choice":
        return _join(node, ns)
    but = _join(node.children[0], node.children[0].attributes.get("ns", ns)) if node.children else None
    return AnyName(but) if node.name == "anyName" else NsName(ns, but)


def _join(node: Node, ns: str) -> NameClass:
    members = tuple(_read_name_class(child, ns) for child in node.children)
    return members[0] if len(members) == 1 else NameChoice(members)


def _resolve(written: str, node: Node, ns: str) -> Name:
    prefix, _, local = written.strip(SPACES).rpartition(":")
    return Name(node.namespaces[prefix] if prefix else ns, local)
