"""Findings as a JUnit report: a suite a file, and in it a test case a finding, or one that passed."""

from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from tei_archive.api import ValidationReport
from tei_archive.model import Finding, Severity
from tei_archive.reporting.forms.wording import with_hint
from tei_archive.reporting.words import visible


def as_junit(report: ValidationReport) -> str:
    """Give back XML as Jenkins, GitLab and others read it; errors and warnings are failures, notes are not."""
    root = etree.Element("testsuites", name="tei-archive")
    by_file: dict[str, list[Finding]] = {str(path): [] for path in report.files}
    for finding in report.findings:
        by_file.setdefault(finding.where.path, []).append(finding)
    for path, findings in by_file.items():
        root.append(_suite(path, findings))
    return etree.tostring(root, encoding="unicode", pretty_print=True).rstrip()


def _suite(path: str, findings: Sequence[Finding]) -> etree._Element:
    failures = sum(finding.severity is not Severity.NOTE for finding in findings)
    suite = etree.Element(
        "testsuite", name=visible(path), tests=str(len(findings) or 1), failures=str(failures), errors="0", skipped="0"
    )
    for finding in findings:
        _add_case(suite, finding)
    if not findings:
        etree.SubElement(suite, "testcase", name="valid", classname=visible(Path(path).name))
    return suite


def _add_case(suite: etree._Element, finding: Finding) -> None:
    where = finding.where
    place = ":".join(str(part) for part in (where.line, where.column) if part is not None)
    case = etree.SubElement(
        suite, "testcase", name=f"{finding.code} {place}".strip(), classname=visible(Path(where.path).name)
    )
    words = visible(with_hint(finding))
    if finding.severity is Severity.NOTE:
        etree.SubElement(case, "system-out").text = words
    else:
        failure = etree.SubElement(case, "failure", type=finding.severity.value, message=words)
        failure.text = visible(f"{where}: {words}")
