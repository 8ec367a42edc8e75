"""XPath expressions as words: which functions, variables and prefixes they use, and how to exchange some.

The lexical rules are those of appendix A.2 of XPath 3.1. What an expression means is for the engines to say.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import Final


class Kind(Enum):
    """What a word of an expression is."""

    STRING = "string"
    VARIABLE = "variable"
    NAME = "name"
    NUMBER = "number"
    SYMBOL = "symbol"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an expression as it is. Spaces and comments are words, too: joined, they are the expression."""

    kind: Kind
    text: str


_NAME: Final = r"[^\W\d][\w.\-·]*"
_BRACED: Final = r"Q\{[^}]*\}"
_WORD: Final = re.compile(
    rf"""(?P<string>"(?:[^"]|"")*"|'(?:[^']|'')*')
    |(?P<variable>\$\s*(?:{_BRACED})?{_NAME}(?::(?!:){_NAME})?)
    |(?P<name>{_BRACED}(?:{_NAME}|\*)|\*:{_NAME}|{_NAME}:\*|{_NAME}(?::(?!:){_NAME})?)
    |(?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)
    |(?P<space>\s+)
    |(?P<symbol>//|::|:=|\.\.|.)""",
    re.VERBOSE,
)
_COMMENT: Final = re.compile(r"\(:|:\)")


@lru_cache(maxsize=4096)
def split_words(expression: str) -> tuple[Word, ...]:
    """Give back the words of an expression; joined, they are the expression, whether it can be parsed or not."""
    return tuple(_words(expression))


def _words(expression: str) -> Iterator[Word]:
    start = 0
    while start < len(expression):
        if expression.startswith("(:", start):
            end = _end_of_comment(expression, start)
            yield Word(Kind.SPACE, expression[start:end])
        else:
            found = _WORD.match(expression, start)
            end = found.end() if found else start + 1
            kind = Kind(found.lastgroup) if found else Kind.SYMBOL
            yield Word(kind, expression[start:end])
        start = end


def _end_of_comment(expression: str, start: int) -> int:
    depth = 0
    for mark in _COMMENT.finditer(expression, start):
        depth += 1 if mark[0] == "(:" else -1
        if depth == 0:
            return mark.end()
    return len(expression)


def find_functions(expression: str) -> frozenset[str]:
    """Give back the names of functions that are called, or named as values (`doc#1`)."""
    words = [word for word in split_words(expression) if word.kind is not Kind.SPACE]
    calls = (word.text for word, after in pairwise(words) if word.kind is Kind.NAME and after.text in ("(", "#"))
    return frozenset(calls)


def find_variables(expression: str) -> frozenset[str]:
    """Give back the names of variables, those bound inside the expression too."""
    return frozenset(_bare(word) for word in split_words(expression) if word.kind is Kind.VARIABLE)


def find_prefixes(expression: str) -> frozenset[str]:
    """Give back the prefixes of names of elements, attributes, functions, types and variables."""
    names = (_bare(word) for word in split_words(expression) if word.kind in _NAMED)
    found = (name.partition(":")[0] for name in names if ":" in name and not name.startswith("Q{"))
    return frozenset(found) - {"*"}


_NAMED: Final = (Kind.NAME, Kind.VARIABLE)


def rename_variables(expression: str, names: Mapping[str, str]) -> str:
    """Give other names to variables."""
    return "".join(
        f"${names[_bare(word)]}" if word.kind is Kind.VARIABLE and _bare(word) in names else word.text
        for word in split_words(expression)
    )


def _bare(word: Word) -> str:
    return word.text.lstrip("$ \t\r\n")


def replace_current(expression: str, variable: str) -> str:
    """Write a variable in the place of each `current()`, which XPath itself does not know."""
    words = list(split_words(expression))
    written: list[str] = []
    while words:
        if length := _length_of_current(words):
            written.append(f"${variable}")
            del words[:length]
        else:
            written.append(words.pop(0).text)
    return "".join(written)


def _length_of_current(words: list[Word]) -> int:
    """How many words a call of `current()` at the start takes, spaces between them included; 0 where there is none."""
    if words[0].text not in ("current", "fn:current"):
        return 0
    solid = [at for at, word in enumerate(words) if word.kind is not Kind.SPACE][:3]
    return solid[2] + 1 if [words[at].text for at in solid[1:]] == ["(", ")"] else 0


def split_at(expression: str, *symbols: str) -> tuple[tuple[str, str], ...]:
    """Cut an expression at symbols that stand outside of all brackets; each piece with the symbol before it."""
    pieces: list[tuple[str, str]] = []
    depth, before, piece = 0, "", ""
    for word in split_words(expression):
        depth += (word.text in _OPENING) - (word.text in _CLOSING) if word.kind is Kind.SYMBOL else 0
        if depth == 0 and word.kind is not Kind.STRING and word.text in symbols:
            pieces.append((before, piece.strip()))
            before, piece = word.text, ""
        else:
            piece += word.text
    return (*pieces, (before, piece.strip()))


_OPENING: Final = frozenset("([{")
_CLOSING: Final = frozenset(")]}")


def find_free_variables(expression: str) -> frozenset[str]:
    """Give back the names of variables that the expression itself does not bind."""
    words = [word for word in split_words(expression) if word.kind is not Kind.SPACE]
    used = {_bare(word) for word in words if word.kind is Kind.VARIABLE}
    follows = {_bare(word) for word, after in pairwise(words) if word.kind is Kind.VARIABLE and after.text in _BINDING}
    return frozenset(used - follows - _find_parameters(words))


# What follows a variable where it is bound: in `for`, `some` and `every`; in `let`; before a type.
_BINDING: Final = ("in", ":=", "as")


def _find_parameters(words: list[Word]) -> set[str]:
    """Find the names of parameters of functions that are written inside the expression."""
    found: set[str] = set()
    for at, word in enumerate(words):
        if word.text == "function" and words[at + 1 : at + 2] == [Word(Kind.SYMBOL, "(")]:
            end = next((k for k in range(at, len(words)) if words[k].text == ")"), len(words))
            found.update(_bare(one) for one in words[at:end] if one.kind is Kind.VARIABLE)
    return found


def find_depth(expression: str) -> int:
    """Give back how deep brackets are nested."""
    depth = deepest = 0
    for word in split_words(expression):
        if word.kind is Kind.SYMBOL:
            depth += (word.text in _OPENING) - (word.text in _CLOSING)
            deepest = max(deepest, depth)
    return deepest


def split_predicates(text: str) -> tuple[str, ...] | None:
    """Give back what stands in each of a row of square brackets; None where there is anything beside them."""
    found: list[str] = []
    depth, piece = 0, ""
    for word in split_words(text):
        is_symbol = word.kind is Kind.SYMBOL
        if depth == 0 and word.text != "[" and word.kind is not Kind.SPACE:
            return None
        depth -= is_symbol and word.text in _CLOSING
        if depth:
            piece += word.text
        elif word.text == "]":
            found.append(piece)
            piece = ""
        depth += is_symbol and word.text in _OPENING
    return tuple(found) if depth == 0 else None


def split_group(text: str) -> tuple[str, str]:
    """Give back what stands in the brackets that a text begins with, and what follows them."""
    depth, inside, words = 0, "", split_words(text)
    for at, word in enumerate(words):
        if word.kind is Kind.SYMBOL:
            depth += (word.text in _OPENING) - (word.text in _CLOSING)
        if depth == 0:
            return inside, "".join(one.text for one in words[at + 1 :])
        inside += word.text if at else ""
    return inside, ""
