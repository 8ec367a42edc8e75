"""RELAX NG: what our engine finds in a file, as findings: where, what helps, and what would mend it."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from lxml import etree

from tei_archive.cache import keep, recall
from tei_archive.errors import Location
from tei_archive.files import real_path
from tei_archive.model import Finding, Fix
from tei_archive.relaxng import Kind, Schema, Violation
from tei_archive.validating.batch import XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.fixes import hint_at, rename_attribute, rename_element, replace_value
from tei_archive.validating.intervals import dates_of, find_interval
from tei_archive.validating.kept_findings import fingerprint_of, program
from tei_archive.validating.nearest import find_nearest
from tei_archive.validating.places import Paths, element_page, page_of
from tei_archive.validating.relaxng_messages import describe

_KIND: Final = "grammars"
_MOST_OF_A_STREAM: Final = 1_000


def read_relaxng(path: Path) -> Callable[[XmlFile], Iterator[Finding]]:
    """Make a RELAX NG schema ready, in XML or compact syntax. Raises `TeiArchiveError` where it cannot be used."""
    schema = _load(path)

    def check(file: XmlFile) -> Iterator[Finding]:
        if file.is_head:
            yield from _stream(file, schema)
            return
        paths = Paths(file.root)
        for violation in schema.validate(file.path):
            element = paths.element(violation.element)
            if not _is_left_to_rules(violation, element) and not _is_aftermath(violation):
                code, message, hint = describe(violation, schema.element_names)
                element = paths.find(violation.xpath) if element is None else element
                page = _find_page(violation, element, schema.element_names)
                path = paths.write(element) + _write_attribute(violation)
                fix = _find_fix(violation, element)
                where = _place(violation, file)
                yield code.at(where, message, hint_at(fix, hint), xpath=path, link=page, fix=fix)

    return check


def _stream(file: XmlFile, schema: Schema) -> Iterator[Finding]:
    """Find what is wrong with a large file, from which no tree is made; its errors are counted beyond a number."""
    violations = schema.validate(file.path)
    for violation in islice(violations, _MOST_OF_A_STREAM):
        code, message, hint = describe(violation, schema.element_names)
        yield code.at(_place(violation, file), message, hint, xpath=violation.xpath)
    if more := sum(1 for _ in violations):
        message = f"{more} more errors are not listed"
        yield Code.OTHERWISE_INVALID.at(file.where(file.root), message, hint="mend the first ones, and check again")


def _place(violation: Violation, file: XmlFile) -> Location:
    return Location(str(file.path), violation.line, violation.column)


def _load(path: Path) -> Schema:
    """Make a schema ready, from the user's cache where it was read before."""
    key = f"{program()}\n{real_path(path)}\n{fingerprint_of(path)}"
    compiled = recall(_KIND, key)
    if compiled is not None:
        return Schema.from_bytes(compiled)
    schema = Schema.read(path)
    if compiled := schema.to_bytes():
        keep(_KIND, key, compiled)
    return schema


def _write_attribute(violation: Violation) -> str:
    """Write the step of a path that leads to the attribute, if the violation is about one that is there."""
    return "".join(violation.xpath.partition("/@")[1:])


def _find_page(
    violation: Violation, element: etree._Element, element_names: Callable[[], tuple[str, ...]]
) -> str | None:
    """Find the page about an element, or about what was meant by one that does not exist."""
    page = element_page(element)
    if page is None or violation.kind is not Kind.UNKNOWN_ELEMENT:
        return page
    near = find_nearest(etree.QName(element).localname, element_names())
    return page_of(near) if near else None


def _find_fix(violation: Violation, element: etree._Element) -> Fix | None:
    match violation.kind:
        case Kind.UNKNOWN_ELEMENT:
            return rename_element(element, violation.name, violation.expected)
        case Kind.ATTRIBUTE_NOT_ALLOWED:
            return rename_attribute(element, violation.name, violation.expected)
        case Kind.ATTRIBUTE_VALUE:
            return replace_value(element, violation.name, violation.expected)
    return None


def _is_left_to_rules(violation: Violation, element: etree._Element | None) -> bool:
    """Say whether the rules say the same, and better: a day that is none."""
    if element is None or violation.kind is not Kind.ATTRIBUTE_VALUE:
        return False
    words = dict(dates_of(element)).get(violation.name)
    return words is not None and find_interval(words) is None


def _is_aftermath(violation: Violation) -> bool:
    """Say whether it follows from an element in one that holds data alone, which has been, or will be, reported."""
    kinds = (Kind.TEXT_NOT_ALLOWED, Kind.INCOMPLETE_CONTENT)
    return violation.kind in kinds and not violation.expected and "end of the element" not in violation.advice
