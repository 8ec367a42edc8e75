"""Findings: what a check has to say about a file."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tei_archive.errors import Location


class Severity(StrEnum):
    """How bad a finding is: an error or a warning makes `validate` exit with 1, a note does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """How bad, as a number: the greater the worse."""
        return (Severity.NOTE, Severity.WARNING, Severity.ERROR).index(self)


class TagPart(StrEnum):
    """The part of a tag that a fix changes."""

    ELEMENT = "element name"
    ATTRIBUTE = "attribute name"
    VALUE = "attribute value"


@dataclass(frozen=True, slots=True)
class Fix:
    """What would mend a finding, at the start tag where the finding stands: what is there, and what takes its place.

    `name` is that of the element or attribute as the file has it, `old` the value of the attribute where that is what
    changes. A fix is safe where nothing else can have been meant; otherwise it is what was probably meant. Where in
    the bytes of the file that is, is found when it is applied, so that it never lands in a file that has changed.
    """

    part: TagPart
    name: str
    new: str
    safe: bool
    old: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A stable code, what is wrong, where, and what to do. Codes are never reused and never change their meaning.

    `xpath` names the element, or the attribute, with its position where there are several of its name; `link` is a
    page that says more; `fix` is a change that mends it, where one is known.
    """

    code: str
    severity: Severity
    message: str
    where: Location
    hint: str | None = None
    xpath: str | None = None
    link: str | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Validation:
    """Which findings an edition wants to hear of, and how bad they are to it; each by a code or its beginning.

    Where nothing is selected, everything is; a severity that is not named stays what it is.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()


_LINE = re.compile(r"\bline \d+")


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Give for each finding what it is known by from run to run: 32 hexadecimal digits.

    They are made of code, path and message, without the lines, so that they stay when lines are put in above. Of
    findings that are alike the first, the second … have fingerprints of their own.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for finding in findings:
        alike = (finding.code, finding.where.path, _LINE.sub("line", finding.message))
        seen[alike] += 1
        found.append(hashlib.sha256("\0".join((*alike, str(seen[alike]))).encode("utf-8", "replace")).hexdigest()[:32])
    return tuple(found)
