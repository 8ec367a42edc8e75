"""XPath through elementpath: expressions parsed once, and its errors in few words."""

import locale
import re
from collections.abc import Callable, Mapping
from copy import copy
from typing import Final

from elementpath import ElementPathError, XPathContext, XPathToken
from elementpath.aliases import ItemType
from elementpath.xpath3 import XPath3Parser
from elementpath.xpath_nodes import XPathNode

from tei_archive.schematron import regexes
from tei_archive.schematron.lexing import find_functions, replace_current
from tei_archive.schematron.mending import mend

Token = XPathToken
Item = ItemType
Node = XPathNode
Variables = Mapping[str, list[Item]]
Parse = Callable[[str], Token]

# The variable in the place of current(): no schema can write such a name.
CURRENT: Final = "schematron-current-node"

# elementpath says what is wrong with errors of its own, and at times stumbles over what it did not foresee.
ANY_FAULT: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    ElementPathError,
    locale.Error,
    re.error,
)

# elementpath takes the collation of the machine's locale if it is given none; results may not depend on that. It also
# keeps a lock for ever where the machine lacks the locale of a language.
_BY_CODEPOINT: Final = "http://www.w3.org/2005/xpath-functions/collation/codepoint"
_BY_LANGUAGE: Final = "http://www.w3.org/2013/collation/UCA"

# Functions and kind tests with results that are not those of XPath.
_WRONG: Final = frozenset({"attribute", "exactly-one", "lang"})

_PLACE: Final = re.compile(r"^.*?\[(?:err:)?(\w+)\]\s*", re.DOTALL)


def make_parser(namespaces: Mapping[str, str], *, compatible: bool) -> Parse:
    """Give back a function that parses an expression, each only once. It raises one of `ANY_FAULT`."""
    parser = XPath3Parser(
        namespaces={**namespaces, regexes.PREFIX: regexes.NAMESPACE},
        compatibility_mode=compatible,
        default_collation=_BY_CODEPOINT,
    )
    mend(parser)
    parser.external_function(regexes.bracket_classes, regexes.FUNCTION, regexes.PREFIX)
    known: dict[str, Token] = {}

    def parse(expression: str) -> Token:
        if _BY_LANGUAGE in expression:
            raise ValueError("collations of languages depend on the machine")
        if wrong := find_functions(expression) & _WRONG:
            raise ValueError(f"elementpath has {', '.join(sorted(wrong))}() otherwise than XPath")
        if expression not in known:
            known[expression] = parser.parse(regexes.mend_regexes(replace_current(expression, CURRENT)))
        return known[expression]

    return parse


def check(parse: Parse, expression: str) -> str | None:
    """Say why an expression cannot be parsed; None where it can."""
    try:
        parse(expression)
    except ANY_FAULT as error:
        return explain(error)
    return None


def select(
    token: Token, context: XPathContext, node: Node, variables: Variables, among: tuple[int, int] = (1, 1)
) -> list[Item]:
    """Give back the items that an expression selects at a node; `among` is its position and of how many.

    Raises one of `ANY_FAULT`.
    """
    here = copy(context)
    here.item = node
    here.position, here.size = among
    # elementpath writes the variables of `for` and `let` into this mapping.
    here.variables = {**variables, CURRENT: node}
    return list(token.select(here))


def is_true(token: Token, items: list[Item]) -> bool:
    """Give back the effective boolean value of what an expression selected. Raises one of `ANY_FAULT`."""
    return token.boolean_value(items)


def explain(error: Exception) -> str:
    """Say what elementpath found wrong, with the code of the error, in one line."""
    message = " ".join(str(error).split())
    found = _PLACE.match(message)
    words = message[found.end() :] if found else message
    return f"{words or type(error).__name__} ({found[1]})" if found else f"{type(error).__name__}: {words}"
