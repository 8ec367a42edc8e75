"""Findings: what a check has to say about a file."""

from dataclasses import dataclass
from enum import StrEnum

from tei_archive.errors import Location


class Severity(StrEnum):
    """How bad a finding is: an error or a warning makes `validate` exit with 1, a note does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """A stable code, what is wrong, where, and what to do. Codes are never reused and never change their meaning."""

    code: str
    severity: Severity
    message: str
    where: Location
    hint: str | None = None
