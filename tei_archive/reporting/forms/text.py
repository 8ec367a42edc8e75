"""Findings as text: a line each, as compilers write them and editors read them."""

from collections import Counter

from tei_archive.api import ValidationReport
from tei_archive.model import Finding, Severity
from tei_archive.reporting.forms.excerpt import excerpt
from tei_archive.reporting.words import counted, visible


def as_text(report: ValidationReport) -> str:
    """Give back a line a finding, `path:line:column: severity CODE message`, the line of the file, and the hint."""
    return "\n".join(line for finding in report.findings for line in text_lines(finding))


def as_gnu(report: ValidationReport) -> str:
    """Give back a line a finding in the form of the GNU Coding Standards, `path:line:column: severity: message`."""
    return "\n".join(_gnu_line(finding) for finding in report.findings)


def summary(report: ValidationReport) -> str:
    """Say in one line what was looked at and what was found."""
    files = counted(len(report.files), "file")
    counts = [counted(report.count(severity), severity.value) for severity in Severity if report.count(severity)]
    codes = Counter(finding.code for finding in report.findings)
    often = ", ".join(f"{code} {number} times" for code, number in codes.most_common(3) if number > 1)
    known = f"; {counted(report.known, 'finding')} of the baseline left out" if report.known else ""
    return f"{files} checked: {', '.join(counts) or 'nothing found'}{f' ({often})' if often else ''}{known}"


def text_lines(finding: Finding) -> list[str]:
    """Give back the line of a finding, the place in the file, and the line of its hint."""
    line = f"{finding.where}: {finding.severity} {finding.code} {finding.message}"
    return [visible(line), *excerpt(finding.where), *([f"  hint: {visible(finding.hint)}"] if finding.hint else [])]


def _gnu_line(finding: Finding) -> str:
    return visible(f"{finding.where}: {finding.severity}: {finding.message} [{finding.code}]")
