"""Patterns as a profile writes them → regular expressions, compiled when they are first used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

import regex

from tei_archive.profile.compiled import compile_expression
from tei_archive.profile.folding import fold

_FRAGMENT = regex.compile(r"\{([a-z_]+)\}")
_GROUP = regex.compile(r"\(\?P<([a-z_]+)>")
# A character class, an escaped character, or a blank with how often it may stand there.
_TOKEN = regex.compile(r"\[\^?\]?(?:\\.|[^\\\]])*\]|\\.| [?*+{]?")
_BLANKS = {" ": " +", " ?": " *", " *": " *", " +": " +", " {": "(?: +){"}
_GUARD = "^(?!.*"
_DEEPEST = 12
_SHOWN = 60
NEVER = "(?!)"


class PatternError(ValueError):
    """A pattern that cannot be compiled."""


@dataclass(frozen=True)
class Pattern:
    """A pattern for folded text: `{name}` is a fragment, a blank is any run of blanks, case is ignored.

    It is compiled when it is first used, since a run uses few of all patterns that there are. Whoever uses one that
    is not sound gets a `PatternError`; `check` raises it at once.
    """

    text: str
    fragments: Mapping[str, str] = field(repr=False, compare=False)

    def check(self) -> None:
        """Raise `PatternError` where a fragment is unknown or the expression is not regular."""
        _ = self._compiled

    @cached_property
    def groups(self) -> frozenset[str]:
        """The names of the groups, for which nothing need be compiled."""
        return frozenset(_GROUP.findall(self._written))

    @cached_property
    def search(self) -> Callable[..., regex.Match[str] | None]:
        """Find the first match: `search(text, start, end)`, as in `regex`."""
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[..., regex.Match[str] | None]:
        """Match at a place: `match(text, start)`, as in `regex`."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., regex.Match[str] | None]:
        """Match a whole text, as in `regex`."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[regex.Match[str]]]:
        """Find all matches: `finditer(text, start, end)`, as in `regex`."""
        return self._compiled.finditer

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        try:
            return compile_expression(_blanks(self._written))
        except regex.error as error:
            raise PatternError(f"{error} in {self.text!r}") from error
        except RecursionError as error:
            raise PatternError(f"groups are nested too deep in {self.text[:_SHOWN]!r}") from error

    @cached_property
    def _written(self) -> str:
        return _expand(self.text, self.fragments)


def alternatives(words: Sequence[str]) -> str:
    """Turn words into a pattern that takes the longest of them first; no words match nothing.

    Words with the same beginning are one branch, so that a text that fits none is soon given up.
    """
    return _branches(sorted({fold(word) for word in words})) if words else NEVER


def _branches(words: Sequence[str]) -> str:
    beginnings: dict[str, list[str]] = {}
    for word in filter(None, words):
        beginnings.setdefault(word[0].casefold(), []).append(word)
    return "|".join([*map(_branch, beginnings.values()), *([""] if "" in words else [])])


def _branch(words: Sequence[str]) -> str:
    letters = zip(*(map(str.casefold, word) for word in words), strict=False)
    length = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, letters))
    ends = [word[length:] for word in words]
    return regex.escape(words[0][:length], literal_spaces=True) + (f"(?:{_branches(ends)})" if any(ends) else "")


def split_guard(pattern: str) -> tuple[str | None, str]:
    """Part a pattern from what must not stand anywhere in the line: `^(?!.*X)Y` into `X` and `^Y`.

    Many rules of a profile have the same guard, so that it need be looked for once in a line.
    """
    if not pattern.startswith(_GUARD):
        return None, pattern
    depth, at = 1, len(_GUARD)
    while depth and at < len(pattern):
        token = _TOKEN.match(pattern, at)
        depth += 0 if token else {"(": 1, ")": -1}.get(pattern[at], 0)
        at = token.end() if token else at + 1
    return pattern[len(_GUARD) : at - 1], f"^{pattern[at:]}"


def without_groups(pattern: str) -> str:
    """Turn the named groups of a pattern into groups without a name."""
    return _GROUP.sub("(?:", pattern)


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
    return _TOKEN.sub(lambda token: _BLANKS.get(token[0], token[0]), pattern)
