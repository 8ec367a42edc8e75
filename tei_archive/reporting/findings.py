"""Findings as text, JSON and annotations of GitHub's workflows."""

from collections import Counter

from tei_archive.api import ValidationReport
from tei_archive.model import Finding, Severity
from tei_archive.reporting.json_text import Json, json_text
from tei_archive.reporting.words import counted, visible

_ANNOTATIONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_text(report: ValidationReport) -> str:
    """Give back a line a finding, `path:line:column: severity CODE message`, as editors read them, and the hints."""
    return "\n".join(line for finding in report.findings for line in text_lines(finding))


def as_json(report: ValidationReport) -> str:
    """Give back one JSON object: the files, the findings and their number by severity."""
    found: Json = {
        "files": [str(path) for path in report.files],
        "counts": {severity.value: report.count(severity) for severity in Severity},
        "findings": [json_entry(finding) for finding in report.findings],
    }
    return json_text(found)


def as_github(report: ValidationReport) -> str:
    """Give back the workflow commands that make GitHub show each finding beside its line."""
    return "\n".join(_annotation(finding) for finding in report.findings)


def summary(report: ValidationReport) -> str:
    """Say in one line what was looked at and what was found."""
    files = counted(len(report.files), "file")
    counts = [counted(report.count(severity), severity.value) for severity in Severity if report.count(severity)]
    codes = Counter(finding.code for finding in report.findings)
    often = ", ".join(f"{code} {number} times" for code, number in codes.most_common(3) if number > 1)
    return f"{files} checked: {', '.join(counts) or 'nothing found'}{f' ({often})' if often else ''}"


def text_lines(finding: Finding) -> list[str]:
    """Give back the line of a finding, and the line of its hint."""
    line = f"{finding.where}: {finding.severity} {finding.code} {finding.message}"
    return [visible(line), *([f"  hint: {visible(finding.hint)}"] if finding.hint else [])]


def json_entry(finding: Finding) -> Json:
    """Give back a finding as a JSON object."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.where.path,
        "line": finding.where.line,
        "column": finding.where.column,
        "hint": finding.hint,
    }


def _annotation(finding: Finding) -> str:
    where = finding.where
    properties = {"file": where.path, "line": where.line, "col": where.column, "title": finding.code}
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    message = f"{finding.message} (hint: {finding.hint})" if finding.hint else finding.message
    return f"::{_ANNOTATIONS[finding.severity]} {given}::{_escape(message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
