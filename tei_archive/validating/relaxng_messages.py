"""What our engine finds with RELAX NG, in the words of this package: the kind of finding, and what to do."""

import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from tei_archive.relaxng import Kind, Violation
from tei_archive.validating.codes import Code
from tei_archive.validating.nearest import find_nearest

_SHOWN: Final = 6
# What letters usually have, as far as a schema expects it: of two hundred names the six that come to mind.
_USUAL: Final = (
    "div", "p", "head", "item", "opener", "closer", "dateline", "salute", "signed", "postscript", "persName",
    "placeName", "orgName", "date", "title", "author", "name", "hi", "note", "ref", "list", "label", "row", "cell",
    "lg", "l", "lb", "pb",
)  # fmt: skip
_STEP: Final = re.compile(r"([^/\[\]]+)\[\d+\]")

Words = tuple[Code, str, str | None]


def describe(violation: Violation, element_names: Callable[[], tuple[str, ...]]) -> Words:
    """Give the code, the message and the hint; the names of all elements are asked for where one is misspelt."""
    if violation.kind is Kind.UNKNOWN_ELEMENT:
        return _read_unknown(violation, element_names())
    return _READINGS[violation.kind](violation)


def _read_element(violation: Violation) -> Words:
    name, parent = violation.name, _elements(violation)[-2:-1]
    if not parent:
        return Code.UNKNOWN_ROOT, f"a file cannot begin with <{name}>", _expect(violation)
    message = f"<{name}> is not allowed here in <{parent[0]}>"
    return Code.ELEMENT_NOT_ALLOWED, message, _expect(violation)


def _read_unknown(violation: Violation, names: tuple[str, ...]) -> Words:
    if len(_elements(violation)) == 1:
        return _read_element(violation)
    near = find_nearest(violation.name.rpartition(":")[2], names)
    elsewhere = "" if near in violation.expected else f" It is not allowed here; {_expect(violation)}"
    hint = f"did you mean <{near}>?{elsewhere}" if near else _expect(violation)
    return Code.ELEMENT_NOT_ALLOWED, f"the schema has no element <{violation.name}>", hint


def _read_missing(violation: Violation) -> Words:
    if violation.name:
        return Code.CONTENT_INCOMPLETE, violation.wrong, _expect(violation)
    message = f"<{_elements(violation)[-1]}> is not complete"
    if violation.kind is Kind.ELEMENT_MISSING:
        message = f"{message}: {violation.wrong}"
    return Code.CONTENT_INCOMPLETE, message, _expect(violation)


def _read_attribute(violation: Violation) -> Words:
    near = find_nearest(violation.name, violation.expected)
    hint = f"did you mean {near}?" if near else f"remove it; {violation.advice}"
    return Code.ATTRIBUTE_NOT_ALLOWED, f"<{_elements(violation)[-1]}> takes no attribute {violation.name}", hint


def _read_missing_attribute(violation: Violation) -> Words:
    return Code.ATTRIBUTE_MISSING, f"<{_elements(violation)[-1]}>: {violation.wrong}", violation.advice or None


def _read_value(violation: Violation) -> Words:
    found = re.search(r'"(.*)"', violation.wrong)
    near = find_nearest(found[1], violation.expected) if found else None
    return Code.VALUE_NOT_ALLOWED, violation.wrong, f"did you mean {near}?" if near else violation.advice


def _read_content(violation: Violation) -> Words:
    code, message, hint = _read_value(violation)
    return code, message.replace("the content", f"in <{_elements(violation)[-1]}>", 1), hint


def _read_text(violation: Violation) -> Words:
    owner = f"<{_elements(violation)[-1]}>"
    message = f"{owner} holds elements only, and no text of its own" if violation.expected else f"{owner} holds no text"
    return Code.TEXT_NOT_ALLOWED, message, _expect(violation)


def _read_broken(violation: Violation) -> Words:
    return Code.OTHERWISE_INVALID, violation.wrong, violation.advice or None


_READINGS: Final[Mapping[Kind, Callable[[Violation], Words]]] = MappingProxyType(
    {
        Kind.ELEMENT_NOT_ALLOWED: _read_element,
        Kind.ELEMENT_MISSING: _read_missing,
        Kind.INCOMPLETE_CONTENT: _read_missing,
        Kind.ATTRIBUTE_NOT_ALLOWED: _read_attribute,
        Kind.ATTRIBUTE_MISSING: _read_missing_attribute,
        Kind.ATTRIBUTE_VALUE: _read_value,
        Kind.TEXT_NOT_ALLOWED: _read_text,
        Kind.TEXT_VALUE: _read_content,
        Kind.NOT_WELL_FORMED: _read_broken,
        Kind.NOT_READ: _read_broken,
        Kind.REFUSED: _read_broken,
    }
)


def _elements(violation: Violation) -> list[str]:
    """Name the elements on the way to the place, the outermost first."""
    return _STEP.findall(violation.xpath)


def _expect(violation: Violation) -> str:
    """Name some of what was expected; where it cannot be named, say what the schema asks for."""
    return _list(violation.name, violation.expected, violation.required) or violation.advice


@lru_cache(maxsize=1000)
def _list(found: str, expected: tuple[str, ...], required: tuple[str, ...]) -> str:
    """List what is required, then what letters usually have and what is spelt most like what was found."""
    names = sorted(expected, key=lambda name: _rank(name, required))
    if (near := find_nearest(found, names)) in names[_SHOWN:]:
        names.insert(_SHOWN - 1, near)
    shown = ", ".join(f"<{name}>" for name in names[:_SHOWN])
    return f"expected: {shown}{' or others' if len(names) > _SHOWN else ''}" if shown else ""


def _rank(name: str, required: Collection[str]) -> int:
    if name in required:
        return -1
    return _USUAL.index(name) if name in _USUAL else len(_USUAL)
