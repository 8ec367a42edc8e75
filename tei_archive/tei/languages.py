"""Languages of documents: their names, and dates as they are written in them (Unicode CLDR)."""

from collections.abc import Iterator
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from tei_archive.model import HistoricalDate, Precision, Span

# The language that headers are written in.
HEADER_LANGUAGE = "en"

_MOST_DATES = 10_000
_PATTERNS = {Precision.DAY: "d MMMM y", Precision.MONTH: "MMMM y", Precision.YEAR: "y"}


def name_language(tag: str) -> str:
    """Give back the name of a language in the language of headers; of one that CLDR does not know, its tag."""
    locale = _find_locale(tag)
    return (locale.get_display_name(HEADER_LANGUAGE) if locale else None) or tag


def find_date_words(label: str, date: HistoricalDate, language: str) -> Span | None:
    """Give back where a label has a date in full (`20 August 1921`), or None."""
    words = _date_in_words(date, language)
    places = _find_all(words, label) if words else ()
    return next((place for place in places if _stands_alone(place, label)), None)


@lru_cache(maxsize=_MOST_DATES)
def _date_in_words(date: HistoricalDate, language: str) -> str | None:
    """The words of a date; the references of an edition name few days and each of them often."""
    pattern = _PATTERNS.get(date.precision)
    locale = _find_locale(language) or HEADER_LANGUAGE
    return format_date(date.earliest, pattern, locale=locale) if pattern else None


def _find_all(words: str, text: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def _stands_alone(span: Span, text: str) -> bool:
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return not any(char.isalnum() or char == "_" for char in around)


def _find_locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
