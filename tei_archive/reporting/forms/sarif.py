"""Findings in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS 2020)."""

from collections.abc import Mapping
from typing import Final

from tei_archive import __version__
from tei_archive.api import FINDING_TITLES, ValidationReport
from tei_archive.errors import Location
from tei_archive.model import Finding, Severity
from tei_archive.reporting.forms.wording import web_path, with_hint
from tei_archive.reporting.json_text import Json, json_text

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_FINGERPRINT: Final = "teiArchive/v1"


def as_sarif(report: ValidationReport) -> str:
    """Give back a log with one run: the rules that something was found by, and a result for each finding."""
    codes = sorted({finding.code for finding in report.findings})
    run: Json = {
        "tool": {"driver": {"name": "tei-archive", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, codes.index(finding.code), fingerprint)
            for finding, fingerprint in zip(report.findings, report.fingerprints, strict=True)
        ],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> Json:
    return {"id": code, "shortDescription": {"text": FINDING_TITLES[code]}}


def _result(finding: Finding, rule: int, fingerprint: str) -> Json:
    page: Mapping[str, Json] = {"properties": {"helpUri": finding.link}} if finding.link else {}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": with_hint(finding)},
        "locations": [{"physicalLocation": _place(finding.where), **_name(finding)}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        **page,
    }


def _name(finding: Finding) -> Mapping[str, Json]:
    return {"logicalLocations": [{"fullyQualifiedName": finding.xpath}]} if finding.xpath else {}


def _place(where: Location) -> Mapping[str, Json]:
    file: Json = {"uri": web_path(where.path)}
    if where.line is None:
        return {"artifactLocation": file}
    column: Mapping[str, Json] = {} if where.column is None else {"startColumn": where.column}
    return {"artifactLocation": file, "region": {"startLine": where.line, **column}}
