"""Languages of documents: their names, and dates as they are written in them (Unicode CLDR)."""

import re

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from tei_archive.model import HistoricalDate, Precision, Span

# The language that headers are written in.
HEADER_LANGUAGE = "en"

_PATTERNS = {Precision.DAY: "d MMMM y", Precision.MONTH: "MMMM y", Precision.YEAR: "y"}


def name_language(tag: str) -> str:
    """Give back the name of a language in the language of headers; of one that CLDR does not know, its tag."""
    locale = _find_locale(tag)
    return (locale.get_display_name(HEADER_LANGUAGE) if locale else None) or tag


def find_date_words(label: str, date: HistoricalDate, language: str) -> Span | None:
    """Give back where a label has a date in full (`20 August 1921`), or None."""
    pattern = _PATTERNS.get(date.precision)
    if pattern is None:
        return None
    words = format_date(date.earliest, pattern, locale=_find_locale(language) or HEADER_LANGUAGE)
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", label)
    return Span(*found.span()) if found else None


def _find_locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
