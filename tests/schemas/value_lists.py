"""The closed lists of values, as the grammar, the XML Schema, the ODD and the tables for editors give them."""

import re
from collections.abc import Iterator

from lxml import etree
from rng_patterns import RNG

DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
XS = "{http://www.w3.org/2001/XMLSchema}"
TEI = "{http://www.tei-c.org/ns/1.0}"

Values = dict[str, str]
"""The values of a list, each with its meaning."""

# Attributes that TEI gives to many elements at once: their list stands with the class.
CLASSES = {
    "att.global.responsibility": "cert",
    "att.editLike": "evidence",
    "att.fragmentable": "part",
    "att.breaking": "break",
}


def lists_of_grammar(root: etree._Element) -> dict[str, Values]:
    """The lists by the names of their patterns."""
    return {
        str(define.get("name")): dict(_valued(define))
        for define in root.iter(f"{RNG}define")
        if str(define.get("name")).startswith("values.")
    }


def lists_of_xml_schema(root: etree._Element) -> dict[str, Values]:
    """The lists by the names of their types."""
    return {
        str(simple.get("name")): {
            str(value.get("value")): value.findtext(f"{XS}annotation/{XS}documentation", "")
            for value in simple.iter(f"{XS}enumeration")
        }
        for simple in root.iterfind(f"{XS}simpleType")
        if str(simple.get("name")).startswith("values.")
    }


def places_of_grammar(root: etree._Element) -> dict[tuple[str, str], list[str]]:
    """For each element and attribute the lists that it takes its values from: several where it has several forms."""
    definitions = {str(define.get("name")): define for define in root.iter(f"{RNG}define")}
    places: dict[tuple[str, str], list[str]] = {}
    for element in root.iter(f"{RNG}element"):
        for attribute, values in _closed(element, definitions):
            lists = places.setdefault((str(element.get("name")), attribute), [])
            if values not in lists:
                lists.append(values)
    return places


def lists_of_odd(root: etree._Element) -> dict[tuple[str, str], Values]:
    """The lists by the names of the element, or of the class, and of the attribute."""
    return {
        (str(spec.get("ident")), str(attribute.get("ident"))): {
            str(item.get("ident")): item.findtext(f"{TEI}desc", "") for item in attribute.iter(f"{TEI}valItem")
        }
        for spec in root.iter(f"{TEI}elementSpec", f"{TEI}classSpec")
        for attribute in spec.iter(f"{TEI}attDef")
        if attribute.find(f"{TEI}valList") is not None
    }


def values_of_table(markdown: str) -> list[tuple[str, str]]:
    """The rows of all tables that consist of a value and its meaning."""
    return re.findall(r"^\| `([^`]+)` \| ([^|]+) \|$", markdown, re.MULTILINE)


def _valued(define: etree._Element) -> Iterator[tuple[str, str]]:
    for value in define.iter(f"{RNG}value"):
        meaning = value.getnext()
        assert meaning is not None
        assert meaning.tag == DOCUMENTATION, f"{value.text} is not explained"
        yield value.text or "", meaning.text or ""


def _closed(pattern: etree._Element, definitions: dict[str, etree._Element]) -> Iterator[tuple[str, str]]:
    for child in pattern:
        name = str(child.get("name"))
        if child.tag == f"{RNG}attribute" and (ref := child.find(f"{RNG}ref")) is not None:
            if str(ref.get("name")).startswith("values."):
                yield name, str(ref.get("name"))
        elif child.tag == f"{RNG}optional":
            yield from _closed(child, definitions)
        elif child.tag == f"{RNG}ref" and name.startswith("att."):
            yield from _closed(definitions[name], definitions)
