"""Which known name was perhaps meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """Give back the known name most like a word; names that begin with `xml:` are not taken for each other."""
    return _find(word, frozenset(known))


@lru_cache(maxsize=1000)
def _find(word: str, known: frozenset[str]) -> str | None:
    """One mistake is often made many times."""
    candidates = sorted(name for name in known if not (word.startswith("xml:") and name.startswith("xml:")))
    return next(iter(get_close_matches(word, candidates, n=1)), None)
