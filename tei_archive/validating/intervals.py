"""Intervals of days, open where nothing is known: what the date attributes of TEI say, to the letter."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from lxml import etree

from tei_archive.tei.names import qualified

# The lexical forms of XML Schema part 2 that `teidata.temporal.w3c` takes, without the time of the day.
_ZONE: Final = r"(?:Z|[+-]\d\d:\d\d)?"
_DAY: Final = re.compile(rf"(?P<year>-?\d{{4,}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>T.*)?)?)?{_ZONE}")
_NO_YEAR: Final = re.compile(rf"--(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|-(?P<only>\d\d)){_ZONE}")
_TIME: Final = re.compile(rf"(?P<hour>\d\d):(?P<minute>[0-5]\d)(?::(?:[0-5]\d|60)(?:\.\d+)?)?{_ZONE}")

_LEAP_YEAR: Final = 2000

ATTRIBUTES: Final = ("when", "notBefore", "notAfter", "from", "to")

# Elements whose `from` and `to` count pages, lines or places, not days.
_NOT_DATED: Final = frozenset(
    map(qualified, ("app", "arc", "biblScope", "citedRange", "edge", "lem", "locus", "rdg", "rdgGrp", "span"))
)


Dates = tuple[tuple[str, str], ...]
"""Date attributes by name, each with its words."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The first and the last day that are possible; None where there is no bound."""

    earliest: date | None = None
    latest: date | None = None

    def is_before(self, other: Interval) -> bool:
        """Say whether every day of this interval lies before every day of the other."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def __str__(self) -> str:
        if self.earliest == self.latest and self.earliest is not None:
            return self.earliest.isoformat()
        return f"{self.earliest or '…'} to {self.latest or '…'}"


@lru_cache(maxsize=10_000)
def find_interval(words: str) -> Interval | None:
    """Give back the days that one attribute covers, or None where it is not a date.

    A time of the day, or a date without year, is a date that says nothing about its days; so is a year that the
    Python calendar does not hold (before 1, after 9999).
    """
    if found := _DAY.fullmatch(words):
        if found["time"] and not _is_time(found["time"][1:]):
            return None
        return _find_days(int(found["year"]), found["month"], found["day"])
    if found := _NO_YEAR.fullmatch(words):
        known = _find_days(_LEAP_YEAR, found["month"] or "01", found["day"] or found["only"])
        return known and Interval()
    return Interval() if _is_time(words) else None


def dates_of(element: etree._Element) -> Dates:
    """Give back the date attributes of an element, each with its words."""
    if element.tag in _NOT_DATED:
        return ()
    stated = element.attrib
    return tuple([(name, str(stated[name]).strip()) for name in ATTRIBUTES if name in stated])


def interval_of(element: etree._Element) -> Interval:
    """Give back the days that the attributes of an element allow. Attributes that are no dates allow every day."""
    when = _bound(element, "when")
    if when != Interval():
        return when
    first, last = (_bound(element, "from", "notBefore"), _bound(element, "to", "notAfter"))
    return Interval(first.earliest, last.latest)


def _is_time(words: str) -> bool:
    found = _TIME.fullmatch(words)
    return found is not None and (int(found["hour"]) < 24 or words.startswith("24:00"))


def _bound(element: etree._Element, *names: str) -> Interval:
    forms = (form for name in names for form in (name, f"{name}-iso"))
    words = next(filter(None, map(element.get, forms)), "")
    return find_interval(words.strip()) or Interval()


def _find_days(year: int, month: str | None, day: str | None) -> Interval | None:
    if not 1 <= year <= 9999:
        return Interval() if year else None
    first_month, last_month = (int(month), int(month)) if month else (1, 12)
    if not 1 <= first_month <= 12:
        return None
    last_day = calendar.monthrange(year, last_month)[1]
    if day:
        return (
            Interval(date(year, first_month, int(day)), date(year, last_month, int(day)))
            if 1 <= int(day) <= last_day
            else None
        )
    return Interval(date(year, first_month, 1), date(year, last_month, last_day))
