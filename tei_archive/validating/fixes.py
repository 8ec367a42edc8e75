"""Which fixes follow from findings: few and sure ones, and, marked as unsafe, what was probably meant."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.model import Finding, Fix, TagPart
from tei_archive.tei.names import NAMESPACE, language
from tei_archive.tei.references import ATTRIBUTES
from tei_archive.validating.batch import XML_ID
from tei_archive.validating.intervals import find_interval
from tei_archive.validating.nearest import find_slip

# Year, month and perhaps day in the order of ISO 8601, but without a zero, or with a dash instead of a hyphen.
_LOOSE_DAY: Final = re.compile(r"(\d{4})([-‐‑–−])(\d{1,2})(?:\2(\d{1,2}))?")
_DIRECTIONS: Final = frozenset({"prev", "next"})
_ANY_NAME: Final = "*"


def is_applied(finding: Finding, *, unsafe: bool) -> bool:
    """Say whether a finding has a fix that is wanted: a safe one, or any where unsafe ones are wanted too."""
    return finding.fix is not None and (finding.fix.safe or unsafe)


def rename_element(element: etree._Element, written: str, expected: Iterable[str]) -> Fix | None:
    """Give an element that no schema knows the name that is expected there; `written` is its name with its prefix.

    None where there is not exactly one such name, or the element is of another vocabulary than what is around it.
    """
    around = element.getparent()
    vocabulary = NAMESPACE if around is None else etree.QName(around).namespace
    if etree.QName(element).namespace != vocabulary:
        return None
    prefix, colon, local = written.rpartition(":")
    chosen = _choose(local, expected)
    return chosen and Fix(TagPart.ELEMENT, written, f"{prefix}{colon}{chosen[0]}", safe=chosen[1])


def rename_attribute(element: etree._Element, written: str, expected: Iterable[str]) -> Fix | None:
    """Give an attribute the name that is expected there; None where there is not exactly one, or it is taken."""
    if ":" in written and not written.startswith("xml:"):
        return None
    chosen = _choose(written, expected)
    taken = [name.casefold() for name in map(_show, map(str, element.attrib)) if name != written]
    if chosen is None or chosen[0].casefold() in taken:
        return None
    return Fix(TagPart.ATTRIBUTE, written, chosen[0], safe=chosen[1])


def replace_value(element: etree._Element, name: str, allowed: Iterable[str]) -> Fix | None:
    """Give an attribute a value that is allowed there: by what its form says, else one of those that are listed."""
    value = element.get(_expand(name))
    if value is None:
        return None
    if corrected := _correct_form(element, name, value.strip()):
        return Fix(TagPart.VALUE, name, corrected, safe=True, old=value)
    chosen = _choose(value.strip(), allowed)
    return chosen and Fix(TagPart.VALUE, name, chosen[0], safe=chosen[1], old=value)


def hint_at(fix: Fix | None, hint: str | None) -> str | None:
    """Give back the hint of a finding: of a value that can be mended, the value itself."""
    return f"did you mean {fix.new}?" if fix is not None and fix.part is TagPart.VALUE else hint


def correct_date(name: str, value: str) -> Fix | None:
    """Write a day or month in the form of ISO 8601 where only zeros or hyphens are missing."""
    found = _LOOSE_DAY.fullmatch(value.strip())
    # Without a day, a dash may stand between two years: 1894–95.
    if found is None or (found[4] is None and found[2] != "-"):
        return None
    corrected = "-".join([found[1], *(part.zfill(2) for part in found.groups()[2:] if part)])
    return Fix(TagPart.VALUE, name, corrected, safe=True, old=value) if find_interval(corrected) else None


def turn_direction(written: str | None, wanted: str) -> Fix | None:
    """Write prev for next, or next for prev; any other type is left to the editor."""
    return Fix(TagPart.VALUE, "type", wanted, safe=True, old=written) if written in _DIRECTIONS and written else None


def _correct_form(element: etree._Element, name: str, value: str) -> str | None:
    if name == "xml:lang" and "_" in value:
        return _correct_language(value)
    if name in ATTRIBUTES and any(other.get(XML_ID) == value for other in element.getroottree().iter("*")):
        return f"#{value}"
    dated = correct_date(name, value)
    return dated.new if dated else None


def _correct_language(value: str) -> str | None:
    try:
        return language(value.replace("_", "-"))
    except EncodingError:
        return None


def _choose(word: str, expected: Iterable[str]) -> tuple[str, bool] | None:
    """Choose the only name that differs in letter case alone, which is safe, or the only one that it is a slip of."""
    names: Collection[str] = frozenset(expected) - {_ANY_NAME}
    alike = [name for name in names if name.casefold() == word.casefold()]
    if word in names or len(alike) > 1:
        return None
    if alike:
        return alike[0], True
    meant = find_slip(word, names)
    return (meant, False) if meant else None


def _expand(name: str) -> str:
    return name.replace("xml:", XML_ID.removesuffix("id"), 1) if name.startswith("xml:") else name


def _show(name: str) -> str:
    return name.replace(XML_ID.removesuffix("id"), "xml:")
