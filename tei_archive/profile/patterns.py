"""Patterns as a profile writes them → compiled regular expressions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from tei_archive.profile.folding import fold
from tei_archive.profile.rules import Pattern

_FRAGMENT = regex.compile(r"\{([a-z_]+)\}")
_GROUP = regex.compile(r"\(\?P<[a-z_]+>")
_BLANKS = "(?:[ ]+)"
# A character class, an escaped character, or a blank.
_TOKEN = regex.compile(r"\[\^?\]?(?:\\.|[^\\\]])*\]|\\.| ")
_DEEPEST = 12
NEVER = "(?!)"


class PatternError(ValueError):
    """A pattern that cannot be compiled."""


def alternatives(words: Sequence[str]) -> str:
    """Turn words into a pattern that takes the longest of them first; no words match nothing."""
    if not words:
        return NEVER
    folded = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word, literal_spaces=True) for word in folded)


def without_groups(pattern: str) -> str:
    """Turn the named groups of a pattern into groups without a name."""
    return _GROUP.sub("(?:", pattern)


def compile_pattern(pattern: str, fragments: Mapping[str, str]) -> Pattern:
    """Compile a pattern for folded text: `{name}` is a fragment, a blank is any run of blanks, case is ignored.

    Raises `PatternError` where a fragment is unknown or the expression is not regular.
    """
    try:
        return regex.compile(_blanks(_expand(pattern, fragments)), regex.IGNORECASE)
    except regex.error as error:
        raise PatternError(f"{error} in {pattern!r}") from error


def _expand(pattern: str, fragments: Mapping[str, str], depth: int = 0) -> str:
    if depth > _DEEPEST:
        raise PatternError(f"the fragments in {pattern!r} contain each other")

    def fill(found: regex.Match[str]) -> str:
        if found[1] not in fragments:
            raise PatternError(f"unknown fragment {found[0]} in {pattern!r}; known: {', '.join(sorted(fragments))}")
        return f"(?:{_expand(fragments[found[1]], fragments, depth + 1)})"

    return _FRAGMENT.sub(fill, pattern)


def _blanks(pattern: str) -> str:
    """Let every blank stand for a run of blanks, save those in a character class or after a backslash."""
    return _TOKEN.sub(lambda token: _BLANKS if token[0] == " " else token[0], pattern)
