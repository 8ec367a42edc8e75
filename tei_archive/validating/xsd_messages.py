"""What xmlschema finds, in our words: the kind of finding, what is wrong, and what was expected."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from xmlschema.validators import (
    XsdAttribute,
    XsdAttributeGroup,
    XsdElement,
    XsdEnumerationFacets,
    XsdFacet,
    XsdGroup,
    XsdSimpleType,
)
from xmlschema.validators.exceptions import XMLSchemaChildrenValidationError, XMLSchemaValidationError

from tei_archive.validating.codes import Code
from tei_archive.validating.nearest import find_nearest

_SHOWN: Final = 6

_MISSING: Final = re.compile(r"missing required attribute '(.+)'")
_NOT_ALLOWED: Final = re.compile(r"(?:use of )?(?:attribute )?'(.+)' (?:attribute not allowed.*|is prohibited|not .*)")
_VALUE: Final = re.compile(r"attribute (\S+?)='(.*?)': .*", re.DOTALL)
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_NAMESPACE: Final = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class Flaw:
    """An error of a schema: the kind, the element (as xmlschema gives it back), what is wrong, what was expected.

    `attribute` is what it is about, if that is an attribute; `meant` are the names or values that would fit instead of
    one that does not, and `near` is the element that was perhaps meant by one that does not exist.
    """

    code: Code
    element: object
    message: str
    hint: str | None = None
    attribute: str = ""
    meant: tuple[str, ...] = ()
    near: str = ""


def describe(error: XMLSchemaValidationError, names: Collection[str]) -> Flaw:
    """Put an error into words; `names` are those of all elements of the schema."""
    if isinstance(error, XMLSchemaChildrenValidationError):
        return _describe_child(error, names)
    reason = _shorten(error.reason or "")
    return _describe_attribute(error, reason) or _describe_content(error, reason)


def _describe_attribute(error: XMLSchemaValidationError, reason: str) -> Flaw | None:
    owner = f"<{_element_name(error.elem)}>"
    if found := _MISSING.fullmatch(reason):
        return Flaw(Code.ATTRIBUTE_MISSING, error.elem, f"{owner} lacks the attribute {found[1]}")
    if found := _NOT_ALLOWED.fullmatch(reason):
        name, known = found[1], tuple(_attributes(error))
        message = f"{owner} takes no attribute {name}"
        return Flaw(Code.ATTRIBUTE_NOT_ALLOWED, error.elem, message, _near(name, known), name, known)
    if found := _VALUE.fullmatch(reason):
        message = f'{found[1]}="{found[2]}" is not allowed'
        return Flaw(Code.VALUE_NOT_ALLOWED, error.elem, message, _expect_value(error), found[1], _list_values(error))
    return None


def _describe_content(error: XMLSchemaValidationError, reason: str) -> Flaw:
    owner = f"<{_element_name(error.elem)}>"
    if reason.startswith("character data"):
        return Flaw(Code.TEXT_NOT_ALLOWED, error.elem, f"{owner} holds elements only, and no text of its own")
    if reason.endswith("can't have child elements"):
        return Flaw(Code.ELEMENT_NOT_ALLOWED, error.elem, f"{owner} holds text only, and no elements")
    if reason.endswith("is not an element of the schema"):
        hint = 'is the namespace right? TEI begins with <TEI xmlns="http://www.tei-c.org/ns/1.0">'
        return Flaw(Code.UNKNOWN_ROOT, error.elem, f"a file cannot begin with {owner}", hint)
    if isinstance(error.obj, str):
        return Flaw(Code.VALUE_NOT_ALLOWED, error.elem, f"{owner} cannot hold “{error.obj}”", _expect_value(error))
    return Flaw(Code.OTHERWISE_INVALID, error.elem, f"{owner}: {reason}")


def _describe_child(error: XMLSchemaChildrenValidationError, names: Collection[str]) -> Flaw:
    parent = _element_name(error.elem)
    expected = tuple(_shorten(tag).rpartition(":")[2] for tag in error.expected_tags)
    child = error.invalid_child
    if child is None:
        return Flaw(Code.CONTENT_INCOMPLETE, error.elem, f"<{parent}> is not complete", _expect(expected))
    name = _element_name(child)
    if name in names:
        return Flaw(Code.ELEMENT_NOT_ALLOWED, child, f"<{name}> is not allowed here in <{parent}>", _expect(expected))
    near = find_nearest(name, expected or names)
    hint = f"did you mean <{near}>?" if near else _expect(expected)
    message = f"the schema has no element <{name}>"
    return Flaw(Code.ELEMENT_NOT_ALLOWED, child, message, hint, meant=expected or _children(error), near=near or "")


def _children(error: XMLSchemaChildrenValidationError) -> tuple[str, ...]:
    """Name the elements that the parent may hold anywhere, where xmlschema does not say which may come next."""
    group = error.validator
    found = group.iter_elements() if isinstance(group, XsdGroup) else ()
    return tuple(element.local_name for element in found if isinstance(element, XsdElement))


def _expect(names: tuple[str, ...]) -> str | None:
    if not names:
        return None
    shown = ", ".join(f"<{name}>" for name in names[:_SHOWN])
    return f"expected: {shown}" + (" or others" if len(names) > _SHOWN else "")


def _expect_value(error: XMLSchemaValidationError) -> str | None:
    """Name the values that are allowed, or repeat what the schema says of the type."""
    if allowed := _list_values(error):
        return _near(str(error.obj), allowed) or f"allowed: {', '.join(allowed)}"
    component: object = error.validator
    while isinstance(component, XsdFacet | XsdSimpleType | XsdAttribute):
        if component.annotation is not None and (words := component.annotation.documentation[0].text):
            return f"expected: {' '.join(words.split())}"
        component = component.parent
    return None


def _list_values(error: XMLSchemaValidationError) -> tuple[str, ...]:
    facet = error.validator
    return tuple(map(str, facet.enumeration or ())) if isinstance(facet, XsdEnumerationFacets) else ()


def _attributes(error: XMLSchemaValidationError) -> Iterable[str]:
    group = error.validator
    return (_shorten(name) for name in group if name) if isinstance(group, XsdAttributeGroup) else ()


def _near(word: str, known: Iterable[str]) -> str | None:
    near = find_nearest(word, known)
    return f"did you mean {near}?" if near else None


def _shorten(words: str) -> str:
    return _NAMESPACE.sub("", words.replace(_XML, "xml:"))


def _element_name(element: object) -> str:
    return _shorten(str(getattr(element, "tag", "")))
