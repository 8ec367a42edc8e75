"""Rules written out as XSLT 3: a mode for each pattern, in it a template for each rule, every test in an `xsl:try`.

The result names assertions by numbers (pattern, rule, assertion). All names that the stylesheet adds are in a namespace
of its own, with prefixes that no schema is likely to bind; `frame.xsl` holds what is the same for all schemas.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from tei_archive.schematron.engines import write_value
from tei_archive.schematron.lexing import find_variables, rename_variables
from tei_archive.schematron.matching import NodeKind, parse_context
from tei_archive.schematron.planning import unknown
from tei_archive.schematron.reading import BOUND, XS
from tei_archive.schematron.values import Let, Message, Pattern, Rule, Rules

XSL: Final = "http://www.w3.org/1999/XSL/Transform"
OWN: Final = "urn:tei-archive:schematron"

_PREFIXES: Final = {
    "sch-xsl": XSL,
    "sch-own": OWN,
    "sch-xs": XS,
    "sch-error": "http://www.w3.org/2005/xqt-errors",
}
_REASON: Final = "concat($sch-error:description, ' (', local-name-from-QName($sch-error:code), ')')"
_FRAME: Final = Path(__file__).with_name("frame.xsl")

_SELECTIONS: Final = {
    NodeKind.DOCUMENT: "/",
    NodeKind.ELEMENT: "//*",
    NodeKind.ATTRIBUTE: "//@*",
    NodeKind.TEXT: "//text()",
    NodeKind.COMMENT: "//comment()",
    NodeKind.INSTRUCTION: "//processing-instruction()",
}


def write_stylesheet(rules: Rules) -> bytes:
    """Give back the stylesheet for rules."""
    namespaces = {**BOUND, **dict(rules.namespaces), **_PREFIXES}
    del namespaces["xml"]
    root = etree.Element(f"{{{XSL}}}stylesheet", {"version": "1.0" if rules.compatible else "3.0"}, nsmap=namespaces)
    root.extend(etree.fromstring(_frame()))
    scope = _write_globals(root, rules.lets, _Scope(()), "schema")
    start = etree.SubElement(_add(root, "template", match="/"), "findings")
    for number, pattern in enumerate(rules.patterns):
        inner = _write_globals(root, pattern.lets, scope, f"pattern-{number}")
        _write_pattern(root, start, f"{number}", pattern, inner, rules)
    return etree.tostring(root, encoding="utf-8")


@cache
def _frame() -> bytes:
    return _FRAME.read_bytes()


@dataclass(frozen=True, slots=True)
class _Scope:
    """The variables of schema and pattern, which XSLT has as global ones: each name, and what it is called there."""

    variables: tuple[tuple[str, str], ...]

    def write(self, expression: str) -> str:
        return rename_variables(expression, dict(self.variables))

    def without(self, name: str) -> "_Scope":
        """Give back the scope inside a rule that has a variable of that name."""
        return _Scope(tuple(pair for pair in self.variables if pair[0] != name))

    def find_used(self, *expressions: str) -> tuple[tuple[str, str], ...]:
        """Give back the global variables that expressions use: each name, and what it is called."""
        used = frozenset[str]().union(*map(find_variables, expressions))
        return tuple(pair for pair in self.variables if pair[0] in used)


def _write_globals(root: etree._Element, lets: tuple[Let, ...], scope: _Scope, owner: str) -> _Scope:
    """Write variables; one whose value cannot be computed holds the reason, since no try reaches a global variable."""
    for let in lets:
        called = f"sch-{owner}-{let.name.replace(':', '-')}"
        variable = _add(root, "variable", name=called)
        variable.set("as", "item()*")
        attempt = _add(variable, "try")
        choice = _add(attempt, "choose")
        for _, lost in scope.find_used(let.value):
            _add(_add(choice, "when", test=f"exists(sch-own:lost(${lost}))"), "sequence", select=f"${lost}")
        _add(_add(choice, "when", test="true()"), "sequence", select=scope.write(let.value))
        _add(attempt, "catch", select=f"map{{'schematron-lost': {_REASON}}}")
        scope = _Scope((*scope.without(let.name).variables, (let.name, called)))
    return scope


def _write_pattern(
    root: etree._Element, start: etree._Element, number: str, pattern: Pattern, scope: _Scope, rules: Rules
) -> None:
    namespaces = {**BOUND, **dict(rules.namespaces)}
    mode = f"pattern-{number}"
    kinds: set[NodeKind] = set()
    for at, rule in enumerate(pattern.rules):
        paths = parse_context(rule.context, namespaces)
        kinds.update(kind for path in paths for kind in (path.steps[-1].kinds if path.steps else NodeKind))
        selections = [scope.write(path.selection) for path in paths]
        if _can_fail(rule.context):
            _try_context(start, f"{number} {at}", selections)
        match = _write_match(root, f"{number}-{at}", rule.context, scope, selections)
        template = _add(root, "template", match=match, mode=mode, priority=str(len(pattern.rules) - at))
        # One node at a time: position() is 1, as it is where a rule is evaluated by itself.
        node = _add(template, "for-each", select=".")
        for place in range(len(rule.assertions)):
            _write_assertion(node, f"{number} {at} {place}", rule, place, scope, compatible=rules.compatible)
    if kinds:
        selected = " | ".join(_SELECTIONS[kind] for kind in NodeKind if kind in kinds)
        _add(start, "apply-templates", select=selected, mode=mode)


def _write_match(root: etree._Element, name: str, context: str, scope: _Scope, selections: list[str]) -> str:
    """Give back the pattern for a context. One with variables is the nodes that it selects, looked up beforehand.

    Saxon 13.1 ends the whole process over some patterns with variables in them (GlobalVariableReference.copy).
    """
    if not find_variables(context):
        return scope.write(context)
    variable = _add(root, "variable", name=f"sch-context-{name}")
    variable.set("as", "node()*")
    attempt = _add(variable, "try")
    _add(attempt, "sequence", select=" | ".join(selections))
    _add(attempt, "catch", select="()")
    return f"$sch-context-{name}"


def _can_fail(context: str) -> bool:
    """Say whether a context computes anything. Errors in it make no match in XSLT, and are silent."""
    return any(sign in context for sign in "[($")


def _try_context(start: etree._Element, name: str, selections: list[str]) -> None:
    """Evaluate a context by itself, only to hear of its errors; to write the count keeps it from being left out."""
    attempt = _add(start, "try")
    for selection in selections:
        etree.SubElement(attempt, "tried", {"count": f"{{count({selection})}}"})
    fault = etree.SubElement(_add(attempt, "catch"), "not-run", {"name": name, "path": "/", "key": ""})
    _add(fault, "value-of", select=f"concat('its context fails: ', {_REASON})")


def _write_assertion(
    node: etree._Element, name: str, rule: Rule, place: int, scope: _Scope, *, compatible: bool
) -> None:
    assertion = rule.assertions[place]
    attempt = _add(node, "try")
    expressions = (*(let.value for let in rule.lets), *assertion.expressions)
    lost = scope.find_used(*expressions)
    for let in rule.lets:
        _add(attempt, "variable", name=let.name, select=scope.write(let.value))
        scope = scope.without(let.name)
    choice = _add(attempt, "choose")
    for variable, called in lost:
        reason = f"concat('it uses ${variable}, which has no value: ', sch-own:lost(${called}))"
        fault = _found(_add(choice, "when", test=f"exists(sch-own:lost(${called}))"), "not-run", name)
        _add(fault, "value-of", select=reason)
    test = scope.write(assertion.test)
    found = _found(_add(choice, "when", test=test if assertion.is_report else f"not({test})"), "found", name)
    for message in (assertion.message, *(diagnostic.message for diagnostic in assertion.diagnostics)):
        _write_message(etree.SubElement(found, "message"), message, scope, compatible=compatible)
    _add(_found(_add(attempt, "catch"), "not-run", name), "value-of", select=_REASON)


def _found(parent: etree._Element, kind: str, name: str) -> etree._Element:
    return etree.SubElement(parent, kind, {"name": name, "path": "{sch-own:path(.)}", "key": "{sch-own:key(.)}"})


def _write_message(parent: etree._Element, message: Message, scope: _Scope, *, compatible: bool) -> None:
    for part in message:
        if isinstance(part, str):
            _add(parent, "text").text = part
        else:
            attempt = _add(parent, "try")
            _add(attempt, "value-of", select=scope.write(write_value(part, compatible=compatible)))
            _add(_add(attempt, "catch"), "text").text = unknown(part)


def _add(parent: etree._Element, element: str, **attributes: str) -> etree._Element:
    """Add an element of XSLT."""
    return etree.SubElement(parent, f"{{{XSL}}}{element}", attributes)
