"""Names of XML: what may be one (XML 1.0, fifth edition; Namespaces in XML).

As before the fifth edition, and as RELAX NG's test suite asks, no name begins with a combining character.
"""

import re
import unicodedata
from functools import cache
from typing import Final

START: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
FURTHER: Final = START + ".0-9\u00b7\u0300-\u036f\u203f-\u2040-"

_ASCII_NAME: Final = re.compile("[:A-Z_a-z][:A-Z_a-z.0-9-]*")


def is_ncname(text: str) -> bool:
    """Say whether a text is a name without a colon."""
    return ":" not in text and is_name(text)


def is_name(text: str) -> bool:
    """Say whether a text is a name."""
    if text.isascii():
        return _ASCII_NAME.fullmatch(text) is not None
    return _any_name().fullmatch(text) is not None and not _combines(text)


def is_nmtoken(text: str) -> bool:
    """Say whether a text is a name token: a name that may begin with any character of one."""
    return bool(text) and is_name(f"_{text}")


def is_qname(text: str) -> bool:
    """Say whether a text is a name with one prefix at most."""
    prefix, colon, local = text.rpartition(":")
    return is_ncname(local) and (is_ncname(prefix) if colon else True)


def _combines(text: str) -> bool:
    return text[0] > "\u02ff" and unicodedata.category(text[0]).startswith("M")


@cache
def _any_name() -> re.Pattern[str]:
    """Compile the ranges when a name needs them: that takes longer than to read a small schema."""
    return re.compile(f"[:{START}][:{FURTHER}]*")
