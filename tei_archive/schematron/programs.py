"""Rules made ready for elementpath: contexts as steps, expressions parsed, and by name of node which rules to try."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from tei_archive.schematron.engines import write_value
from tei_archive.schematron.expressions import Parse, Token
from tei_archive.schematron.lexing import find_functions
from tei_archive.schematron.matching import Alternative, NodeKind, Step, parse_context
from tei_archive.schematron.planning import unknown
from tei_archive.schematron.values import Assertion, Let, Message, Pattern, Rule, Rules


Text = tuple[str | tuple[str, Token], ...]
"""A message: words, and expressions, each with what is said where it has no value."""


@dataclass(frozen=True, slots=True, eq=False)
class StepProgram:
    """A step with its predicates parsed."""

    step: Step
    predicates: tuple[Token, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """One of the paths of a context, from its last step to its first.

    Where it could not be taken apart, or counts positions, it `is_searched`: the nodes that `selection` finds match.
    """

    selection: Token
    steps: tuple[StepProgram, ...]
    is_searched: bool

    def may_match(self, kind: NodeKind, name: str) -> bool:
        """Say whether nodes with this name are candidates."""
        return not self.steps or self.steps[0].step.test.accepts(kind, name)


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
    candidates: Callable[[NodeKind, str], Candidates]


def build_program(rules: Rules, namespaces: Mapping[str, str], parse: Parse) -> Program:
    """Make rules ready. They are those of which each expression can be parsed."""
    builder = _Builder(namespaces, parse, compatible=rules.compatible)
    patterns = tuple(builder.build_rules(number, pattern) for number, pattern in enumerate(rules.patterns))
    return Program(
        builder.build_lets(rules.lets),
        tuple(builder.build_lets(pattern.lets) for pattern in rules.patterns),
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
    if "current" in find_functions(context) and any(map(_is_searched, paths)):
        return "current() cannot be run in a context like this"
    return next((problem for path in paths if (problem := check(path.selection))), None)


def _is_searched(path: Alternative) -> bool:
    predicates = (predicate for step in path.steps for predicate in step.predicates)
    return not path.steps or any(find_functions(predicate) & {"position", "last"} for predicate in predicates)


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
        steps = (StepProgram(step, tuple(map(self.parse, step.predicates))) for step in reversed(path.steps))
        return Path(self.parse(path.selection), tuple(steps), _is_searched(path))

    def _build_assertion(self, assertion: Assertion) -> AssertionProgram:
        messages = (assertion.message, *(diagnostic.message for diagnostic in assertion.diagnostics))
        return AssertionProgram(assertion, self.parse(assertion.test), tuple(map(self._build_text, messages)))

    def _build_text(self, message: Message) -> Text:
        return tuple(
            part if isinstance(part, str) else (unknown(part), self.parse(write_value(part, compatible=self.compatible)))
            for part in message
        )
