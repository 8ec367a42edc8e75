"""RELAX NG: what our engine finds in a file, as findings."""

from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from tei_archive.model import Finding
from tei_archive.relaxng import Kind, Schema, Violation
from tei_archive.validating.batch import XmlFile
from tei_archive.validating.intervals import dates_of, find_interval
from tei_archive.validating.relaxng_messages import describe


def read_relaxng(path: Path) -> Callable[[XmlFile], Iterator[Finding]]:
    """Make a RELAX NG schema ready, in XML or compact syntax. Raises `TeiArchiveError` where it cannot be used."""
    schema = Schema.read(path)

    def check(file: XmlFile) -> Iterator[Finding]:
        elements = {place: element for element, place in file.positions.items()}
        for violation in schema.validate(file.path):
            element = elements.get((violation.line, violation.column))
            if not _is_left_to_rules(violation, element) and not _is_aftermath(violation):
                yield describe(violation, file.path, schema.element_names)

    return check


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
