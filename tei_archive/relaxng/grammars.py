"""Grammars: what their names stand for, with `include`, `div` and `combine` resolved (4.7, 4.11, 4.17 and 4.18)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from tei_archive.relaxng.loading import Loader
from tei_archive.relaxng.nodes import Node, SchemaFile
from tei_archive.relaxng.patterns import Pattern
from tei_archive.relaxng.schema_error import wrong
from tei_archive.relaxng.spaces import SPACES

START: Final = "\0start"
"""The name under which the start of a grammar is kept: no definition can be called so."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The definitions of a grammar. `built` grows while the schema is simplified; None marks what is being built."""

    parent: "Grammar | None"
    definitions: dict[str, list["Definition"]] = field(default_factory=dict)
    built: dict[str, Pattern | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """Where a node of a schema stands: its file, the files that led there, the grammar, and the namespace in force."""

    file: SchemaFile
    chain: tuple[Path, ...]
    grammar: Grammar
    ns: str

    def at(self, node: Node) -> "Context":
        """Take over the namespace that a node brings for itself and all inside."""
        return replace(self, ns=node.attributes["ns"]) if "ns" in node.attributes else self

    def follow(self, node: Node, loader: Loader) -> "Context":
        """Go into the file that a node refers to. Raises `SchemaError` where that leads round in a circle."""
        file = loader.follow(node, self.file)
        if file.path in self.chain:
            raise wrong(f"the schema takes in itself: {node.attributes['href']}", node.where, "remove the reference")
        return replace(self, file=file, chain=(*self.chain, file.path))


@dataclass(frozen=True, slots=True)
class Definition:
    """A `define` or `start`, and where it stands."""

    name: str
    node: Node
    context: Context


def read_grammar(node: Node, context: Context, loader: Loader) -> Grammar:
    """Collect what a `grammar` element defines. Raises `SchemaError`."""
    grammar = Grammar(context.grammar)
    for definition in _collect(node, replace(context, grammar=grammar).at(node), loader):
        grammar.definitions.setdefault(definition.name, []).append(definition)
    for name, definitions in grammar.definitions.items():
        _check_combination(name, definitions)
    if START not in grammar.definitions:
        raise wrong("the grammar has no <start>", node.where, "say which element a document begins with")
    return grammar


def combination(definitions: list[Definition]) -> str:
    """Say how definitions of one name are combined."""
    return next(filter(None, map(_combine, definitions)), "choice")


def _collect(node: Node, context: Context, loader: Loader) -> Iterator[Definition]:
    for child in node.children:
        inside = context.at(child)
        if child.name == "div":
            yield from _collect(child, inside, loader)
        elif child.name == "include":
            yield from _include(child, inside, loader)
        elif child.name == "define":
            yield Definition(child.attributes["name"].strip(SPACES), child, inside)
        else:
            yield Definition(START, child, inside)


def _include(node: Node, context: Context, loader: Loader) -> Iterator[Definition]:
    own = tuple(_collect(node, context, loader))
    there = context.follow(node, loader)
    root = there.file.root
    if root.name != "grammar":
        raise wrong(f"an included file begins with <grammar>, not <{root.name}>", node.where, "use <externalRef>")
    included = tuple(_collect(root, there.at(root), loader))
    names = {definition.name for definition in included}
    for definition in own:
        if definition.name not in names:
            shown = "<start>" if definition.name == START else f"<define name={definition.name!r}>"
            raise wrong(f"{shown} replaces nothing in the included file", definition.node.where, "move it out")
    replaced = {definition.name for definition in own}
    yield from (definition for definition in included if definition.name not in replaced)
    yield from own


def _combine(definition: Definition) -> str:
    return definition.node.attributes.get("combine", "").strip(SPACES)


def _check_combination(name: str, definitions: list[Definition]) -> None:
    if len(definitions) == 1:
        return
    methods = [_combine(definition) for definition in definitions]
    shown = "the start" if name == START else name
    if methods.count("") > 1:
        again = [definition for definition in definitions if not _combine(definition)][1]
        raise wrong(f"{shown} is defined twice", again.node.where, "say combine='choice' or combine='interleave'")
    if len(set(filter(None, methods))) > 1:
        raise wrong(f"{shown} is combined in two ways", definitions[-1].node.where, "use one of choice and interleave")
