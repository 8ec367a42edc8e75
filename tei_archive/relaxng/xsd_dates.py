"""Days, times and durations of XML Schema: from text to a value that can be compared, or None."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Final

MOMENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dateTime": "a day and time such as 1894-03-03T12:00:00",
        "date": "a day such as 1894-03-03",
        "time": "a time such as 12:00:00",
        "gYear": "a year such as 1894",
        "gYearMonth": "a month such as 1894-03",
        "gMonth": "a month without a year such as --03",
        "gMonthDay": "a day without a year such as --03-03",
        "gDay": "a day of a month such as ---03",
    }
)

_YEAR: Final = r"(?P<year>-?(?:[1-9][0-9]{3,}|0[0-9]{3}))"
_MONTH: Final = r"(?P<month>0[1-9]|1[0-2])"
_DAY: Final = r"(?P<day>0[1-9]|[12][0-9]|3[01])"
_TIME: Final = r"(?P<hour>[01][0-9]|2[0-4]):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9](?:\.[0-9]+)?)"
_ZONE: Final = r"(?P<zone>Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}",
        "date": f"{_YEAR}-{_MONTH}-{_DAY}",
        "time": _TIME,
        "gYear": _YEAR,
        "gYearMonth": f"{_YEAR}-{_MONTH}",
        "gMonth": f"--{_MONTH}(?:--)?",
        "gMonthDay": f"--{_MONTH}-{_DAY}",
        "gDay": f"---{_DAY}",
    }
)
_DURATION: Final = re.compile(
    r"(?P<sign>-?)P(?=.)(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=.)(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?(?:(?P<seconds>[0-9]+(?:\.[0-9]+)?)S)?)?"
)
_MOST_DIGITS: Final = 12
_HALF_A_DAY_AND_MORE: Final = 14 * 3600
# What a type leaves out; the year is one in which February has all its days.
_USUAL_DAY: Final = (("year", "2000"), ("month", "1"), ("day", "1"))
_DAYS_BEFORE: Final = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
# Durations are compared at four moments, since months are not all of one length (XML Schema part 2, 3.2.6.2).
_REFERENCES: Final = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds since the beginning of the calendar, and whether the text named a time zone."""

    seconds: Decimal
    has_zone: bool


@dataclass(frozen=True, slots=True)
class Duration:
    """Months and seconds, which cannot be counted in each other."""

    months: int
    seconds: Decimal


def parse_moment(text: str, kind: str) -> Moment | None:
    """Read a day, a time, or a part of them."""
    found = _form(kind).fullmatch(text)
    if found is None:
        return None
    parts = found.groupdict()
    year, month, day = (int((parts.get(part) or usual)[:_MOST_DIGITS]) for part, usual in _USUAL_DAY)
    if year == 0 or day > _days_in(month, year):
        return None
    seconds = Decimal(_count_days(year, month, day) * 86400)
    if "hour" in parts:
        hour, minute, second = int(parts["hour"]), int(parts["minute"]), Decimal(parts["second"])
        if hour == 24 and (minute or second):
            return None
        seconds += hour * 3600 + minute * 60 + second
    return Moment(seconds - _offset(parts["zone"] or "Z"), parts["zone"] is not None)


def parse_duration(text: str) -> Duration | None:
    """Read a duration."""
    found = _DURATION.fullmatch(text)
    if found is None:
        return None
    years, months, days, hours, minutes, seconds = (
        Decimal(found[part] or 0) for part in ("years", "months", "days", "hours", "minutes", "seconds")
    )
    sign = -1 if found["sign"] else 1
    return Duration(sign * int(years * 12 + months), sign * (days * 86400 + hours * 3600 + minutes * 60 + seconds))


@cache
def _form(kind: str) -> re.Pattern[str]:
    """Compile the form of a type when a schema asks for it."""
    return re.compile(_FORMS[kind] + _ZONE)


def is_before(one: object, other: object) -> bool:
    """Compare two moments; where only one of them names a time zone, no zone may make the other earlier."""
    if not isinstance(one, Moment) or not isinstance(other, Moment):
        return False
    doubt = 0 if one.has_zone == other.has_zone else _HALF_A_DAY_AND_MORE
    return one.seconds + doubt < other.seconds


def is_shorter(one: object, other: object) -> bool:
    """Compare two durations: true where it is so whatever months they count."""
    if not isinstance(one, Duration) or not isinstance(other, Duration):
        return False
    return all(_end(one, *start) < _end(other, *start) for start in _REFERENCES)


def _end(duration: Duration, year: int, month: int) -> Decimal:
    months = year * 12 + month - 1 + duration.months
    return _count_days(months // 12, months % 12 + 1, 1) * 86400 + duration.seconds


def _days_in(month: int, year: int) -> int:
    counted = year if year > 0 else year + 1
    leap = counted % 4 == 0 and (counted % 100 != 0 or counted % 400 == 0)
    return 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _count_days(year: int, month: int, day: int) -> int:
    """Count days in the proleptic Gregorian calendar, where the year before 1 is -1."""
    before = (year if year > 0 else year + 1) - 1
    past = _DAYS_BEFORE[month - 1] + (month > 2 and _days_in(2, year) == 29)
    return before * 365 + before // 4 - before // 100 + before // 400 + past + day


def _offset(zone: str) -> int:
    if zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[4:6]) * 60
    return -seconds if zone[0] == "-" else seconds
