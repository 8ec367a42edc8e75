"""Findings as a table in GitHub Flavored Markdown, for the summary of a job or a comment on a change."""

import re
from collections.abc import Iterator
from typing import Final

from tei_archive.api import ValidationReport
from tei_archive.model import Finding
from tei_archive.reporting.forms.summary import summary
from tei_archive.reporting.forms.wording import with_hint
from tei_archive.reporting.words import shorten, visible

# GitHub refuses the summary of a step that is larger than a mebibyte.
_MOST_ROWS: Final = 200
_LONGEST: Final = 400

# A backslash before punctuation makes a letter of it (CommonMark, section 2.4).
_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")


def as_markdown(report: ValidationReport) -> str:
    """Give back a heading, the summary and a table with a row a finding, the worst first; of very many the first."""
    return "\n".join(_lines(report))


def _lines(report: ValidationReport) -> Iterator[str]:
    yield "### tei-archive validate"
    for line in summary(report).splitlines():
        yield f"\n{_escape(line)}"
    worst_first = sorted(report.findings, key=lambda finding: -finding.severity.rank)
    if worst_first:
        yield "\n| severity | code | place | finding |\n| --- | --- | --- | --- |"
        yield from map(_row, worst_first[:_MOST_ROWS])
    if len(worst_first) > _MOST_ROWS:
        yield f"\nand {len(worst_first) - _MOST_ROWS} more"


def _row(finding: Finding) -> str:
    cells = (finding.severity, finding.code, str(finding.where), with_hint(finding))
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return _escape(shorten(visible(text), _LONGEST))


def _escape(text: str) -> str:
    return _PUNCTUATION.sub(r"\\\g<0>", text)
