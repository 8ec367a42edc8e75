"""Findings as text: a line each, as compilers write them and editors read them."""

from collections import Counter
from typing import Final

from tei_archive.api import ValidationReport
from tei_archive.model import Finding, Severity
from tei_archive.reporting.forms.excerpt import LineReader, excerpt, line_reader
from tei_archive.reporting.words import counted, visible

# Not allowed here: the page says where the element may stand and what it takes.
_HELPED: Final = frozenset({"TA101", "TA103"})


def as_text(report: ValidationReport) -> str:
    """Give back a line a finding, `path:line:column: severity CODE message`, the line of the file, and the hint.

    The page about an element is named where something is not allowed at it, and once only.
    """
    seen: set[str] = set()
    read_lines = line_reader()
    return "\n".join(line for finding in report.findings for line in _lines_with_page(finding, seen, read_lines))


def as_gnu(report: ValidationReport) -> str:
    """Give back a line a finding in the form of the GNU Coding Standards, `path:line:column: severity: message`."""
    return "\n".join(_gnu_line(finding) for finding in report.findings)


def summary(report: ValidationReport) -> str:
    """Say what was mended, in a line what was looked at and what was found, and what could be mended."""
    files = counted(len(report.files), "file")
    counts = [counted(report.count(severity), severity.value) for severity in Severity if report.count(severity)]
    codes = Counter(finding.code for finding in report.findings)
    often = ", ".join(f"{code} {number} times" for code, number in codes.most_common(3) if number > 1)
    known = f"; {counted(report.known, 'finding')} of the baseline left out" if report.known else ""
    found = f"{files} checked: {', '.join(counts) or 'nothing found'}{f' ({often})' if often else ''}{known}"
    return "\n".join([*_say_mended(report), found, *_say_fixable(report)])


def text_lines(finding: Finding, read_lines: LineReader) -> list[str]:
    """Give back the line of a finding, the place in the file, and the line of its hint."""
    line = visible(f"{finding.where}: {finding.severity} {finding.code} {finding.message}{_mark(finding)}")
    hint = [f"  hint: {visible(finding.hint)}"] if finding.hint else []
    return [line, *excerpt(finding.where, read_lines), *hint]


def _lines_with_page(finding: Finding, seen: set[str], read_lines: LineReader) -> list[str]:
    """Give back the lines of a finding, and of its page if it helps here and has not been seen, which is noted."""
    if finding.link is None or finding.code not in _HELPED or finding.link in seen:
        return text_lines(finding, read_lines)
    seen.add(finding.link)
    return [*text_lines(finding, read_lines), f"  see: {finding.link}"]


def _mark(finding: Finding) -> str:
    if finding.fix is None:
        return ""
    return " [fixable]" if finding.fix.safe else " [fixable: --unsafe-fixes]"


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


def _gnu_line(finding: Finding) -> str:
    return visible(f"{finding.where}: {finding.severity}: {finding.message} [{finding.code}]")
