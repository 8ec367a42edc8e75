"""XML Schema through xmlschema: every error at the place of its tag."""

import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import xmlschema
from lxml import etree
from xmlschema.validators.exceptions import XMLSchemaValidationError

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.files import real_path
from tei_archive.model import Finding, Fix
from tei_archive.validating.batch import XML_ID, XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.fixes import hint_at, rename_attribute, rename_element, replace_value
from tei_archive.validating.intervals import dates_of, find_interval
from tei_archive.validating.places import Paths, element_page, page_of
from tei_archive.validating.schema_roots import read_root
from tei_archive.validating.xsd_messages import Flaw, describe

_LEAST_VERSION: Final = "{http://www.w3.org/2007/XMLSchema-versioning}minVersion"


def read_xsd(path: Path) -> Callable[[XmlFile], Iterator[Finding]]:
    """Make an XML Schema (1.0 or 1.1) ready. Raises `TeiArchiveError` where it cannot be used.

    What it includes is read from its own folder only, never from the network.
    """
    schema = _read(path)
    components = schema.iter_components(xmlschema.XsdElement)
    names = frozenset(component.local_name for component in components if isinstance(component, xmlschema.XsdElement))

    def check(file: XmlFile) -> Iterator[Finding]:
        elements: Mapping[object, etree._Element] = {element: element for element in file.root.iter("*")}
        errors = schema.iter_errors(xmlschema.XMLResource(file.root, allow="none"), use_location_hints=False)
        ours = (error for error in errors if not _is_left_to_rules(error, elements.get(error.elem)))
        paths = Paths(file.root)
        said: set[tuple[etree._Element, str]] = set()
        for flaw in (describe(error, names) for error in ours):
            element = elements.get(flaw.element, file.root)
            if (element, flaw.message) not in said:
                said.add((element, flaw.message))
                fix = _find_fix(flaw, element)
                hint, page = hint_at(fix, flaw.hint), _find_page(flaw, element)
                path = paths.write(element) + (f"/@{flaw.attribute}" if flaw.attribute else "")
                yield flaw.code.at(file.where(element), flaw.message, hint, xpath=path, link=page, fix=fix)

    return check


def _read(path: Path) -> xmlschema.XMLSchemaBase:
    problems: list[Exception] = []
    for version in _versions(path):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")  # a part that cannot be read would be left out with a warning
                return version(str(real_path(path)), allow="sandbox", defuse="always")
        except (xmlschema.XMLSchemaException, OSError, Warning, SyntaxError, ValueError) as error:
            problems.append(error)
    reason = getattr(problems[-1], "message", None) or str(problems[-1])
    hint = "a schema may include files of its own folder and those below, nothing else"
    raise TeiArchiveError(f"no usable XML Schema: {reason}", Location(str(path)), hint) from problems[-1]


def _versions(path: Path) -> tuple[type[xmlschema.XMLSchemaBase], ...]:
    """The versions to try; a schema that is for 1.1 alone says so, and would be read as empty by 1.0."""
    root = read_root(path)
    is_new = root.get(_LEAST_VERSION, "1.0") != "1.0"
    return (xmlschema.XMLSchema11,) if is_new else (xmlschema.XMLSchema10, xmlschema.XMLSchema11)


def _find_page(flaw: Flaw, element: etree._Element) -> str | None:
    """Find the page about an element, or about what was meant by one that does not exist."""
    page = element_page(element)
    is_unknown = flaw.code is Code.ELEMENT_NOT_ALLOWED and bool(flaw.meant)
    if page is None or not is_unknown:
        return page
    return page_of(flaw.near) if flaw.near else None


def _find_fix(flaw: Flaw, element: etree._Element) -> Fix | None:
    match flaw.code:
        case Code.ELEMENT_NOT_ALLOWED if flaw.meant:
            written = etree.QName(element).localname
            return rename_element(element, f"{element.prefix}:{written}" if element.prefix else written, flaw.meant)
        case Code.ATTRIBUTE_NOT_ALLOWED:
            return rename_attribute(element, flaw.attribute, flaw.meant)
        case Code.VALUE_NOT_ALLOWED if flaw.attribute:
            return replace_value(element, flaw.attribute, flaw.meant)
    return None


def _is_left_to_rules(error: XMLSchemaValidationError, element: etree._Element | None) -> bool:
    """Say whether the rules say the same, and better: an id that is used twice, a day that is none."""
    words = error.obj
    if element is None or not isinstance(words, str):
        return False
    if "duplicated xs:ID value" in (error.reason or ""):
        return element.get(XML_ID) == words
    return any(words == date and find_interval(date) is None for _, date in dates_of(element))
