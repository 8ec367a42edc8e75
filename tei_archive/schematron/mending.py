"""Operators and functions that elementpath has otherwise than XPath, put right.

- `is`, `<<` and `>>`: the right side is evaluated where the left one has led to; `//b >> .` compares `b` with itself.
- `<`, `>`, `<=` and `>=`: two values without a type, such as those of attributes, are compared as numbers and not as
  text. In XPath 1, what is no number is an error and not a NaN, with `=` and `!=` too.
- `normalize-space`: no-break spaces are taken for spaces.
"""

import math
import re
from collections.abc import Callable, Iterator
from copy import copy
from decimal import Decimal
from itertools import product
from typing import Final

from elementpath import XPathContext, XPathToken
from elementpath.datatypes import UntypedAtomic
from elementpath.xpath3 import XPath3Parser
from elementpath.xpath_nodes import XPathNode

_NODES: Final = ("is", "<<", ">>")
_ORDER: Final = ("<", ">", "<=", ">=")
_VALUES: Final = (*_ORDER, "=", "!=")
_SPACE: Final = re.compile(r"[ \t\r\n]+")


def mend(parser: XPath3Parser) -> None:
    """Put the right operators and functions into a parser."""
    known = parser.symbol_table
    mended = {"normalize-space": _replace(known["normalize-space"], "evaluate", _normalize_space)}
    for symbol in _NODES:
        mended[symbol] = _replace(known[symbol], "evaluate", _compare_nodes)
    for symbol in _VALUES:
        mended[symbol] = _replace(known[symbol], "iter_comparison_data", _iterate_pairs)
    parser.symbol_table = {**known, **mended}


def _replace(token: type[XPathToken], method: str, function: Callable[..., object]) -> type[XPathToken]:
    """Make a class of tokens that differs in one method: elementpath finds what an operator does in its class."""
    return type(token.__name__, (token,), {method: function})


def _compare_nodes(token: XPathToken, context: XPathContext | None = None) -> bool | list[object]:
    if context is None:
        raise token.missing_context()
    sides = [_find_node(side, copy(context)) for side in token]
    if sides[0] is None or sides[1] is None:
        return []
    if token.symbol == "is":
        return sides[0] is sides[1]
    first, second = (side.position for side in sides if side is not None)
    return first < second if token.symbol == "<<" else first > second


def _find_node(side: XPathToken, context: XPathContext) -> XPathNode | None:
    found = list(side.select(context))
    if len(found) > 1 or not all(isinstance(item, XPathNode) for item in found):
        raise side.error("XPTY0004", "an operand must be a single node")
    return next((item for item in found if isinstance(item, XPathNode)), None)


def _iterate_pairs(token: XPathToken, context: XPathContext | None = None) -> Iterator[tuple[object, object]]:
    left, right = (list(side.atomization(copy(context))) for side in token)
    values = (*left, *right)
    if token.parser.compatibility_mode and _are_numbers(token.symbol, values):
        yield from product(map(_read_number, left), map(_read_number, right))
    elif token.symbol in _ORDER and all(isinstance(value, UntypedAtomic) for value in values):
        yield from product(map(str, left), map(str, right))
    else:
        yield from XPathToken.iter_comparison_data(token, context)


def _are_numbers(symbol: str, values: tuple[object, ...]) -> bool:
    """Say whether XPath 1 compares values as numbers: unless one is a boolean, to find an order, or beside a number."""
    if any(isinstance(value, bool) for value in values):
        return False
    return symbol in _ORDER or any(isinstance(value, int | float | Decimal) for value in values)


def _read_number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return math.nan


def _normalize_space(token: XPathToken, context: XPathContext | None = None) -> str:
    inside = getattr(token, "context", None) or context
    if token.parser.compatibility_mode or not len(token):
        text = token.string_value(token.get_argument(inside, default_to_context=True, default=""))
    else:
        text = token.get_argument(inside, default_to_context=True, default="", cls=str)
    return _SPACE.sub(" ", text).strip(" ")
