"""Intervals of days in the form that Gephi reads: `<[start,end];[start,end]>`, ends included."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tei_archive.exporting.tables.column import Values
from tei_archive.model import Document

Interval = tuple[date, date]


def days_of(document: Document) -> tuple[Interval, ...]:
    """Give back the days that the date of sending allows; none where it is not known."""
    return ((document.date.value.earliest, document.date.value.latest),) if document.date else ()


def time_interval(intervals: Iterable[Interval]) -> Values:
    """Give back the cell for these days; an empty one where there are none."""
    parts = [f"[{first.isoformat()},{last.isoformat()}]" for first, last in merged(intervals)]
    return (f"<{';'.join(parts)}>",) if parts else ()


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Give back the same days as intervals that neither overlap nor follow one another: Gephi takes no others."""
    made: list[Interval] = []
    for first, last in sorted(intervals):
        if made and first.toordinal() <= made[-1][1].toordinal() + 1:
            made[-1] = (made[-1][0], max(made[-1][1], last))
        else:
            made.append((first, last))
    return tuple(made)
