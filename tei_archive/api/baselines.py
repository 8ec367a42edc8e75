"""Baselines: findings that are known already, so that only new ones count."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tei_archive.api.validation_report import ValidationReport
from tei_archive.errors import Location, ReadingError
from tei_archive.files import read_bytes, write_atomically
from tei_archive.model import Finding, fingerprints

_FORM = "tei-archive baseline 1"
_HINT = "write it with --baseline FILE --write-baseline, where FILE is a new one"


def write_baseline(report: ValidationReport, path: Path) -> None:
    """Write all findings of a report as known.

    Raises `TeiArchiveError` where the file cannot be written, or holds something else than a baseline.
    """
    if path.is_file() and read_bytes(path):
        _read(path)
    entries = [
        {"fingerprint": fingerprint, "code": finding.code, "path": finding.where.path, "message": finding.message}
        for finding, fingerprint in _fingerprinted(report.findings, path)
    ]
    content = json.dumps({"format": _FORM, "findings": entries}, ensure_ascii=False, indent=1)
    write_atomically(path, (content + "\n").encode("utf-8", "replace"))


def leave_out_known(report: ValidationReport, path: Path) -> ValidationReport:
    """Give back the report without the findings that a baseline knows.

    Raises `ReadingError` where the file cannot be read or is no baseline.
    """
    known = _read(path)
    new = tuple(finding for finding, fingerprint in _fingerprinted(report.findings, path) if fingerprint not in known)
    return replace(report, findings=new, known=len(report.findings) - len(new))


def _fingerprinted(findings: Sequence[Finding], baseline: Path) -> tuple[tuple[Finding, str], ...]:
    """The findings with paths as seen from the baseline's folder, and their fingerprints: the same from any folder."""
    seen = [replace(finding, where=replace(finding.where, path=_from(baseline, finding))) for finding in findings]
    return tuple(zip(findings, fingerprints(seen), strict=True))


def _from(baseline: Path, finding: Finding) -> str:
    return Path(os.path.relpath(finding.where.path, baseline.parent)).as_posix()


def _read(path: Path) -> frozenset[str]:
    try:
        found = json.loads(read_bytes(path))
        if found["format"] != _FORM:
            raise ReadingError(f"a baseline of another form: {found['format']}", Location(str(path)), _HINT)
        return frozenset(str(entry["fingerprint"]) for entry in found["findings"])
    except (ValueError, KeyError, TypeError) as error:
        raise ReadingError("this is no baseline", Location(str(path)), _HINT) from error
