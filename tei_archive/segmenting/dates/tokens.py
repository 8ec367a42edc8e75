"""The words of a date → tokens, and what its brackets and question marks say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import regex

from tei_archive.profile.date_words import DateLexicon, DateWord
from tei_archive.profile.folding import figures

# A dash for a day that was left open: it stands for nothing that could be read.
_OPEN_DAY = regex.compile(r"[—–] ?(?=[.,])")
_RESERVE = regex.compile(r"[\[\]?]")
_ISO = regex.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_ROMAN = {"i": 1, "v": 5, "x": 10}


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    SHORT_YEAR = auto()
    YEAR = auto()
    DECADE = auto()
    MONTH = auto()
    ROMAN = auto()
    WEEKDAY = auto()
    WORD = auto()
    DASH = auto()
    SLASH = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a name or a word of a date; `word` says what a word means."""

    kind: Kind
    value: int = 0
    word: DateWord | None = None


# Any other sign stands for nothing.
_SIGNS = {
    **dict.fromkeys("-–—", Token(Kind.DASH)),
    **dict.fromkeys("/(", Token(Kind.SLASH)),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a date; whether editors supplied some of it in brackets, and whether they doubt it."""

    tokens: tuple[Token, ...]
    is_supplied: bool
    is_doubted: bool


def split_words(words: str, lexicon: DateLexicon) -> Words | None:
    """Split folded words; None where there is anything that belongs to no date."""
    plain = _OPEN_DAY.sub("", _RESERVE.sub("", words)).strip()
    tokens = _iso(plain) or _tokens(plain, lexicon)
    return Words(tokens, "[" in words, "?" in words) if tokens else None


def _iso(plain: str) -> tuple[Token, ...]:
    found = _ISO.fullmatch(plain)
    if found is None:
        return ()
    year, month, day = map(int, found.groups())
    return (Token(Kind.NUMBER, day), Token(Kind.MONTH, month), Token(Kind.YEAR, year))


def _tokens(plain: str, lexicon: DateLexicon) -> tuple[Token, ...]:
    tokens: list[Token] = []
    position, sign = 0, ""
    while position < len(plain):
        found = lexicon.token.match(plain, position)
        if found is None:
            return ()
        group = found.lastgroup or ""
        token = _SIGNS.get(found[group]) if group == "sign" else _token(group, found[group], sign, lexicon)
        if token is not None and token.word is not DateWord.JOIN:
            tokens.append(token)
        position, sign = found.end(), found[group] if group == "sign" else ""
    return tuple(tokens)


def _token(group: str, words: str, sign: str, lexicon: DateLexicon) -> Token:
    if group == "number":
        return _number(words, is_short_year=sign == "'")
    if group == "roman":
        return Token(Kind.ROMAN, _roman(words.casefold()))
    return _word(" ".join(words.casefold().split()), lexicon)


def _number(digits: str, *, is_short_year: bool) -> Token:
    kinds = {2: Kind.SHORT_YEAR if is_short_year else Kind.NUMBER, 3: Kind.DECADE, 4: Kind.YEAR}
    return Token(kinds.get(len(digits), Kind.NUMBER), int(figures(digits)))


def _word(word: str, lexicon: DateLexicon) -> Token:
    bare = word.rstrip(".")
    for known in (word, bare):
        if known in lexicon.months:
            return Token(Kind.MONTH, lexicon.months[known])
        if known in lexicon.weekdays:
            return Token(Kind.WEEKDAY, lexicon.weekdays[known])
        if known in lexicon.words:
            return Token(Kind.WORD, word=lexicon.words[known])
    abbreviated = lexicon.words.get(f"{bare}.")
    if abbreviated is None:
        raise ValueError(f"{word!r} is written as no word of dates is")
    return Token(Kind.WORD, word=abbreviated)


def _roman(letters: str) -> int:
    """The number; 0, which is no month, for letters in an order that makes none."""
    value = 0
    for letter, following in zip(letters, f"{letters[1:]} ", strict=True):
        digit = _ROMAN[letter]
        value += -digit if digit < _ROMAN.get(following, 0) else digit
    return value
