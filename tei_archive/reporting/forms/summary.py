"""What was looked at and what was found, in a line or two."""

from collections import Counter

from tei_archive.api import ValidationReport
from tei_archive.model import Severity
from tei_archive.reporting.words import counted, visible


def summary(report: ValidationReport) -> str:
    """Say what was mended, in a line what was looked at and what was found, and what could be mended."""
    files = counted(len(report.files), "file")
    numbers = Counter(finding.severity for finding in report.findings)
    counts = [counted(numbers[severity], severity.value) for severity in Severity if numbers[severity]]
    codes = Counter(finding.code for finding in report.findings)
    often = ", ".join(f"{code} {number} times" for code, number in codes.most_common(3) if number > 1)
    known = f"; {counted(report.known, 'finding')} of the baseline left out" if report.known else ""
    found = f"{files} checked: {', '.join(counts) or 'nothing found'}{f' ({often})' if often else ''}{known}"
    return "\n".join([*_say_mended(report), found, *_say_fixable(report)])


def _say_mended(report: ValidationReport) -> list[str]:
    said = []
    if report.mended:
        number = counted(sum(number for _, number in report.mended), "finding")
        files = ", ".join(f"{path} ({number})" for path, number in report.mended)
        said.append(f"{number} mended in {counted(len(report.mended), 'file')}: {visible(files)}")
    if report.refused:
        files = ", ".join(map(str, report.refused))
        said.append(f"left as they were, since more would be wrong with the fixes: {visible(files)}")
    return said


def _say_fixable(report: ValidationReport) -> list[str]:
    fixes = [finding.fix for finding in report.findings if finding.fix]
    safe = sum(fix.safe for fix in fixes)
    counts = [(safe, "--fix"), (len(fixes) - safe, "--unsafe-fixes")]
    said = [f"{number} with {option}" for number, option in counts if number]
    return [f"fixable: {', '.join(said)}"] if said else []
