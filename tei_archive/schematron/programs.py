"""Rules made ready for elementpath: contexts as steps, expressions parsed, and by name of node which rules to try."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from tei_archive.schematron.engines import write_value
from tei_archive.schematron.expressions import Parse, Token
from tei_archive.schematron.lexing import find_functions
from tei_archive.schematron.matching import Alternative, NodeKind, NodeTest, Step, parse_context
from tei_archive.schematron.planning import unknown
from tei_archive.schematron.shortcuts import Shortcut, find_shortcut
from tei_archive.schematron.values import Assertion, Let, Message, Pattern, Rule, Rules, ValueOf

Text = tuple[str | tuple[str, Token], ...]
"""A message: words, and expressions, each with what is said where it has no value."""


@dataclass(frozen=True, slots=True, eq=False)
class StepProgram:
    """A step with its predicates parsed; `choice` are steps in brackets, of which one must match."""

    step: Step
    choice: tuple[StepProgram, ...]
    predicates: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Predicate:
    """A predicate, whether it is known beforehand to ask for a position, and the quick way to its value, if any."""

    test: Token
    is_positional: bool
    shortcut: Shortcut | None


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """One of the paths of a context, from its last step to its first.

    Where it could not be taken apart, it has no steps: the nodes that `selection` finds match.
    """

    selection: Token
    steps: tuple[StepProgram, ...]

    def may_match(self, kind: NodeKind, name: str) -> bool:
        """Say whether nodes with this name are candidates."""
        return not self.steps or self.steps[0].step.accepts(kind, name)


@dataclass(frozen=True, slots=True, eq=False)
class LetProgram:
    """A variable with its value parsed."""

    let: Let
    value: Token


@dataclass(frozen=True, slots=True, eq=False)
class AssertionProgram:
    """An assertion with its test parsed, and the texts of its message and diagnostics."""

    assertion: Assertion
    test: Token
    shortcut: Shortcut | None
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, eq=False)
class RuleProgram:
    """A rule; `number` is that of its pattern."""

    rule: Rule
    number: int
    paths: tuple[Path, ...]
    lets: tuple[LetProgram, ...]
    assertions: tuple[AssertionProgram, ...]


RulesToTry = tuple[tuple[RuleProgram, tuple[Path, ...]], ...]
"""The rules of a pattern that may match a node, in order, each with the paths that may do so."""

Candidates = tuple[RulesToTry, ...]
"""The rules to try for each pattern that has any."""


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """All rules; `candidates` says which to try on nodes of a kind and name."""

    lets: tuple[LetProgram, ...]
    pattern_lets: tuple[tuple[LetProgram, ...], ...]
    patterns: tuple[tuple[RuleProgram, ...], ...]
    candidates: Callable[[NodeKind, str], Candidates]


def build_program(rules: Rules, namespaces: Mapping[str, str], parse: Parse) -> Program:
    """Make rules ready. They are those of which each expression can be parsed."""
    builder = _Builder(namespaces, parse, compatible=rules.compatible)
    patterns = tuple(builder.build_rules(number, pattern) for number, pattern in enumerate(rules.patterns))
    return Program(
        builder.build_lets(rules.lets),
        tuple(builder.build_lets(pattern.lets) for pattern in rules.patterns),
        patterns,
        index(patterns),
    )


def index(patterns: tuple[tuple[RuleProgram, ...], ...]) -> Callable[[NodeKind, str], Candidates]:
    """Give back a function that finds the candidates for a name, and finds them once."""

    @cache
    def find(kind: NodeKind, name: str) -> Candidates:
        tried = (
            tuple(
                (rule, paths)
                for rule in pattern
                if (paths := tuple(path for path in rule.paths if path.may_match(kind, name)))
            )
            for pattern in patterns
        )
        return tuple(found for found in tried if found)

    return find


def check_context(context: str, namespaces: Mapping[str, str], check: Callable[[str], str | None]) -> str | None:
    """Say why a context cannot be parsed; None where it can."""
    paths = parse_context(context, namespaces)
    if "current" in find_functions(context) and not all(path.steps for path in paths):
        return "current() cannot be run in a context like this"
    return next((problem for path in paths if (problem := check(path.selection))), None)


@dataclass(frozen=True, slots=True)
class _Builder:
    namespaces: Mapping[str, str]
    parse: Parse
    compatible: bool

    def build_lets(self, lets: tuple[Let, ...]) -> tuple[LetProgram, ...]:
        return tuple(LetProgram(let, self.parse(let.value)) for let in lets)

    def build_rules(self, number: int, pattern: Pattern) -> tuple[RuleProgram, ...]:
        return tuple(
            RuleProgram(
                rule,
                number,
                tuple(map(self._build_path, parse_context(rule.context, self.namespaces))),
                self.build_lets(rule.lets),
                tuple(map(self._build_assertion, rule.assertions)),
            )
            for rule in pattern.rules
        )

    def _build_path(self, path: Alternative) -> Path:
        return Path(self.parse(path.selection), tuple(map(self._build_step, reversed(path.steps))))

    def _build_step(self, step: Step) -> StepProgram:
        choice = () if isinstance(step.test, NodeTest) else tuple(map(self._build_step, step.test))
        return StepProgram(step, choice, tuple(map(self._build_predicate, step.predicates)))

    def _build_predicate(self, text: str) -> Predicate:
        is_positional = bool(find_functions(text) & {"position", "last"})
        return Predicate(self.parse(text), is_positional, find_shortcut(text, self.namespaces))

    def _build_assertion(self, assertion: Assertion) -> AssertionProgram:
        messages = (assertion.message, *(diagnostic.message for diagnostic in assertion.diagnostics))
        shortcut = find_shortcut(assertion.test, self.namespaces)
        return AssertionProgram(assertion, self.parse(assertion.test), shortcut, tuple(map(self._build_text, messages)))

    def _build_text(self, message: Message) -> Text:
        return tuple(part if isinstance(part, str) else self._build_value(part) for part in message)

    def _build_value(self, part: ValueOf) -> tuple[str, Token]:
        return unknown(part), self.parse(write_value(part, compatible=self.compatible))
