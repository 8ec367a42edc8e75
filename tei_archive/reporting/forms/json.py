"""Findings as JSON: one object with all, or a line each."""

import json

from tei_archive.api import ValidationReport
from tei_archive.model import Finding, Fix, Severity
from tei_archive.reporting.json_text import Json, json_text


def as_json(report: ValidationReport) -> str:
    """Give back one JSON object: the files, the findings and their number by severity, and what was mended."""
    found: Json = {
        "files": [str(path) for path in report.files],
        "counts": {severity.value: report.count(severity) for severity in Severity},
        "mended": {str(path): number for path, number in report.mended},
        "findings": [json_entry(finding) for finding in report.findings],
    }
    return json_text(found)


def as_json_lines(report: ValidationReport) -> str:
    """Give back a JSON object a line, one for each finding (jsonlines.org)."""
    return "\n".join(json.dumps(json_entry(finding), ensure_ascii=False) for finding in report.findings)


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
        "xpath": finding.xpath,
        "link": finding.link,
        "fix": _fix(finding.fix),
    }


def _fix(fix: Fix | None) -> Json:
    if fix is None:
        return None
    return {"part": fix.part.value, "name": fix.name, "new": fix.new, "safe": fix.safe}
