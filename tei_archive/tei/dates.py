"""Dates as attributes of TEI (`att.datable.w3c`, `att.datable.custom`, `att.dimensions`), and back."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.model import Calendar, HistoricalDate, Precision, Reserve
from tei_archive.model.calendars import julian_parts

# The `calendar` of a header that dates in Old Style point to.
JULIAN = "cal.julian"

# TEI has no word for a question mark; what is marked by one has a precision that is not known.
_PRECISIONS = {Reserve.APPROXIMATE: "low", Reserve.UNCERTAIN: "unknown"}
_RESERVES = {word: reserve for reserve, word in _PRECISIONS.items()}
_MOST_DATES = 10_000
_NAMES = ("when", "from", "to", "notBefore", "notAfter")
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?)?(?:Z|[+-]\d\d:\d\d)?")


def date_attributes(value: HistoricalDate) -> dict[str, str]:
    """Give back the attributes: `when`, or `from` and `to`, or `notBefore` and `notAfter`; calendar and precision.

    Raises `EncodingError` where an interval says that it is a month or a year and is not a whole one.
    """
    return dict(_checked(value))


@lru_cache(maxsize=_MOST_DATES)
def _checked(value: HistoricalDate) -> Mapping[str, str]:
    """The attributes of a date; an edition writes the same days again and again."""
    attributes = _attributes(value)
    if parse_date(attributes) != value:
        raise EncodingError(f"{value.earliest} to {value.latest} is not a whole {value.precision}")
    return attributes


def read_date(element: etree._Element) -> HistoricalDate | None:
    """Give back the date that an element states, or None where it states none that is closed on both sides."""
    return parse_date({str(key): str(value) for key, value in element.attrib.items()})


def parse_date(attributes: Mapping[str, str]) -> HistoricalDate | None:
    """Give back the date that attributes state; those of ISO 8601 (`when-iso` …) count where the others are missing.

    An interval that is open on one side, or ends before it begins, is no date here: it would have to be guessed.
    """
    known = {name: attributes.get(name) or attributes.get(f"{name}-iso") or "" for name in _NAMES}
    found = _parse_iso(known["when"]) if known["when"] else _parse_interval(known)
    if found is None:
        return None
    is_julian = "julian" in attributes.get("datingMethod", "").lower()
    calendar_ = Calendar.JULIAN if is_julian else Calendar.GREGORIAN
    return replace(found, calendar=calendar_, reserve=_RESERVES.get(attributes.get("precision", ""), Reserve.NONE))


def _parse_interval(known: Mapping[str, str]) -> HistoricalDate | None:
    first = _parse_iso(known["from"] or known["notBefore"])
    last = _parse_iso(known["to"] or known["notAfter"])
    if first is None or last is None or first.earliest > last.latest:
        return None
    if first.earliest == last.latest:
        return HistoricalDate(first.earliest, last.latest)
    precision = Precision.DURATION if known["from"] or known["to"] else Precision.WINDOW
    return HistoricalDate(first.earliest, last.latest, precision)


def _attributes(value: HistoricalDate) -> dict[str, str]:
    precision = _PRECISIONS.get(value.reserve)
    return {**_days(value), **_old_style(value), **({"precision": precision} if precision else {})}


def _days(value: HistoricalDate) -> dict[str, str]:
    match value.precision:
        case Precision.DURATION:
            return {"from": value.earliest.isoformat(), "to": value.latest.isoformat()}
        case Precision.WINDOW:
            return {"notBefore": value.earliest.isoformat(), "notAfter": value.latest.isoformat()}
        case _:
            return {"when": value.plain_edtf}


def _old_style(value: HistoricalDate) -> dict[str, str]:
    """The calendar, and for one day the day as that calendar counts it."""
    if value.calendar is Calendar.GREGORIAN:
        return {}
    year, month, day = julian_parts(value.earliest)
    printed = {"when-custom": f"{year:04}-{month:02}-{day:02}"} if value.precision is Precision.DAY else {}
    return {**printed, "datingMethod": f"#{JULIAN}"}


def _parse_iso(value: str) -> HistoricalDate | None:
    found = _ISO.fullmatch(value.strip())
    if found is None:
        return None
    year, month, day = int(found["year"]), found["month"], found["day"]
    try:
        if day:
            exact = date(year, int(month), int(day))
            return HistoricalDate(exact, exact)
        if month:
            last = calendar.monthrange(year, int(month))[1]
            return HistoricalDate(date(year, int(month), 1), date(year, int(month), last), Precision.MONTH)
        return HistoricalDate(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
    except ValueError:  # there is no such day in the calendar
        return None
