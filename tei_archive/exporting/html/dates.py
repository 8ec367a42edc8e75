"""Dates and the days between them, in words."""

from enum import StrEnum

from tei_archive.exporting.html.texts import LANGUAGE, count, say
from tei_archive.model import ActionType, Certainty, Document, HistoricalDate, Precision, days_between
from tei_archive.wording import date_in_words, day_in_words, with_reserve


class Reserve(StrEnum):
    """With what reserve the date of sending is told: as the day of receipt, or as uncertain."""

    NONE = "none"
    RECEIVED = "received"
    UNCERTAIN = "uncertain"


def find_reserve(document: Document) -> Reserve:
    """Say with what reserve the date of a document is to be told: one where its certainty is low."""
    sent, action = document.date, document.action(ActionType.RECEIVED)
    if sent is None or sent.certainty is not Certainty.LOW:
        return Reserve.NONE
    received = action.date if action else None
    return Reserve.RECEIVED if received and received.value == sent.value else Reserve.UNCERTAIN


def reserved_words(words: str, reserve: Reserve) -> str:
    """Give back the words of a date with its reserve."""
    return words if reserve is Reserve.NONE else say(f"reserve.{reserve}", words=words)


def date_words(when: HistoricalDate) -> str:
    """Give back a date in words, never more exact than the date itself."""
    first, last = (day_in_words(day, LANGUAGE) for day in (when.earliest, when.latest))
    match when.precision:
        case Precision.DURATION:
            return with_reserve(say("date.span", first=first, last=last), when)
        case Precision.WINDOW:
            return with_reserve(say("date.window", first=first, last=last), when)
        case _:
            return date_in_words(when, LANGUAGE)


def machine_date(when: HistoricalDate) -> str | None:
    """Give back what HTML's `time/@datetime` takes: a day, a month or a year; None for other intervals."""
    lengths = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
    length = lengths.get(when.precision)
    return when.earliest.isoformat()[:length] if length else None


def interval_words(before: HistoricalDate | None, after: HistoricalDate | None) -> str | None:
    """Say how many days lie between two documents; None where one of the days is not known."""
    days = days_between(before, after)
    if days is None:
        return None
    if days == 0:
        return say("same-day")
    return count("days-later", days) if days > 0 else count("days-earlier", -days)
