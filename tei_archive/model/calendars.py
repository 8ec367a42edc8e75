"""The Julian calendar: its days as days of the Gregorian one, and back."""

from datetime import date
from enum import StrEnum


class Calendar(StrEnum):
    """The calendar that the words of a date count in."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"


_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FOUR_YEARS = 1461
# The Julian 1 January 1 is the Gregorian 30 December of the year before, two days before the first day of `date`.
_AHEAD = 2


def julian_day(year: int, month: int, day: int) -> date:
    """Give back the Gregorian day of a Julian one. Raises `ValueError` where there is no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= _length(year, month):
        raise ValueError(f"the Julian calendar has no {year}-{month}-{day}")
    before = (year - 1) * 365 + (year - 1) // 4 + sum(_length(year, earlier) for earlier in range(1, month))
    return date.fromordinal(before + day - _AHEAD)


def julian_parts(day: date) -> tuple[int, int, int]:
    """Give back year, month and day of a Gregorian day as the Julian calendar counts it."""
    cycles, rest = divmod(day.toordinal() + _AHEAD - 1, _FOUR_YEARS)
    into = min(rest // 365, 3)
    year, month, left = cycles * 4 + into + 1, 1, rest - into * 365
    while left >= _length(year, month):
        left -= _length(year, month)
        month += 1
    return year, month, left + 1


def _length(year: int, month: int) -> int:
    return 29 if month == 2 and year % 4 == 0 else _MONTH_DAYS[month - 1]
