"""Dates and the days between them, in words."""

from enum import StrEnum

from tei_archive.exporting.html.texts import Texts, msgid
from tei_archive.model import ActionType, Certainty, Document, HistoricalDate, Precision, days_between
from tei_archive.wording import date_in_words, with_reserve


class Reserve(StrEnum):
    """With what reserve the date of sending is told: as the day of receipt, or as uncertain."""

    NONE = "none"
    RECEIVED = "received"
    UNCERTAIN = "uncertain"


_WITH_RESERVE = {Reserve.RECEIVED: msgid("received %(words)s"), Reserve.UNCERTAIN: msgid("%(words)s (uncertain)")}


def find_reserve(document: Document) -> Reserve:
    """Say with what reserve the date of a document is to be told: one where its certainty is low."""
    sent, action = document.date, document.action(ActionType.RECEIVED)
    if sent is None or sent.certainty is not Certainty.LOW:
        return Reserve.NONE
    received = action.date if action else None
    return Reserve.RECEIVED if received and received.value == sent.value else Reserve.UNCERTAIN


def reserved_words(texts: Texts, words: str, reserve: Reserve) -> str:
    """Give back the words of a date with its reserve."""
    return words if reserve is Reserve.NONE else texts.gettext(_WITH_RESERVE[reserve], words=words)


def date_words(texts: Texts, when: HistoricalDate) -> str:
    """Give back a date in words, never more exact than the date itself."""
    first, last = (texts.day(day) for day in (when.earliest, when.latest))
    match when.precision:
        case Precision.DURATION:
            return with_reserve(texts.gettext("%(first)s to %(last)s", first=first, last=last), when)
        case Precision.WINDOW:
            return with_reserve(texts.gettext("between %(first)s and %(last)s", first=first, last=last), when)
        case _:
            return date_in_words(when, texts.locale)


def machine_date(when: HistoricalDate) -> str | None:
    """Give back what HTML's `time/@datetime` takes: a day, a month or a year; None for other intervals."""
    lengths = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
    length = lengths.get(when.precision)
    return when.earliest.isoformat()[:length] if length else None


def interval_words(texts: Texts, before: HistoricalDate | None, after: HistoricalDate | None) -> str | None:
    """Say how many days lie between two documents; None where one of the days is not known."""
    days = days_between(before, after)
    if days is None:
        return None
    if days == 0:
        return texts.gettext("the same day")
    return (
        texts.ngettext("one day later", "%(num)s days later", days)
        if days > 0
        else texts.ngettext("one day earlier", "%(num)s days earlier", -days)
    )
