"""Findings as a Code Quality report of GitLab."""

from pathlib import PurePath

from tei_archive.api import ValidationReport
from tei_archive.model import Severity
from tei_archive.reporting.forms.wording import with_hint
from tei_archive.reporting.json_text import json_text

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_gitlab(report: ValidationReport) -> str:
    """Give back a JSON list with an entry a finding, as GitLab reads it from `artifacts: reports: codequality`."""
    return json_text(
        [
            {
                "description": with_hint(finding),
                "check_name": finding.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": PurePath(finding.where.path).as_posix(),
                    "lines": {"begin": finding.where.line or 1},
                },
            }
            for finding, fingerprint in zip(report.findings, report.fingerprints, strict=True)
        ]
    )
