"""What libxml2 finds with RELAX NG, in our words: the kind of finding, what is wrong, and what to do."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lxml import etree

from tei_archive.validating.codes import Code
from tei_archive.validating.nearest import find_nearest
from tei_archive.validating.relaxng_names import ANY, Names

_XML: Final = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Reading:
    """A message of libxml2 as we say it."""

    code: Code
    message: str
    hint: str


def describe(message: str, element: etree._Element, names: Names | None) -> Reading:
    """Put a message about an element into words; `names` are those of the schema, where they are known."""
    for pattern, read in _FORMS.items():
        if found := re.match(pattern, message, re.DOTALL):
            return read(found, element, names)
    return Reading(Code.OTHERWISE_INVALID, message, _LOOK_UP)


_LOOK_UP: Final = "see the documentation of the schema for what this element may have"


def _read_element(found: re.Match[str], element: etree._Element, names: Names | None) -> Reading:
    name, parent = found["name"], element.getparent()
    owner = parent if parent is not None and _local(element) == name else element
    if names is not None and name not in names.attributes:
        near = find_nearest(name, names.attributes)
        hint = f"did you mean <{near}>?" if near else "rename it, or name another schema with --schema"
        return Reading(Code.ELEMENT_NOT_ALLOWED, f"the schema has no element <{name}>", hint)
    hint = f"see the documentation of the schema for where <{name}> may stand"
    return Reading(Code.ELEMENT_NOT_ALLOWED, f"<{name}> is not allowed here in <{_local(owner)}>", hint)


def _read_attribute(found: re.Match[str], element: etree._Element, names: Names | None) -> Reading:
    """libxml2 says the same of a wrong name and of a wrong value; the names of the schema tell them apart."""
    owner = _local(element)
    written = {_attribute(key): str(value) for key, value in element.attrib.items()}
    alike = [name for name in written if name.rpartition(":")[2] == found["name"]] or [found["name"]]
    if names is None:
        message = f"<{owner}> takes no attribute {alike[0]}, or not with this value"
        return Reading(Code.OTHERWISE_INVALID, message, _LOOK_UP)
    allowed = names.attributes.get(owner, frozenset())
    for name in alike:
        if name not in allowed and ANY not in allowed:
            near = find_nearest(name, allowed)
            hint = f"did you mean {near}?" if near else "remove it"
            return Reading(Code.ATTRIBUTE_NOT_ALLOWED, f"<{owner}> takes no attribute {name}", hint)
    return Reading(Code.VALUE_NOT_ALLOWED, f'{alike[0]}="{written.get(alike[0], "")}" is not allowed', _LOOK_UP)


def _read_text(_found: re.Match[str], element: etree._Element, _names: Names | None) -> Reading:
    message = f"<{_local(element)}> holds elements only, and no text of its own"
    return Reading(Code.TEXT_NOT_ALLOWED, message, "put the text into an element, such as <p>")


def _read_gap(_found: re.Match[str], element: etree._Element, _names: Names | None) -> Reading:
    hint = "an element is missing: see the documentation of the schema for what it must hold"
    return Reading(Code.CONTENT_INCOMPLETE, f"<{_local(element)}> is not complete", hint)


def _read_child(_found: re.Match[str], element: etree._Element, _names: Names | None) -> Reading:
    hint = "remove the elements inside and keep their text"
    return Reading(Code.ELEMENT_NOT_ALLOWED, f"<{_local(element)}> holds text only, and no elements", hint)


def _read_value(found: re.Match[str], _element: etree._Element, _names: Names | None) -> Reading:
    message = f"“{found['value']}” is not allowed"
    return Reading(Code.VALUE_NOT_ALLOWED, message, f"the schema expects a value of the type {found['type']}")


_FORMS: Final[Mapping[str, Callable[[re.Match[str], etree._Element, Names | None], Reading]]] = MappingProxyType(
    {
        r"Did not expect element (?P<name>\S+) there": _read_element,
        r"Element \S+ has extra content: (?P<name>\S+)": _read_element,
        r"Expecting element \S+, got (?P<name>\S+)": _read_element,
        r"Invalid attribute (?P<name>\S+) for element": _read_attribute,
        r"Did not expect text in element": _read_text,
        r"Expecting an element .*, got nothing": _read_gap,
        r"Datatype element \S+ has child elements": _read_child,
        r"Type (?P<type>\S+) doesn't allow value '(?P<value>.*)'": _read_value,
    }
)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _attribute(key: str | bytes) -> str:
    name = etree.QName(key)
    return f"xml:{name.localname}" if name.namespace == _XML else name.localname
