"""What `validate` gives back."""

from dataclasses import dataclass
from pathlib import Path

from tei_archive.model import Finding, Severity, fingerprints


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What `validate` found, in order, and the files that it looked at; `known` counts what a baseline left out.

    `mended` are the files that were changed, each with the number of findings that are mended in it; `refused` are
    those that would have been worse for it.
    """

    findings: tuple[Finding, ...]
    files: tuple[Path, ...]
    known: int = 0
    mended: tuple[tuple[Path, int], ...] = ()
    refused: tuple[Path, ...] = ()

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """What each finding is known by from run to run, whatever the line that it stands on."""
        return fingerprints(self.findings)

    def count(self, severity: Severity) -> int:
        """The number of findings of that severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def clean(self) -> bool:
        """Whether there is neither an error nor a warning."""
        return not self.has(Severity.WARNING)

    def has(self, severity: Severity) -> bool:
        """Say whether there is a finding that is so bad, or worse."""
        return any(finding.severity.rank >= severity.rank for finding in self.findings)
