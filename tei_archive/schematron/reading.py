"""From a file to the rules that are to be run in a phase."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from tei_archive.errors import Location
from tei_archive.schematron.building import build_lets, build_patterns, find_abstract
from tei_archive.schematron.declarations import Declarations, read_declarations
from tei_archive.schematron.lexing import find_prefixes
from tei_archive.schematron.sources import Node
from tei_archive.schematron.values import Fault, Let, Notice, Pattern, Rules

XS: Final = "http://www.w3.org/2001/XMLSchema"
_FUNCTIONS: Final = "http://www.w3.org/2005/xpath-functions"

# What XPath itself binds.
BOUND: Final[Mapping[str, str]] = {
    "xml": "http://www.w3.org/XML/1998/namespace",
    "fn": _FUNCTIONS,
    **{prefix: f"{_FUNCTIONS}/{prefix}" for prefix in ("math", "map", "array")},
}
_COMPATIBLE: Final = ("xslt", "xpath", "xslt1", "xpath1")
_BINDINGS: Final = (*_COMPATIBLE, "xslt2", "xslt3", "xpath2", "xpath3", "xpath31")
_ALL: Final = "#ALL"
_DEFAULT: Final = "#DEFAULT"


def read_rules(path: Path, phase: str | None = None) -> Rules:
    """Read a stand-alone schema or the rules embedded in a RELAX NG or XML Schema file.

    `phase` is `#ALL`, `#DEFAULT` or the id of a phase; without one, the default of the schema counts.
    Raises `SchemaError` where the schema is faulty or there is no such phase.
    """
    declarations = read_declarations(path)
    built = tuple(build_patterns(declarations, find_abstract(declarations)))
    active = _find_phase(declarations, phase)
    patterns = tuple(pattern for node, pattern in _activate(built, active) if not node.get("documents"))
    faults = tuple(_other_documents(node) for node, _ in _activate(built, active) if node.get("documents"))
    rules = Rules(
        path,
        _is_compatible(declarations),
        tuple((node.require("prefix"), node.require("uri")) for node in declarations.named("ns")),
        _merge(build_lets(iter(declarations.named("let"))), build_lets(active.children("let")) if active else ()),
        patterns,
        faults=(*declarations.faults, *faults),
    )
    return _bind_prefixes(rules, declarations)


def _is_compatible(declarations: Declarations) -> bool:
    """Say whether the semantics of XPath 1 are meant. Rules in a grammar are of today: those that the TEI makes."""
    if declarations.root.name != "schema":
        return False
    binding = (declarations.root.get("queryBinding") or "xslt").strip().lower()
    if binding not in _BINDINGS:
        raise declarations.root.error(f"the queryBinding {binding} is not known", f"known are {', '.join(_BINDINGS)}")
    return binding in _COMPATIBLE


def _find_phase(declarations: Declarations, asked: str | None) -> Node | None:
    """Find the element of the phase, None for all patterns."""
    name = asked or _DEFAULT
    if name == _DEFAULT:
        name = declarations.root.get("defaultPhase") or _ALL
    if name == _ALL:
        return None
    phases = declarations.by_id(declarations.named("phase"))
    if name not in phases:
        raise declarations.root.error(f"there is no phase {name}", f"known are {', '.join([_ALL, *sorted(phases)])}")
    return phases[name]


def _activate(built: tuple[tuple[Node, Pattern], ...], phase: Node | None) -> Iterator[tuple[Node, Pattern]]:
    if phase is None:
        yield from built
        return
    known = {id_ for node, _ in built if (id_ := node.get("id"))}
    active = {node.require("pattern"): node for node in phase.children("active")}
    for id_ in active.keys() - known:
        raise active[id_].error(
            f"there is no pattern {id_}", f"known are {', '.join(sorted(known))}" if known else None
        )
    yield from ((node, pattern) for node, pattern in built if node.get("id") in active)


def _merge(outer: tuple[Let, ...], inner: tuple[Let, ...]) -> tuple[Let, ...]:
    names = {let.name for let in inner}
    return (*(let for let in outer if let.name not in names), *inner)


def _other_documents(node: Node) -> Fault:
    reason = "its rules are about other documents (@documents)"
    return Fault(node.get("id") or f"line {node.where.line}", node.where, reason)


def _bind_prefixes(rules: Rules, declarations: Declarations) -> Rules:
    """Bind `xs:`, and prefixes of the schema file itself, where a rule uses them undeclared; say so."""
    declared = {*dict(rules.namespaces), *BOUND}
    known = {**_in_scope(declarations), "xs": XS}
    missing = {name: where for where, name in _used_prefixes(rules) if name not in declared and name in known}
    notices = (
        Notice(f'the prefix {name} is not declared; taken for {known[name]} (write <sch:ns prefix="{name}" …/>)', where)
        for name, where in missing.items()
    )
    bound = tuple((name, known[name]) for name in missing)
    return replace(rules, namespaces=(*rules.namespaces, *bound), notices=(*rules.notices, *notices))


def _in_scope(declarations: Declarations) -> dict[str, str]:
    nodes = (declarations.root, *declarations.nodes, *declarations.loose)
    return {prefix: uri for node in nodes for prefix, uri in node.element.nsmap.items() if prefix}


def _used_prefixes(rules: Rules) -> Iterator[tuple[Location, str]]:
    """Give back each prefix with the place of its use; the first use of a prefix comes last."""
    uses = [(where, name) for where, expression in _expressions(rules) for name in sorted(find_prefixes(expression))]
    return reversed(uses)


def _expressions(rules: Rules) -> Iterator[tuple[Location, str]]:
    yield from ((let.where, let.value) for let in rules.lets)
    for pattern in rules.patterns:
        yield from ((let.where, let.value) for let in pattern.lets)
        for rule in pattern.rules:
            yield rule.where, rule.context
            yield from ((let.where, let.value) for let in rule.lets)
            yield from ((part.where, expression) for part in rule.assertions for expression in part.expressions)
