"""Days and dates in words, in the language of an edition."""

from datetime import date

from babel.dates import format_date, format_skeleton

from tei_archive.model import HistoricalDate, Precision

# English editions write the day before the month.
_LOCALES = {"en": "en_GB"}


def day_in_words(day: date, language: str) -> str:
    """Give back a day in words: 20 August 1921."""
    return format_date(day, "long", locale=_locale(language))


def date_in_words(value: HistoricalDate, language: str) -> str:
    """Give back a date in words, never more exact than the date itself; an interval with a dash between its days."""
    match value.precision:
        case Precision.DAY:
            return day_in_words(value.earliest, language)
        case Precision.MONTH:
            return format_skeleton("yMMMM", value.earliest, locale=_locale(language))
        case Precision.YEAR:
            return str(value.earliest.year)
        case _:
            return f"{day_in_words(value.earliest, language)} – {day_in_words(value.latest, language)}"


def _locale(language: str) -> str:
    return _LOCALES.get(language, language.replace("-", "_"))
