"""The language of a text: that whose frequent words it is full of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

_SAMPLE = 1000
_WORD = regex.compile(r"\p{L}+")
# So many frequent words there must be, and so many times those of the language that is expected.
_FEWEST = 6
_CLEARLY = 1.5
# A text is in the language expected where more than this share of its words are frequent ones there.
_ENOUGH = 0.3


def find_language(text: str, expected: str, common: Mapping[str, frozenset[str]]) -> str:
    """Give back the language of a text, out of those whose frequent words are known.

    That which is expected is taken unless another is clearly the better one: where the text is short, or is names and
    numbers only, nothing speaks against it.
    """
    words = _WORD.findall(text[:_SAMPLE].casefold())
    at_home = _count(words, common.get(expected.partition("-")[0], frozenset()))
    if at_home > _ENOUGH * len(words):
        return expected
    counts = {language: _count(words, known) for language, known in sorted(common.items())}
    best = max(counts, key=counts.__getitem__, default=expected)
    return best if counts.get(best, 0) >= max(_FEWEST, _CLEARLY * at_home) else expected


def _count(words: Sequence[str], known: frozenset[str]) -> int:
    return sum(map(known.__contains__, words))
