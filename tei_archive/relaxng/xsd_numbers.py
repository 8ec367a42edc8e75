"""Numbers of XML Schema: from text to a value, or None."""

import math
import re
import struct
from decimal import Decimal
from typing import Final

_BOOLEANS: Final = {"true": True, "1": True, "false": False, "0": False}
_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
_DECIMAL: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_FLOAT: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF")

NOT_A_NUMBER: Final = "NaN"
"""The value that no number equals, but for itself: unlike that of Python."""


def parse_boolean(text: str) -> bool | None:
    """Read a truth value."""
    return _BOOLEANS.get(text)


def parse_integer(text: str, low: int | None, high: int | None) -> Decimal | None:
    """Read an integer between two bounds."""
    if not _INTEGER.fullmatch(text):
        return None
    value = Decimal(text)
    return None if (low is not None and value < low) or (high is not None and value > high) else value


def parse_decimal(text: str) -> Decimal | None:
    """Read a decimal number."""
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def parse_double(text: str) -> float | str | None:
    """Read a floating-point number of 64 bits."""
    if text == NOT_A_NUMBER:
        return NOT_A_NUMBER
    return float(text) if _FLOAT.fullmatch(text) else None


def parse_float(text: str) -> float | str | None:
    """Read a floating-point number of 32 bits."""
    value = parse_double(text)
    if not isinstance(value, float):
        return value
    try:
        return float(struct.unpack("f", struct.pack("f", value))[0])
    except OverflowError:
        return math.copysign(math.inf, value)


def is_below(one: object, other: object) -> bool:
    """Compare two decimal numbers."""
    return isinstance(one, Decimal) and isinstance(other, Decimal) and one < other


def is_float_below(one: object, other: object) -> bool:
    """Compare two floating-point numbers; what is not a number is below nothing."""
    return isinstance(one, float) and isinstance(other, float) and one < other
