"""Findings as text: a line each, as compilers write them and editors read them."""

from typing import Final

from tei_archive.api import ValidationReport
from tei_archive.model import Finding
from tei_archive.reporting.forms.excerpt import LineReader, excerpt, line_reader
from tei_archive.reporting.words import visible

# Not allowed here: the page says where the element may stand and what it takes.
_HELPED: Final = frozenset({"TA101", "TA103"})


def as_text(report: ValidationReport) -> str:
    """Give back a line a finding, `path:line:column: severity CODE message`, the line of the file, and the hint.

    The page about an element is named where something is not allowed at it, and once only.
    """
    seen: set[str] = set()
    read_lines = line_reader()
    return "\n".join(line for finding in report.findings for line in _lines_with_page(finding, seen, read_lines))


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
