"""Which known name was perhaps meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """Give back the known name most like a word; names that begin with `xml:` are not taken for each other."""
    return next(iter(_find(word, frozenset(known))), None)


def find_only_nearest(word: str, known: Iterable[str]) -> str | None:
    """Give back the known name most like a word; None where two are equally like it."""
    nearest = _find(word, frozenset(known))
    if len(nearest) == 2 and _likeness(nearest[0], word) == _likeness(nearest[1], word):
        return None
    return next(iter(nearest), None)


@lru_cache(maxsize=1000)
def _find(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """Find the two names most like a word, the nearest first. One mistake is often made many times."""
    candidates = sorted(name for name in known if not (word.startswith("xml:") and name.startswith("xml:")))
    return tuple(get_close_matches(word, candidates, n=2))


def _likeness(name: str, word: str) -> float:
    return SequenceMatcher(None, name, word).ratio()
