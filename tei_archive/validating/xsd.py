"""XML Schema through xmlschema: every error, in our words, at the place of its tag."""

import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

import xmlschema
from lxml import etree
from xmlschema.validators.exceptions import XMLSchemaChildrenValidationError, XMLSchemaValidationError

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.model import Finding
from tei_archive.validating.batch import XML_ID, XmlFile
from tei_archive.validating.codes import Code

_SHOWN: Final = 6

# The reasons that xmlschema gives, the kind of finding, and our words for it.
_REASONS: Final = (
    (re.compile(r"missing required attribute '(.+)'"), Code.ATTRIBUTE_MISSING, "<{element}> lacks the attribute {0}"),
    (
        re.compile(r"'(.+)' attribute not allowed for element|use of attribute '(.+)' is prohibited"),
        Code.ATTRIBUTE_NOT_ALLOWED,
        "<{element}> takes no attribute {0}",
    ),
    (re.compile(r"attribute (\S+?)='(.*)': .*", re.DOTALL), Code.VALUE_NOT_ALLOWED, '{0}="{1}" is not allowed'),
    (
        re.compile(r"character data .*"),
        Code.TEXT_NOT_ALLOWED,
        "<{element}> holds elements only, and no text of its own",
    ),
    (re.compile(r"'.+' is not an element of the schema"), Code.UNKNOWN_ROOT, "a file cannot begin with <{element}>"),
)
_ALLOWED: Final = re.compile(r"value must be one of \[(.*)\]")
_NAMESPACE: Final = re.compile(r"\{[^}]*\}")


def read_xsd(path: Path) -> Callable[[XmlFile], Iterator[Finding]]:
    """Make an XML Schema (1.0 or 1.1) ready. Raises `TeiArchiveError` where it cannot be used.

    What it includes is read from its own folder only, never from the network.
    """
    schema = _read(path)

    def check(file: XmlFile) -> Iterator[Finding]:
        resource = xmlschema.XMLResource(file.root, allow="none")
        elements: Mapping[object, etree._Element] = {element: element for element in file.positions}
        for error in schema.iter_errors(resource, use_location_hints=False):
            if not _is_left_to_rules(error):
                yield _report(file, error, elements)

    return check


def _read(path: Path) -> xmlschema.XMLSchemaBase:
    problems: list[Exception] = []
    for version in (xmlschema.XMLSchema10, xmlschema.XMLSchema11):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")  # a part that cannot be read would be left out with a warning
                return version(str(path), allow="sandbox", defuse="always")
        except (xmlschema.XMLSchemaException, OSError, UserWarning, SyntaxError, ValueError) as error:
            problems.append(error)
    reason = getattr(problems[-1], "message", None) or str(problems[-1])
    hint = "a schema may include files of its own folder and those below, nothing else"
    raise TeiArchiveError(f"no usable XML Schema: {reason}", Location(str(path)), hint) from problems[-1]


def _is_left_to_rules(error: XMLSchemaValidationError) -> bool:
    """Say whether the rules say the same better: that an id is used twice, and where it was used first."""
    element, reason = error.elem, error.reason or ""
    return "duplicated xs:ID value" in reason and element is not None and XML_ID in element.keys()  # noqa: SIM118


def _report(file: XmlFile, error: XMLSchemaValidationError, elements: Mapping[object, etree._Element]) -> Finding:
    element = elements.get(error.elem, file.root)
    if isinstance(error, XMLSchemaChildrenValidationError):
        return _report_children(file, element, error, elements)
    reason = _NAMESPACE.sub("", error.reason or "")
    for pattern, code, words in _REASONS:
        if found := pattern.fullmatch(reason):
            message = words.format(*(group for group in found.groups() if group is not None), element=_name(element))
            return code.at(file.where(element), message, _hint(reason))
    code = Code.VALUE_NOT_ALLOWED if isinstance(error.obj, str) else Code.OTHERWISE_INVALID
    return code.at(file.where(element), f"<{_name(element)}>: {reason}")


def _report_children(
    file: XmlFile,
    parent: etree._Element,
    error: XMLSchemaChildrenValidationError,
    elements: Mapping[object, etree._Element],
) -> Finding:
    expected = tuple(_NAMESPACE.sub("", tag).rpartition(":")[2] for tag in error.expected_tags)
    child = elements.get(error.invalid_child)
    if child is None:
        message = f"<{_name(parent)}> is not complete"
        return Code.CONTENT_INCOMPLETE.at(file.where(parent), message, _expect(expected))
    name = _name(child)
    message = f"<{name}> is not allowed here in <{_name(parent)}>"
    near = get_close_matches(name, expected, n=1)
    hint = f"did you mean <{near[0]}>?" if near else _expect(expected)
    return Code.ELEMENT_NOT_ALLOWED.at(file.where(child), message, hint)


def _expect(names: tuple[str, ...]) -> str | None:
    if not names:
        return None
    shown = ", ".join(f"<{name}>" for name in names[:_SHOWN])
    return f"expected: {shown}" + (" or others" if len(names) > _SHOWN else "")


def _hint(reason: str) -> str | None:
    allowed = _ALLOWED.search(reason)
    return f"allowed: {allowed[1]}" if allowed else None


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname
