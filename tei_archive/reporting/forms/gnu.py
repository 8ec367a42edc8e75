"""Findings in the form of the GNU Coding Standards, which is also that of jing: a line each, for any editor."""

from tei_archive.api import ValidationReport
from tei_archive.model import Finding
from tei_archive.reporting.words import visible


def as_gnu(report: ValidationReport) -> str:
    """Give back a line a finding, `path:line:column: severity: message`."""
    return "\n".join(_line(finding) for finding in report.findings)


def _line(finding: Finding) -> str:
    return visible(f"{finding.where}: {finding.severity}: {finding.message} [{finding.code}]")
