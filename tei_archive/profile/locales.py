"""What CLDR (through Babel) knows of a language: names of months, days of the week and territories, order in dates."""

import unicodedata
from collections.abc import Mapping
from typing import Protocol

from babel import Locale, UnknownLocaleError

from tei_archive.profile.folding import fold

# What CLDR has for all languages stands under a name that is no tag of BCP 47.
_UNDETERMINED, _ROOT = "und", "root"


class _Names(Protocol):
    """Names by context, width and number."""

    def __getitem__(self, context: str) -> Mapping[str, Mapping[int, str]]: ...


def month_names(language: str) -> dict[str, int]:
    """Give the number of each month's names, folded and in lower case, with and without accents.

    Raises `ValueError` for a language that CLDR does not know.
    """
    return _numbers(_locale(language).months)


def weekday_names(language: str) -> dict[str, int]:
    """Give the number of each weekday's names, folded and in lower case; Monday is 0."""
    return _numbers(_locale(language).days)


def is_day_first(language: str) -> bool:
    """Say whether the day comes first where a date is written in numbers alone."""
    pattern = str(_locale(language).date_formats["short"].pattern)
    return "d" in pattern and pattern.find("d") < pattern.find("M")


def territory_names(language: str) -> tuple[str, ...]:
    """Give the names of the countries of today; historical ones are for the profile."""
    territories = _locale(language).territories
    return tuple(sorted(fold(name) for code, name in territories.items() if len(code) == 2))


def _numbers(names: _Names) -> dict[str, int]:
    """The names in full and short, as they stand in a date and alone; sources print them without accents, too."""
    known = {
        fold(name).casefold().rstrip("."): number
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in names[context][width].items()
    }
    return {_without_accents(name): number for name, number in known.items()} | known


def _without_accents(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(_ROOT if language == _UNDETERMINED else language, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"CLDR knows no language {language!r}") from error
