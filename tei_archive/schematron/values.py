"""A Schematron schema as values: patterns, rules, assertions and lets, each with its place in the schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from tei_archive.errors import Location


class Severity(StrEnum):
    """How bad a finding is, as the role of its assertion says."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


# Schematron leaves the words of @role to its users; these are those of the TEI, of Oxygen and of SVRL processors.
_MILD: Final = {
    **dict.fromkeys(("warning", "warn", "nonfatal", "non-fatal"), Severity.WARNING),
    **dict.fromkeys(("info", "information", "informational", "note", "hint"), Severity.INFO),
}


@dataclass(frozen=True, slots=True)
class ValueOf:
    """A part of a message that is computed: the XPath expression of `sch:value-of` or `sch:name`."""

    select: str


Message = tuple[str | ValueOf, ...]
"""The text of an assertion or a diagnostic: words, and what is computed between them."""


@dataclass(frozen=True, slots=True)
class Let:
    """A variable: `sch:let` with its name and the XPath expression of its value, empty where that is a tree."""

    name: str
    value: str
    where: Location


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A further text that an assertion names."""

    id: str
    message: Message


@dataclass(frozen=True, slots=True)
class Assertion:
    """`sch:assert`, or `sch:report`, which finds something where its test is true.

    `name` is the id of the assertion, else that of its rule or pattern, else its line.
    """

    test: str
    message: Message
    where: Location
    name: str
    is_report: bool = False
    role: str | None = None
    flag: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def severity(self) -> Severity:
        """What the role means; an error where there is none or it is not known."""
        return _MILD.get((self.role or "").lower(), Severity.ERROR)

    @property
    def expressions(self) -> Iterator[str]:
        """The test, and what is computed in the texts."""
        yield self.test
        for message in (self.message, *(diagnostic.message for diagnostic in self.diagnostics)):
            yield from (part.select for part in message if isinstance(part, ValueOf))


@dataclass(frozen=True, slots=True)
class Rule:
    """Assertions about the nodes that a context matches."""

    context: str
    assertions: tuple[Assertion, ...]
    where: Location
    name: str
    lets: tuple[Let, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Rules of which, for each node, the first that matches is the one that counts."""

    rules: tuple[Rule, ...]
    where: Location
    lets: tuple[Let, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A slip in a schema that does not hinder its use."""

    message: str
    where: Location


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule, assertion or let that cannot be run: its name, its place in the schema, and why."""

    name: str
    where: Location
    reason: str

    @property
    def message(self) -> str:
        """The fault in words."""
        return f"rule {self.name} at line {self.where.line} could not be run: {self.reason}"


@dataclass(frozen=True, slots=True)
class Rules:
    """What of a schema is to be run, abstract rules and patterns resolved, for one phase.

    `compatible` asks for the semantics of XPath 1: `queryBinding` is `xslt`, `xpath` or not given.
    """

    path: Path
    compatible: bool
    namespaces: tuple[tuple[str, str], ...]
    lets: tuple[Let, ...]
    patterns: tuple[Pattern, ...]
    notices: tuple[Notice, ...] = ()
    faults: tuple[Fault, ...] = ()
