"""What the functions of the library give back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tei_archive.model import Decision, Document, Edition, Finding, Project, Severity, Source


@dataclass(frozen=True, slots=True)
class SegmentReport:
    """What `segment` found and did: files written, files edited by hand and therefore kept, files removed."""

    edition: Edition
    project: Project
    profile: str
    written: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What `validate` found, in order, and the files that it looked at."""

    findings: tuple[Finding, ...]
    files: tuple[Path, ...]

    def count(self, severity: Severity) -> int:
        """The number of findings of that severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def clean(self) -> bool:
        """Whether there is neither an error nor a warning."""
        return all(finding.severity is Severity.NOTE for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document as it now is, the decisions that made it, their source, and what the rules read."""

    document: Document
    decisions: tuple[Decision, ...]
    source: Source
    rules: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProfileSummary:
    """A profile that comes with the program."""

    name: str
    title: str
    language: str
    extends: str | None = None
