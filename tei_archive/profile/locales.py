"""What CLDR (through Babel) knows of a language: the names of months and of territories."""

from babel import Locale, UnknownLocaleError

from tei_archive.profile.folding import fold


def month_names(language: str) -> dict[str, int]:
    """Give the number of each month's names, folded and in lower case.

    Raises `ValueError` for a language that CLDR does not know.
    """
    months = _locale(language).months
    return {
        fold(name).casefold().rstrip("."): number
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in months[context][width].items()
    }


def territory_names(language: str) -> tuple[str, ...]:
    """Give the names of the countries of today; historical ones are for the profile."""
    territories = _locale(language).territories
    return tuple(sorted(fold(name) for code, name in territories.items() if len(code) == 2))


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"CLDR knows no language {language!r}") from error
