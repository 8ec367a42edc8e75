"""A document that rules are run on: which rule matches a node, what its variables are, and what its assertions say."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from elementpath import XPathContext
from elementpath.xpath_nodes import AttributeNode, DocumentNode, ElementNode, XPathNode
from lxml import etree

from tei_archive.schematron.expressions import ANY_FAULT, Node, Token, Variables, explain, is_true, select
from tei_archive.schematron.findings import Finding, Place, make_finding, make_not_run
from tei_archive.schematron.lexing import find_free_variables
from tei_archive.schematron.matching import NodeKind
from tei_archive.schematron.nodes import describe, find_ancestors
from tei_archive.schematron.paths import find_line, write_attribute_name, write_path
from tei_archive.schematron.programs import (
    AssertionProgram,
    Candidates,
    LetProgram,
    Path,
    Program,
    RuleProgram,
    RulesToTry,
    StepProgram,
    Text,
)
from tei_archive.schematron.values import Fault


def iterate_nodes(root: DocumentNode, find: Callable[[NodeKind, str], Candidates]) -> Iterator[tuple[Node, Candidates]]:
    """Give back the nodes of a document in its order, attributes by name, each with the rules to try on it."""
    for node in root.iter_descendants():
        if candidates := find(*describe(node)):
            yield node, candidates
        if isinstance(node, ElementNode):
            names = [name for name in map(str, _element(node).attrib) if find(NodeKind.ATTRIBUTE, name)]
            attributes = {attribute.name: attribute for attribute in node.attributes} if names else {}
            for name in sorted(names, key=write_attribute_name):
                yield attributes[name], find(NodeKind.ATTRIBUTE, name)


@dataclass(frozen=True, slots=True)
class _Scope:
    """The values of variables, and of those without a value, why."""

    values: Variables = field(default_factory=dict)
    lost: Mapping[str, str] = field(default_factory=dict)

    def explain(self, error: Exception, *expressions: str) -> str:
        used = (name for expression in expressions for name in sorted(find_free_variables(expression)))
        lost = next((name for name in used if name in self.lost), None)
        return f"it uses ${lost}, which has no value: {self.lost[lost]}" if lost else explain(error)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A document with what was found out about it on the way: the last four fields are filled when they are asked."""

    program: Program
    root: DocumentNode
    context: XPathContext
    _scopes: dict[int, _Scope] = field(default_factory=dict)
    _selected: dict[Path, frozenset[int]] = field(default_factory=dict)
    _counted: dict[tuple[int, StepProgram, int], Mapping[int, int]] = field(default_factory=dict)
    _reported: set[RuleProgram] = field(default_factory=set)

    def check(self, node: Node, rules: RulesToTry) -> Iterator[Finding]:
        """Run the first rule of a pattern that matches a node."""
        for rule, paths in rules:
            scope = self._scope(rule.number)
            try:
                matched = any(self._matches(node, path, scope) for path in paths)
            except ANY_FAULT as error:
                # XSLT takes such a node as one that does not match; here it is said as well.
                yield from self._report_context(rule, node, scope.explain(error, rule.rule.context))
                matched = False
            if matched:
                yield from self._run(rule, node, scope)
                return

    def _report_context(self, rule: RuleProgram, node: Node, reason: str) -> Iterator[Finding]:
        if rule not in self._reported:
            self._reported.add(rule)
            fault = Fault(rule.rule.name, rule.rule.where, f"its context fails: {reason}")
            yield make_not_run(fault, _place(node), rule.rule.context)

    def _scope(self, number: int) -> _Scope:
        """Give back the variables of the schema (-1) or of a pattern; their values belong to the whole document."""
        if number not in self._scopes:
            inside = self._scope(-1) if number >= 0 else _Scope()
            lets = self.program.pattern_lets[number] if number >= 0 else self.program.lets
            self._scopes[number] = self._with_lets(inside, lets, self.root)
        return self._scopes[number]

    def _with_lets(self, scope: _Scope, lets: tuple[LetProgram, ...], node: Node) -> _Scope:
        values, lost = dict(scope.values), dict(scope.lost)
        for program in lets:
            name = program.let.name
            try:
                values[name] = select(program.value, self.context, node, values)
                lost.pop(name, None)
            except ANY_FAULT as error:
                lost[name] = _Scope(values, lost).explain(error, program.let.value)
                values.pop(name, None)
        return _Scope(values, lost)

    def _matches(self, node: Node, path: Path, scope: _Scope) -> bool:
        return self._fits(node, path.steps, scope) if path.steps else self._is_selected(node, path, scope)

    def _is_selected(self, node: Node, path: Path, scope: _Scope) -> bool:
        if path not in self._selected:
            self._selected[path] = frozenset()  # what fails once is not tried again for each node
            items = select(path.selection, self.context, self.root, scope.values)
            self._selected[path] = frozenset(item.position for item in items if isinstance(item, XPathNode))
        return node.position in self._selected[path]

    def _fits(self, node: Node, steps: tuple[StepProgram, ...], scope: _Scope) -> bool:
        """Try a path from its last step, which accepts the node, to its first; predicates cost most and come last."""
        step, before = steps[0], steps[1:]
        if not before:
            outside = step.step.link != "/" or node.parent is None or isinstance(node.parent, DocumentNode)
        else:
            accepts = before[0].step.accepts
            around = find_ancestors(node) if step.step.link == "//" else islice(find_ancestors(node), 1)
            outside = any(accepts(*describe(one)) and self._fits(one, before, scope) for one in around)
        return outside and self._passes(node, step, len(step.predicates), scope)

    def _passes(self, node: Node, step: StepProgram, count: int, scope: _Scope) -> bool:
        """Say whether a node that a step accepts is one that it is about, and its first so many predicates hold."""
        if step.choice and not any(self._is_of(node, one, len(one.predicates), scope) for one in step.choice):
            return False
        return all(self._holds(node, step, at, scope) for at in range(count))

    def _is_of(self, node: Node, step: StepProgram, count: int, scope: _Scope) -> bool:
        return step.step.accepts(*describe(node)) and self._passes(node, step, count, scope)

    def _holds(self, node: Node, step: StepProgram, at: int, scope: _Scope) -> bool:
        predicate = step.predicates[at]
        if predicate.shortcut:
            return predicate.shortcut(node)
        among = self._position(node, step, at, scope) if predicate.is_positional else (1, 1)
        items = select(predicate.test, self.context, node, scope.values, among)
        number = items[0] if len(items) == 1 else None
        if isinstance(number, int | float | Decimal) and not isinstance(number, bool):
            return number == self._position(node, step, at, scope)[0]
        return is_true(predicate.test, items)

    def _position(self, node: Node, step: StepProgram, at: int, scope: _Scope) -> tuple[int, int]:
        """Count among the siblings of which the predicates before hold: the position of a node, and how many."""
        parent = node.parent
        key = (parent.position if parent else 0, step, at)
        if key not in self._counted:
            passing = [one for one in _siblings(node) if self._is_of(one, step, at, scope)]
            self._counted[key] = {one.position: number for number, one in enumerate(passing, 1)}
        return self._counted[key][node.position], len(self._counted[key])

    def _run(self, rule: RuleProgram, node: Node, scope: _Scope) -> Iterator[Finding]:
        inner = self._with_lets(scope, rule.lets, node) if rule.lets else scope
        for assertion in rule.assertions:
            try:
                true = self._is_true(assertion, node, inner)
            except ANY_FAULT as error:
                reason = inner.explain(error, assertion.assertion.test)
                fault = Fault(assertion.assertion.name, assertion.assertion.where, reason)
                yield make_not_run(fault, _place(node), assertion.assertion.test)
                continue
            if true is assertion.assertion.is_report:
                yield self._find(assertion, node, inner)

    def _is_true(self, assertion: AssertionProgram, node: Node, scope: _Scope) -> bool:
        if assertion.shortcut:
            return assertion.shortcut(node)
        return is_true(assertion.test, select(assertion.test, self.context, node, scope.values))

    def _find(self, assertion: AssertionProgram, node: Node, scope: _Scope) -> Finding:
        message, *diagnostics = (self._write(text, node, scope) for text in assertion.texts)
        return make_finding(assertion.assertion, _place(node), message, diagnostics)

    def _write(self, text: Text, node: Node, scope: _Scope) -> str:
        return "".join(part if isinstance(part, str) else self._value(*part, node, scope) for part in text)

    def _value(self, otherwise: str, token: Token, node: Node, scope: _Scope) -> str:
        try:
            return "".join(map(str, select(token, self.context, node, scope.values)))
        except ANY_FAULT:
            return otherwise


def _element(node: ElementNode) -> etree._Element:
    element: etree._Element = node.value  # type: ignore[assignment] # elementpath knows elements of any library
    return element


def _siblings(node: Node) -> list[Node]:
    """Give back a node and its siblings: attributes for an attribute, else children."""
    if node.parent is None:
        return [node]
    return list(node.parent.attributes or ()) if isinstance(node, AttributeNode) else list(node.parent.children)


def _place(node: Node) -> Place:
    if isinstance(node, DocumentNode):
        return Place("/", find_line(_element(node.getroot())))
    if isinstance(node, ElementNode):
        return Place(write_path(_element(node)), find_line(_element(node)))
    outer = _place(node.parent) if node.parent is not None else Place("/", None)
    step = write_attribute_name(node.name or "") if isinstance(node, AttributeNode) else _number(node)
    return Place(f"{outer.xpath.rstrip('/')}/{step}", outer.line)


def _number(node: Node) -> str:
    same = [one for one in _siblings(node) if one.node_kind == node.node_kind]
    return f"{node.node_kind}()[{next(at for at, one in enumerate(same, 1) if one is node)}]"
