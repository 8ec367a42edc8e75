"""What of a schema an engine can run, and by name what it cannot: nothing is left out in silence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tei_archive.schematron.lexing import find_free_variables
from tei_archive.schematron.reading import BOUND
from tei_archive.schematron.screening import find_refusal
from tei_archive.schematron.values import Assertion, Diagnostic, Fault, Let, Message, Pattern, Rule, Rules, ValueOf

Check = Callable[[str], str | None]
"""Says why an engine cannot run an expression; None where it can."""


@dataclass(frozen=True, slots=True)
class Checks:
    """What an engine says of expressions and of contexts."""

    expression: Check
    context: Check


@dataclass(frozen=True, slots=True)
class _Scope:
    """Which variables are known at a place, and why some of them have no value."""

    known: frozenset[str] = frozenset()
    lost: Mapping[str, str] = field(default_factory=dict)

    def find_problem(self, expression: str) -> str | None:
        for name in sorted(find_free_variables(expression)):
            if name in self.lost:
                return f"it uses ${name}, which has no value: {self.lost[name]}"
            if name not in self.known:
                return f"the variable ${name} is not declared"
        return None

    def with_let(self, name: str, problem: str | None) -> "_Scope":
        lost = {key: reason for key, reason in self.lost.items() if key != name}
        return _Scope(self.known | {name}, {**lost, name: problem} if problem else lost)


def plan(rules: Rules, checks: Checks) -> Rules:
    """Give back the rules that can be run, with a fault for each part that was taken out.

    Where a context cannot be run, neither can the rules after it in its pattern: it is not known which nodes are left
    to them.
    """
    faults = list(rules.faults)
    planner = _Planner(_with_refusals(checks, {**BOUND, **dict(rules.namespaces)}), faults)
    lets, scope = planner.plan_lets(rules.lets, _Scope(), None)
    patterns = tuple(planner.plan_pattern(pattern, scope) for pattern in rules.patterns)
    return replace(rules, lets=lets, patterns=patterns, faults=tuple(faults))


def _with_refusals(checks: Checks, namespaces: Mapping[str, str]) -> Checks:
    return Checks(
        lambda expression: find_refusal(expression, namespaces) or checks.expression(expression),
        lambda context: find_refusal(context, namespaces) or checks.context(context),
    )


@dataclass(frozen=True, slots=True)
class _Planner:
    """Takes out what cannot be run; `faults` grows with each part."""

    checks: Checks
    faults: list[Fault]

    def plan_lets(self, lets: tuple[Let, ...], scope: _Scope, name: str | None) -> tuple[tuple[Let, ...], _Scope]:
        kept: list[Let] = []
        for let in lets:
            problem = scope.find_problem(let.value) or self.checks.expression(let.value)
            if problem:
                self.faults.append(Fault(f"{name}, let {let.name}" if name else f"let {let.name}", let.where, problem))
            else:
                kept.append(let)
            scope = scope.with_let(let.name, problem)
        return tuple(kept), scope

    def plan_pattern(self, pattern: Pattern, scope: _Scope) -> Pattern:
        lets, scope = self.plan_lets(pattern.lets, scope, None)
        return replace(pattern, lets=lets, rules=tuple(self._plan_rules(pattern, scope)))

    def _plan_rules(self, pattern: Pattern, scope: _Scope) -> Iterator[Rule]:
        before: Rule | None = None
        for rule in pattern.rules:
            problem = scope.find_problem(rule.context) or self.checks.context(rule.context)
            if before is not None:
                problem = f"the context of the rule before it, at line {before.where.line}, could not be run"
            if problem is None:
                yield self._plan_rule(rule, scope)
            else:
                before = before or rule
                self.faults.append(Fault(rule.name, rule.where, problem))

    def _plan_rule(self, rule: Rule, scope: _Scope) -> Rule:
        lets, scope = self.plan_lets(rule.lets, scope, rule.name)
        return replace(rule, lets=lets, assertions=tuple(self._plan_assertions(rule, scope)))

    def _plan_assertions(self, rule: Rule, scope: _Scope) -> Iterator[Assertion]:
        for assertion in rule.assertions:
            problem = scope.find_problem(assertion.test) or self.checks.expression(assertion.test)
            if problem:
                self.faults.append(Fault(assertion.name, assertion.where, problem))
                continue
            yield replace(
                assertion,
                message=self._plan_message(assertion, assertion.message, scope),
                diagnostics=tuple(
                    Diagnostic(one.id, self._plan_message(assertion, one.message, scope))
                    for one in assertion.diagnostics
                ),
            )

    def _plan_message(self, assertion: Assertion, message: Message, scope: _Scope) -> Message:
        return tuple(part if isinstance(part, str) else self._plan_value(assertion, part, scope) for part in message)

    def _plan_value(self, assertion: Assertion, part: ValueOf, scope: _Scope) -> str | ValueOf:
        """Write an expression that cannot be run as words into the message; the assertion itself is run."""
        problem = scope.find_problem(part.select) or self.checks.expression(part.select)
        if problem is None:
            return part
        self.faults.append(Fault(f"{assertion.name}, value-of {part.select}", assertion.where, problem))
        return unknown(part)


def unknown(part: ValueOf) -> str:
    """What a message says in the place of a value that could not be computed."""
    return f"[{part.select}]"
