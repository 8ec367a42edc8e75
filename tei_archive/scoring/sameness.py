"""When two values are the same, for each field."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_WORD = re.compile(r"[^\W\d_]+")

Texts = Sequence[str]


def is_same_name(said: str, right: str) -> bool:
    """Whether all the words of one name stand in the other, titles, accents and case aside."""
    ours, theirs = _core(said), _core(right)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def are_same_names(said: Texts, right: Texts) -> bool:
    """Whether each of the right names was said."""
    return all(any(is_same_name(name, one) for name in said) for one in right)


def is_same_date(said: Texts, right: Texts) -> bool:
    """Whether the two dates are written alike, in the Extended Date/Time Format."""
    return [text.strip() for text in said] == [text.strip() for text in right]


def is_same_number(said: Texts, right: Texts) -> bool:
    """Whether the two numbers have the same digits and Latin letters."""
    return _digits(said) == _digits(right)


SAME: Mapping[str, Callable[[Texts, Texts], bool]] = MappingProxyType(
    {
        "sender": are_same_names,
        "addressee": are_same_names,
        "date": is_same_date,
        "place": are_same_names,
        "number": is_same_number,
        "edition_number": is_same_number,
    }
)


@cache
def _core(name: str) -> frozenset[str]:
    """The words of a name without titles; all of them where there are only titles."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(character for character in folded if not unicodedata.combining(character))
    words = frozenset(_WORD.findall(bare))
    return words - _titles() or words


@cache
def _titles() -> frozenset[str]:
    data = files("tei_archive.scoring") / "titles.toml"
    return frozenset(tomllib.loads(data.read_text(encoding="utf-8"))["titles"])


def _digits(texts: Texts) -> str:
    return re.sub(r"[^0-9a-z]", "", unicodedata.normalize("NFKC", " ".join(texts)).casefold())
