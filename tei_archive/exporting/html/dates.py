"""Dates and the days between them, in words."""

from datetime import date

from babel.dates import format_date, format_skeleton

from tei_archive.exporting.html.texts import DATES, count, say
from tei_archive.model import HistoricalDate, Precision


def date_words(when: HistoricalDate) -> str:
    """Give back a date in words, never more exact than the date itself."""
    match when.precision:
        case Precision.DAY:
            return day_words(when.earliest)
        case Precision.MONTH:
            return format_skeleton("yMMMM", when.earliest, locale=DATES)
        case Precision.YEAR:
            return str(when.earliest.year)
        case Precision.DURATION:
            return say("date.span", first=day_words(when.earliest), last=day_words(when.latest))
        case Precision.WINDOW:
            return say("date.window", first=day_words(when.earliest), last=day_words(when.latest))


def day_words(day: date) -> str:
    """Give back a day in words: 20 August 1921."""
    return format_date(day, "long", locale=DATES)


def machine_date(when: HistoricalDate) -> str | None:
    """Give back what HTML's `time/@datetime` takes: a day, a month or a year; None for other intervals."""
    return when.edtf if when.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR) else None


def interval_words(before: HistoricalDate | None, after: HistoricalDate | None) -> str | None:
    """Say how many days lie between two documents; None where one of the days is not known."""
    if before is None or after is None or {before.precision, after.precision} != {Precision.DAY}:
        return None
    days = (after.earliest - before.earliest).days
    if days == 0:
        return say("same-day")
    return count("days-later", days) if days > 0 else count("days-earlier", -days)
