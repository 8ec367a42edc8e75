"""From the declarations of a schema to patterns and rules, abstract ones resolved."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tei_archive.schematron.declarations import Declarations
from tei_archive.schematron.messages import Fill, read_message
from tei_archive.schematron.sources import Node
from tei_archive.schematron.values import Assertion, Diagnostic, Let, Pattern, Rule

_CONTENT: Final = ("let", "assert", "report", "extends")


@dataclass(frozen=True, slots=True)
class Abstract:
    """What rules and patterns refer to by id."""

    patterns: Mapping[str, Node]
    rules: Mapping[str, Node]
    diagnostics: Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the parts of a pattern need: what they may refer to, and how to fill in the parameters."""

    abstract: Abstract
    fill: Fill
    pattern_id: str | None


def find_abstract(declarations: Declarations) -> Abstract:
    """Give back what may be referred to. Raises `SchemaError` where an id is used twice."""
    patterns = declarations.named("pattern")
    rules = [*declarations.named("rule"), *(rule for pattern in patterns for rule in pattern.children("rule"))]
    return Abstract(
        declarations.by_id(node for node in patterns if _is_abstract(node)),
        declarations.by_id(node for node in rules if _is_abstract(node)),
        declarations.by_id(declarations.named("diagnostic")),
    )


def build_patterns(declarations: Declarations, abstract: Abstract) -> Iterator[tuple[Node, Pattern]]:
    """Give back each pattern that can be run, with its element; a rule without a pattern makes one of its own.

    Raises `SchemaError` where a part lacks what it must have, or refers to what is not there or to itself.
    """
    for node in declarations.named("pattern"):
        if not _is_abstract(node):
            yield node, _build_pattern(node, abstract)
    for node in declarations.loose:
        yield node, Pattern((_build_rule(node, _Surroundings(abstract, str, None)),), node.where)


def build_lets(nodes: Iterator[Node], fill: Fill = str) -> tuple[Let, ...]:
    """Give back variables. Raises `SchemaError` where a name is used twice."""
    lets: dict[str, Let] = {}
    for node in nodes:
        name = node.require("name").strip()
        if name in lets:
            raise node.error(f"the variable {name} is declared twice", hint="give one of them another name")
        lets[name] = Let(name, fill(node.get("value") or ""), node.where)
    return tuple(lets.values())


def _is_abstract(node: Node) -> bool:
    return node.get("abstract") == "true"


def _build_pattern(node: Node, abstract: Abstract) -> Pattern:
    template, parameters = node, {}
    if (id_ := node.get("is-a")) is not None:
        template = _refer(node, id_, abstract.patterns, "abstract pattern")
        parameters = {**_parameters(template), **_parameters(node)}
    around = _Surroundings(abstract, _filling(parameters), node.get("id"))
    rules = (rule for rule in template.children("rule") if not _is_abstract(rule))
    lets = build_lets(template.children("let"), around.fill)
    return Pattern(tuple(_build_rule(rule, around) for rule in rules), node.where, lets)


def _parameters(node: Node) -> dict[str, str]:
    return {param.require("name").strip(): param.get("value") or "" for param in node.children("param")}


def _filling(parameters: Mapping[str, str]) -> Fill:
    """Put the values of parameters into the text of an expression, as macros do (ISO 19757-3, 6.3)."""
    if not parameters:
        return str
    names = "|".join(sorted(map(re.escape, parameters), key=len, reverse=True))
    place = re.compile(rf"\$({names})(?![\w.\-])")
    return lambda expression: place.sub(lambda found: parameters[found[1]], expression)


def _build_rule(node: Node, around: _Surroundings) -> Rule:
    content = tuple(_content(node, around, ()))
    return Rule(
        around.fill(node.require("context")),
        tuple(_build_assertion(part, node, around) for part in content if part.name != "let"),
        node.where,
        node.get("id") or around.pattern_id or f"line {node.where.line}",
        build_lets((part for part in content if part.name == "let"), around.fill),
    )


def _content(node: Node, around: _Surroundings, trail: tuple[str, ...]) -> Iterator[Node]:
    """Give back the lets and assertions of a rule, with those of the abstract rules that it extends."""
    for part in node.children(*_CONTENT):
        if part.name != "extends":
            yield part
            continue
        id_ = part.require("rule")
        if id_ in trail:
            raise part.error(f"the abstract rule {id_} extends itself", hint="remove one of the extends")
        yield from _content(_refer(part, id_, around.abstract.rules, "abstract rule"), around, (*trail, id_))


def _build_assertion(node: Node, rule: Node, around: _Surroundings) -> Assertion:
    named = (node.get("diagnostics") or "").split()
    return Assertion(
        around.fill(node.require("test")),
        read_message(node, around.fill),
        node.where,
        node.get("id") or rule.get("id") or around.pattern_id or f"line {node.where.line}",
        node.name == "report",
        node.get("role") or rule.get("role"),
        node.get("flag") or rule.get("flag"),
        tuple(_build_diagnostic(node, id_, around) for id_ in named),
    )


def _build_diagnostic(node: Node, id_: str, around: _Surroundings) -> Diagnostic:
    found = _refer(node, id_, around.abstract.diagnostics, "diagnostic")
    return Diagnostic(id_, read_message(found, around.fill))


def _refer(node: Node, id_: str, known: Mapping[str, Node], kind: str) -> Node:
    if (found := known.get(id_)) is None:
        hint = f"known are {', '.join(sorted(known))}" if known else None
        raise node.error(f"there is no {kind} {id_}", hint)
    return found
