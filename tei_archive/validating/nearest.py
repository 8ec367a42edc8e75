"""Which known name was perhaps meant, and which one was most probably meant."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

# Of shorter words, one letter is too large a part.
_SHORTEST: Final = 3
# Less alike than this are type and style, which mean different things.
_ALIKE: Final = 0.7


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """Give back the known name most like a word; names that begin with `xml:` are not taken for each other."""
    return _find(word, frozenset(known))


def find_slip(word: str, known: Iterable[str]) -> str | None:
    """Give back the only known name of which a word is a slip: a letter too many, too few or wrong, or two exchanged.

    None where there are several; names that begin with `xml:` are not taken for each other.
    """
    if len(word) < _SHORTEST:
        return None
    slips = [name for name in _candidates(word, known) if _is_slip(word.casefold(), name.casefold())]
    return slips[0] if len(slips) == 1 else None


@lru_cache(maxsize=1000)
def _find(word: str, known: frozenset[str]) -> str | None:
    """One mistake is often made many times."""
    from difflib import get_close_matches  # noqa: PLC0415  # most files have no mistake

    return next(iter(get_close_matches(word, _candidates(word, known), n=1, cutoff=_ALIKE)), None)


def _candidates(word: str, known: Iterable[str]) -> list[str]:
    return sorted(name for name in known if not (word.startswith("xml:") and name.startswith("xml:")))


def _is_slip(word: str, name: str) -> bool:
    start = _count_alike(word, name)
    end = _count_alike(word[start:][::-1], name[start:][::-1])
    one, other = word[start : len(word) - end], name[start : len(name) - end]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])


def _count_alike(word: str, name: str) -> int:
    """Count the letters at the beginning that are the same."""
    pairs = enumerate(zip(word, name, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(word), len(name)))
