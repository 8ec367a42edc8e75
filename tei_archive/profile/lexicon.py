"""The words of dates, from CLDR and from the tables of a profile → fragments of patterns, and the lexicon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from tei_archive.profile.date_words import DateLexicon, DateWord
from tei_archive.profile.folding import fold
from tei_archive.profile.locales import is_day_first, month_names, weekday_names
from tei_archive.profile.patterns import Pattern, alternatives
from tei_archive.profile.tables import Tables

# A shorter name that is misread is soon another word.
_LEGIBLE = 4
# What a date may begin with, beside the names of months and weekdays: in one fragment, for speed.
_OPENING = {
    *(DateWord.BETWEEN, DateWord.BEFORE, DateWord.AFTER, DateWord.ABOUT),
    *(DateWord.EARLY, DateWord.MIDDLE, DateWord.LATE),
    *(DateWord.SPRING, DateWord.SUMMER, DateWord.AUTUMN, DateWord.WINTER),
}
# A word, a number with the ending of an ordinal, a Roman number, a sign. What else there is belongs to no date.
_LEXEME = (
    r"(?P<word>{date_word})\.?(?:(?<!\p{L})|(?!\p{L}))"
    r"|(?P<number>(?=[Il]?\d)[\dIl]{4}(?![\dIl])|\d+)(?: ?{date_ordinal}(?![\p{L}\d]))?(?!\p{L})"
    r"|(?P<roman>[ivx]{1,4})(?!\p{L})"
    r"|(?P<sign>[-–—/(),.;:']| )"
)


@dataclass(frozen=True, slots=True)
class DatedWords:
    """The names of months and weekdays of a language, folded and in lower case, and what other words mean."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    words: Mapping[str, DateWord]


def dated_words(tables: Tables) -> DatedWords:
    """Gather the words of dates. Raises `ValueError` for a language that CLDR does not know."""
    language = tables.head["language"]
    months = month_names(language) | {fold(name).casefold(): number for name, number in tables.months.items()}
    months = _as_scanned(months) | months
    words = {fold(word).casefold(): DateWord(key) for key, words in tables.dates.items() for word in words}
    return DatedWords(months, weekday_names(language), words)


def _as_scanned(months: Mapping[str, int]) -> dict[str, int]:
    """The names of months with a capital I where a scan mistakes an l for it: "JuiIlet"."""
    return {
        f"{name[:at]}i{name[at + 1 :]}": number
        for name, number in months.items()
        for at, letter in enumerate(name)
        if letter == "l" and len(name) >= _LEGIBLE
    }


def date_fragments(dated: DatedWords) -> dict[str, str]:
    """Give the fragments `{month}`, `{weekday}`, and `{date_…}` for each list of the table [dates]."""
    meanings = {
        f"date_{key}": alternatives([word for word, meaning in dated.words.items() if meaning is key])
        for key in DateWord
    }
    opening = [word for word, meaning in dated.words.items() if meaning in _OPENING]
    plain = [word for word, meaning in dated.words.items() if meaning is not DateWord.ORDINAL]
    return {
        "month": rf"(?:{alternatives(tuple(dated.months))})(?!\p{{L}})\.?",
        "weekday": rf"(?:{alternatives(tuple(dated.weekdays))})(?!\p{{L}})\.?",
        **meanings,
        "date_opening": _by_first_letter((*dated.months, *dated.weekdays, *opening)),
        "date_word": alternatives((*dated.months, *dated.weekdays, *plain)),
    }


def build_lexicon(dated: DatedWords, tables: Tables, fragments: Mapping[str, str]) -> DateLexicon:
    """Build what dates are read with."""
    return DateLexicon(
        words=dated.words,
        months=dated.months,
        weekdays=dated.weekdays,
        gregorian_since={fold(place).casefold(): day for place, day in tables.gregorian_since.items()},
        date=Pattern("{day}", fragments),
        token=Pattern(_LEXEME, fragments),
        is_day_first=is_day_first(tables.head["language"]),
    )


def _by_first_letter(words: Sequence[str]) -> str:
    """The words as a pattern that most other words are refused by at their first letter."""
    letters = sorted({word[0] for word in words})
    rests = {letter: [word[1:] for word in words if word[0] == letter] for letter in letters}
    return "|".join(f"{regex.escape(letter)}(?:{alternatives(rest)})" for letter, rest in rests.items())
