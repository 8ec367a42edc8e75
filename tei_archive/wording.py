"""Days and dates in words, in the language of an edition."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from tei_archive.model import HistoricalDate, Precision, Reserve

# English editions write the day before the month.
_LOCALES = {"en": "en_GB"}


@lru_cache(maxsize=8192)  # an edition says the same days often, and looking a format up takes its time
def day_in_words(day: date, language: str) -> str:
    """Give back a day in words: 20 August 1921."""
    return format_date(day, "long", locale=locale_name(language))


def date_in_words(value: HistoricalDate, language: str) -> str:
    """Give back a date in words, never more exact than the date itself; an interval with a dash between its days.

    Where the words of the source state it with reserve, a sign says so: ~ 3 May 1894; 3 May 1894 (?).
    """
    return with_reserve(_interval_in_words(value, language), value)


def with_reserve(words: str, value: HistoricalDate) -> str:
    """Give back the words of a date with the sign of its reserve."""
    match value.reserve:
        case Reserve.APPROXIMATE:
            return f"~ {words}"
        case Reserve.UNCERTAIN:
            return f"{words} (?)"
        case Reserve.NONE:
            return words


def _interval_in_words(value: HistoricalDate, language: str) -> str:
    match value.precision:
        case Precision.DAY:
            return day_in_words(value.earliest, language)
        case Precision.MONTH:
            return format_skeleton("yMMMM", value.earliest, locale=locale_name(language))
        case Precision.YEAR:
            return str(value.earliest.year)
        case _:
            return f"{day_in_words(value.earliest, language)} – {day_in_words(value.latest, language)}"


def locale_name(language: str) -> str:
    """Give back the name of a language's locale in CLDR: `en_GB` for `en`, `pt_BR` for `pt-BR`."""
    return _LOCALES.get(language, language.replace("-", "_"))
