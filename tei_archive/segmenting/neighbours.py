"""Dates that leave out the year or its century: read with the day of a document near by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tei_archive.model import Certainty, Evidence
from tei_archive.segmenting.dates import DateReader, find_date
from tei_archive.segmenting.description import Description

# A date without its year is the last such day before a context: so the context lies half a year after the neighbour.
_HALF_A_YEAR = timedelta(days=182)


def date_by_neighbours(described: Sequence[Description], dates: DateReader) -> tuple[Description, ...]:
    """Give the documents that have no date one that agrees with the nearest dated document of their source."""
    return tuple(_dated(number, described, dates) for number in range(len(described)))


def _dated(number: int, described: Sequence[Description], dates: DateReader) -> Description:
    one = described[number]
    if one.date is not None or not any("date" in piece.groups for piece in one.draft.pieces):
        return one
    near = _find_near(number, described)
    choice = find_date(one.draft, dates, near + _HALF_A_YEAR) if near and near.year < date.max.year else None
    if choice is None or choice.claim is None or choice.entry is None:
        return one
    claim = replace(choice.claim, certainty=Certainty.LOW, evidence=Evidence.EXTERNAL)
    ledger = tuple(entry for entry in one.ledger if entry.field != choice.entry.field)
    return replace(one, date=claim, ledger=(*ledger, choice.entry))


def _find_near(number: int, described: Sequence[Description]) -> date | None:
    """The day of the nearest dated document of the same source: the one before where two are as near."""
    source = described[number].draft.source
    for distance in range(1, len(described)):
        for other in (number - distance, number + distance):
            if 0 <= other < len(described) and described[other].draft.source is source:
                claim = described[other].date
                if claim is not None:
                    return claim.value.latest
    return None
