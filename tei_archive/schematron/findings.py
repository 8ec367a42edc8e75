"""What a schema has to say of a document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tei_archive.errors import Location
from tei_archive.schematron.values import Assertion, Fault, Severity

# The white space of XML; a no-break space in a message stays.
_SPACE: Final = re.compile(r"[ \t\r\n]+")


class Kind(StrEnum):
    """Whether an assertion failed, a report succeeded, or something could not be run."""

    FAILED_ASSERT = "failed-assert"
    SUCCESSFUL_REPORT = "successful-report"
    NOT_RUN = "not-run"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong and where: `xpath` with names, such as `/TEI[1]/text[1]/body[1]/p[3]/@n`, and `line` of its tag.

    `rule` is the id of the assertion, else that of its rule or pattern, else its line; `schema` is its place in the
    schema. What could not be run in any document has no `xpath` and no `line`; it is a warning.
    """

    kind: Kind
    xpath: str
    line: int | None
    message: str
    severity: Severity
    rule: str
    schema: Location
    test: str = ""
    role: str | None = None
    flag: str | None = None
    diagnostics: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A node of a document."""

    xpath: str
    line: int | None


def make_finding(assertion: Assertion, place: Place, message: str, diagnostics: Iterable[str]) -> Finding:
    """Make the finding of an assertion from its texts as they were computed; white space in them is normalised."""
    silent = f"the test is {'true' if assertion.is_report else 'not true'}: {assertion.test}"
    return Finding(
        Kind.SUCCESSFUL_REPORT if assertion.is_report else Kind.FAILED_ASSERT,
        place.xpath,
        place.line,
        _normalise(message) or _normalise(silent),
        assertion.severity,
        assertion.name,
        assertion.where,
        assertion.test,
        assertion.role,
        assertion.flag,
        tuple((one.id, _normalise(text)) for one, text in zip(assertion.diagnostics, diagnostics, strict=True)),
    )


def make_not_run(fault: Fault, place: Place | None = None, test: str = "") -> Finding:
    """Make the finding for what could not be run: in one place, or at all."""
    xpath, line = (place.xpath, place.line) if place else ("", None)
    return Finding(Kind.NOT_RUN, xpath, line, fault.message, Severity.WARNING, fault.name, fault.where, test)


def _normalise(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" ")
