"""The words that dates are made of, in the language of a profile: what each of them means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tei_archive.profile.patterns import Pattern


class DateWord(StrEnum):
    """What a word means in a date: the keys of the table [dates] of a profile."""

    ORDINAL = "ordinal"
    JOIN = "join"
    BETWEEN = "between"
    TO = "to"
    OR = "or"
    BEFORE = "before"
    AFTER = "after"
    ABOUT = "about"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    NEXT_MONTH = "next_month"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    OLD_STYLE = "old_style"
    NEW_STYLE = "new_style"


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """How a language writes dates: `date` finds what may be one, `token` takes the next word, number or sign of it.

    `is_day_first` says that 3/7 can only be the third of July. `gregorian_since` holds the first Gregorian day of
    places that kept the Julian calendar.
    """

    words: Mapping[str, DateWord]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    gregorian_since: Mapping[str, date]
    date: Pattern
    token: Pattern
    is_day_first: bool
