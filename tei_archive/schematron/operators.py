"""Operators that compare nodes, as XPath has them.

elementpath evaluates the right side where the left one has led to: `//b >> .` would compare a node with itself.
"""

from copy import copy
from typing import Final

from elementpath import XPathContext, XPathToken
from elementpath.xpath3 import XPath3Parser
from elementpath.xpath_nodes import XPathNode

_SYMBOLS: Final = ("is", "<<", ">>")


def mend_operators(parser: XPath3Parser) -> None:
    """Put the operators into a parser."""
    known = parser.symbol_table
    mended = {symbol: type(known[symbol].__name__, (known[symbol],), {"evaluate": _compare}) for symbol in _SYMBOLS}
    parser.symbol_table = {**known, **mended}


def _compare(token: XPathToken, context: XPathContext | None = None) -> bool | list[object]:
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
