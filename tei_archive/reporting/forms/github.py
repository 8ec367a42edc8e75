"""Findings as annotations of GitHub's workflows."""

from tei_archive.api import ValidationReport
from tei_archive.model import Finding, Severity
from tei_archive.reporting.forms.wording import with_hint

_ANNOTATIONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(report: ValidationReport) -> str:
    """Give back the workflow commands that make GitHub show each finding beside its line."""
    return "\n".join(_annotation(finding) for finding in report.findings)


def _annotation(finding: Finding) -> str:
    where = finding.where
    properties = {"file": where.path, "line": where.line, "col": where.column, "title": finding.code}
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    return f"::{_ANNOTATIONS[finding.severity]} {given}::{_escape(with_hint(finding))}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
