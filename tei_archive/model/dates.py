"""Dates of historical documents: intervals, never more exact than the words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """What an interval of days means."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DURATION = "duration"  # all the days from the first to the last
    WINDOW = "window"  # one day, not known which, within the interval


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """The first and the last day (proleptic Gregorian) that the words allow."""

    earliest: date
    latest: date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise ValueError(f"the interval ends before it begins: {self.earliest}..{self.latest}")
        if (self.precision is Precision.DAY) != (self.earliest == self.latest):
            raise ValueError(f"{self.earliest}..{self.latest} is not a {self.precision}")

    @property
    def edtf(self) -> str:
        """The date in the Extended Date/Time Format (ISO 8601-2), level 1 and the level-2 list `[a..b]`."""
        match self.precision:
            case Precision.DAY:
                return self.earliest.isoformat()
            case Precision.MONTH:
                return self.earliest.isoformat()[:7]
            case Precision.YEAR:
                return self.earliest.isoformat()[:4]
            case Precision.DURATION:
                return f"{self.earliest}/{self.latest}"
            case Precision.WINDOW:
                return f"[{self.earliest}..{self.latest}]"
