"""Which known name was perhaps meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """Give back the known name most like a word; names that begin with `xml:` are not taken for each other."""
    return next(iter(get_close_matches(word, _candidates(word, known), n=1)), None)


def find_only_nearest(word: str, known: Iterable[str]) -> str | None:
    """Give back the known name most like a word; None where two are equally like it."""
    nearest = get_close_matches(word, _candidates(word, known), n=2)
    if len(nearest) == 2 and _likeness(nearest[0], word) == _likeness(nearest[1], word):
        return None
    return next(iter(nearest), None)


def _candidates(word: str, known: Iterable[str]) -> list[str]:
    return sorted(name for name in known if not (word.startswith("xml:") and name.startswith("xml:")))


def _likeness(name: str, word: str) -> float:
    return SequenceMatcher(None, name, word).ratio()
