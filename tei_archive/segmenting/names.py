"""Forms of a name: which of them are one person's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from tei_archive.model import Agent
from tei_archive.profile import fold

_SHORTEST_NAME = 3
_MOST_FORMS = 10_000


def letters(name: str) -> str:
    """Give the letters of a name alone, in lower case: what two spellings of it have in common."""
    return "".join(_words(name))


def digits_and_letters(number: str) -> str:
    """Give the digits and letters of a number alone, in lower case: what two spellings of it have in common."""
    return "".join(char for char in fold(number).casefold() if char.isalnum())


def fullest_forms(forms: Iterable[str]) -> Mapping[str, str]:
    """Give for each form of a name the fullest form of the same person's.

    Two forms are one person's where one is the other's surname alone, or with agreeing initials, and no third person
    has that surname and agrees as well.
    """
    namesakes: dict[str, list[str]] = {}
    for form in dict.fromkeys(forms):
        namesakes.setdefault(_words(form)[-1], []).append(form)
    return {form: _fullest(form, others) for others in namesakes.values() for form in others}


def may_be_one(form: str, other: str, honorifics: Sequence[str] = ()) -> bool:
    """Say whether two forms may be one person's: one is the other, or its surname alone or with agreeing initials.

    Titles after a name are left out of account.
    """
    one, two = without_honorific(form, honorifics), without_honorific(other, honorifics)
    return _may_abbreviate(one, two) or _may_abbreviate(two, one)


def may_be_one_person(one: Agent, other: Agent, honorifics: Sequence[str]) -> bool:
    """Say whether two correspondents have names that may be one person's."""
    if one.name is None or other.name is None:
        return False
    return may_be_one(one.name.value, other.name.value, honorifics)


def without_honorific(form: str, honorifics: Sequence[str]) -> str:
    """Give a name without the title at its end, which may be written apart, with a hyphen, or in one word."""
    folded = fold(form).casefold()
    for honorific in honorifics:
        bare = folded.removesuffix(honorific).rstrip(" -")
        if len(bare) < len(form) and len(letters(bare)) >= _SHORTEST_NAME:
            return bare
    return form


def _fullest(form: str, others: Sequence[str]) -> str:
    fuller = [other for other in others if _may_abbreviate(form, other)]
    fullest = max(fuller, key=lambda other: len(letters(other)))
    return fullest if all(_may_abbreviate(other, fullest) for other in fuller) else form


def _may_abbreviate(short: str, full: str) -> bool:
    """Whether a name is the same as another, or its surname with no other, or with agreeing initials before it."""
    *given, surname = _words(short)
    *other_given, other_surname = _words(full)
    if surname != other_surname or len(given) > len(other_given):
        return False
    return all(
        other.startswith(own) if len(own) == 1 else other == own for own, other in zip(given, other_given, strict=False)
    )


@lru_cache(maxsize=_MOST_FORMS)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name; an edition asks for the same few names again and again."""
    return tuple(re.findall(r"[^\W\d_]+", fold(name).casefold())) or ("",)
