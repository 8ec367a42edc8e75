"""RELAX NG through libxml2: a sure verdict, and its messages in our words."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.model import Finding
from tei_archive.validating.batch import XML_ID, XmlFile
from tei_archive.validating.intervals import dates_of, find_interval
from tei_archive.validating.relaxng_messages import describe
from tei_archive.validating.relaxng_names import Names, read_names

# What libxml2 adds on the way up from the place that is wrong.
_ECHO: Final = re.compile(r"failed to validate|Invalid sequence in interleave|Element \S+ has extra content")
_ID_TWICE: Final = re.compile(r"ID \S+ redefined")
_ATTRIBUTE: Final = re.compile(r"Invalid attribute (\S+) for element")


def read_relaxng(path: Path) -> Callable[[XmlFile], Iterator[Finding]]:
    """Make a RELAX NG schema (XML syntax) ready. Raises `TeiArchiveError` where it cannot be used."""
    try:
        tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
        schema = etree.RelaxNG(tree)
    except (etree.RelaxNGParseError, etree.XMLSyntaxError, OSError) as error:
        raise TeiArchiveError(f"no usable RELAX NG schema: {error}", Location(str(path))) from error

    names = cache(lambda: read_names(tree.getroot()))

    def check(file: XmlFile) -> Iterator[Finding]:
        if not schema.validate(file.root):
            yield from _report(file, schema.error_log, names())

    return check


def _report(file: XmlFile, log: etree._ListErrorLog, names: Names | None) -> Iterator[Finding]:
    # Of an empty element with a wrong attribute libxml2 also says that it lacks content, whether it does or not.
    wrong = {entry.path for entry in log if _ATTRIBUTE.match(entry.message)}
    heard = [entry for entry in log if not (entry.message.endswith("got nothing") and entry.path in wrong)]
    entries = [entry for entry in heard if not _ECHO.search(entry.message)] or heard
    elements: Mapping[object, etree._Element] = {element: element for element in file.positions}
    for entry in entries:
        found = file.root.getroottree().xpath(entry.path) if entry.path else None
        element = elements.get(found[0] if isinstance(found, list) and found else None, file.root)
        if not _is_left_to_rules(file, element, entry.message):
            reading = describe(entry.message, element, names)
            yield reading.code.at(file.where(element), reading.message, reading.hint)


def _is_left_to_rules(file: XmlFile, element: etree._Element, message: str) -> bool:
    """Say whether the rules say the same, and better: an id that is used twice, a day that is none."""
    if _ID_TWICE.match(message):
        return True
    found = _ATTRIBUTE.match(message)
    if found and found[1] == "id":
        return sum(other.get(XML_ID) == element.get(XML_ID) for other in file.positions) > 1
    words = dict(dates_of(element)).get(found[1]) if found else None
    return words is not None and find_interval(words) is None
