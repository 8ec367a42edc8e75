"""Dates of historical documents: intervals, never more exact than the words."""

import calendar
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tei_archive.model.calendars import Calendar


class Precision(StrEnum):
    """What an interval of days means."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DURATION = "duration"  # all the days from the first to the last
    WINDOW = "window"  # one day, not known which, within the interval


class Reserve(StrEnum):
    """With what reserve the words state a date: the sign that EDTF has for it."""

    NONE = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """The first and the last day (proleptic Gregorian) that the words allow.

    `calendar` is the one that the words count in; `reserve` is that of the words, such as a question mark.
    """

    earliest: date
    latest: date
    precision: Precision = Precision.DAY
    calendar: Calendar = Calendar.GREGORIAN
    reserve: Reserve = Reserve.NONE

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise ValueError(f"the interval ends before it begins: {self.earliest}..{self.latest}")
        if (self.precision is Precision.DAY) != (self.earliest == self.latest):
            raise ValueError(f"{self.earliest}..{self.latest} is not a {self.precision}")

    @property
    def edtf(self) -> str:
        """The date in the Extended Date/Time Format (ISO 8601-2), level 1 and the level-2 list `[a..b]`."""
        sign = self.reserve.value
        match self.precision:
            case Precision.DAY:
                return f"{self.earliest}{sign}"
            case Precision.MONTH:
                return f"{self.earliest.isoformat()[:7]}{sign}"
            case Precision.YEAR:
                return f"{self.earliest.isoformat()[:4]}{sign}"
            case Precision.DURATION:
                return f"{self.earliest}{sign}/{self.latest}{sign}"
            case Precision.WINDOW:
                digits = self._unspecified_digits()
                return f"{digits}{sign}" if digits else f"[{self.earliest}{sign}..{self.latest}{sign}]"

    @property
    def plain_edtf(self) -> str:
        """The same without the signs of a reserve: with them, dates can be neither sorted nor compared."""
        return replace(self, reserve=Reserve.NONE).edtf

    def _unspecified_digits(self) -> str | None:
        """One day of a whole month, year, decade or century, with an X for each digit that is not known."""
        first, last = self.earliest, self.latest
        if (first.year, first.month, first.day) == (last.year, last.month, 1):
            return f"{first.isoformat()[:7]}-XX" if last.day == calendar.monthrange(last.year, last.month)[1] else None
        if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
            return None
        year = f"{first.year:04}"
        if first.year == last.year:
            return f"{year}-XX-XX"
        known = {10: year[:3] + "X", 100: year[:2] + "XX"}.get(last.year - first.year + 1)
        return known if known and first.year % (last.year - first.year + 1) == 0 else None
