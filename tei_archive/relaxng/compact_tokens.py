"""The compact syntax of RELAX NG, cut into tokens (*RELAX NG Compact Syntax*, OASIS 2002, section 2).

Comments and annotations say nothing to a validator: comments are dropped, and what stands in brackets is one token.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from tei_archive.errors import Location
from tei_archive.relaxng.schema_error import wrong
from tei_archive.relaxng.xml_names import FURTHER, START

_NCNAME: Final = f"[{START}][{FURTHER}]*"
_TOKEN: Final = re.compile(
    rf"""(?P<space>[ \t\r\n]+|\#[^\r\n]*)
    |(?P<literal>\"\"\"(?:(?!\"\"\")[\s\S])*\"\"\"|'''(?:(?!''')[\s\S])*'''|"[^"\r\n]*"|'[^'\r\n]*')
    |(?P<any_of>{_NCNAME}:\*)
    |(?P<qualified>{_NCNAME}:{_NCNAME})
    |(?P<name>\\?{_NCNAME})
    |(?P<sign>\|=|&=|>>|[|&=,(){{}}\[\]?*+~-])""",
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\x+\{([0-9a-fA-F]{1,6})\}")


class Form(Enum):
    """What a token is."""

    LITERAL = "literal"
    ANY_OF = "any_of"
    QUALIFIED = "qualified"
    NAME = "name"
    SIGN = "sign"
    ANNOTATION = "annotation"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its form, its text (of a literal, without quotation marks), and where it stands."""

    form: Form
    text: str
    where: Location


def tokenize(text: str, path: str) -> tuple[Token, ...]:
    """Cut a schema into tokens. Raises `SchemaError` where a character fits nowhere."""
    return tuple(_join_annotations(_cut(_ESCAPE.sub(_unescape, text), path)))


def _unescape(found: re.Match[str]) -> str:
    """Write a character for its escape; line ends wait until the text around them is known, which they must not end."""
    number = int(found[1], 16)
    if number in (10, 13):
        return found[0]
    return chr(number) if 0 < number < 0x110000 else "\ufffd"


def _cut(text: str, path: str) -> Iterator[Token]:
    at, line, line_start = 0, 1, 0
    while at < len(text):
        where = Location(path, line, at - line_start + 1)
        found = _TOKEN.match(text, at)
        if found is None:
            raise wrong(f"{text[at]!r} has no meaning here", where, "is this a schema in compact syntax?")
        if found.lastgroup != "space":
            yield Token(Form(found.lastgroup), _content(found), where)
        line += found[0].count("\n")
        if "\n" in found[0]:
            line_start = at + found[0].rindex("\n") + 1
        at = found.end()
    yield Token(Form.END, "", Location(path, line, at - line_start + 1))


def _content(found: re.Match[str]) -> str:
    if found.lastgroup != "literal":
        return found[0]
    marks = 3 if len(found[0]) >= 6 and found[0][:3] == found[0][0] * 3 else 1
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), found[0][marks:-marks])


def _join_annotations(tokens: Iterator[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.form is not Form.SIGN or token.text != "[":
            yield token
            continue
        depth = 1
        while depth:
            inner = next(tokens)
            if inner.form is Form.END:
                raise wrong("an annotation is not closed", token.where, "add ]")
            if inner.form is Form.SIGN:
                depth += {"[": 1, "]": -1}.get(inner.text, 0)
        yield Token(Form.ANNOTATION, "", token.where)
