"""RELAX NG through libxml2: a sure verdict, and messages for want of better ones."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.model import Finding
from tei_archive.validating.batch import XML_ID, XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.intervals import dates_of, find_interval

# What libxml2 adds on the way up from the place that is wrong.
_ECHO: Final = re.compile(r"failed to validate|Invalid sequence in interleave|Element \S+ has extra content")
_ID_TWICE: Final = re.compile(r"ID \S+ redefined")
_ATTRIBUTE: Final = re.compile(r"Invalid attribute (\S+) for element")


def read_relaxng(path: Path) -> Callable[[XmlFile], Iterator[Finding]]:
    """Make a RELAX NG schema (XML syntax) ready. Raises `TeiArchiveError` where it cannot be used."""
    try:
        schema = etree.RelaxNG(etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)))
    except (etree.RelaxNGParseError, etree.XMLSyntaxError, OSError) as error:
        raise TeiArchiveError(f"no usable RELAX NG schema: {error}", Location(str(path))) from error

    def check(file: XmlFile) -> Iterator[Finding]:
        if not schema.validate(file.root):
            yield from _report(file, schema.error_log)

    return check


def _report(file: XmlFile, log: etree._ListErrorLog) -> Iterator[Finding]:
    entries = [entry for entry in log if not _ECHO.search(entry.message)] or list(log)
    elements: Mapping[object, etree._Element] = {element: element for element in file.positions}
    for entry in entries:
        found = file.root.getroottree().xpath(entry.path) if entry.path else None
        element = elements.get(found[0] if isinstance(found, list) and found else None, file.root)
        if not _is_left_to_rules(file, element, entry.message):
            yield Code.OTHERWISE_INVALID.at(file.where(element), entry.message)


def _is_left_to_rules(file: XmlFile, element: etree._Element, message: str) -> bool:
    """Say whether the rules say the same, and better: an id that is used twice, a day that is none."""
    if _ID_TWICE.match(message):
        return True
    found = _ATTRIBUTE.match(message)
    if found and found[1] == "id":
        return sum(other.get(XML_ID) == element.get(XML_ID) for other in file.positions) > 1
    words = dict(dates_of(element)).get(found[1]) if found else None
    return words is not None and find_interval(words) is None
