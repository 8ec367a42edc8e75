"""Findings counted by code: where a large edition has most of its trouble."""

from collections import Counter

from tei_archive.api import FINDING_TITLES, ValidationReport


def as_statistics(report: ValidationReport) -> str:
    """Give back a line a code: how many findings, the code, and what it means; the most frequent first."""
    counted = Counter(finding.code for finding in report.findings)
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    width = len(str(max(counted.values(), default=0)))
    return "\n".join(f"{number:>{width}}  {code}  {FINDING_TITLES[code]}" for code, number in rows)
