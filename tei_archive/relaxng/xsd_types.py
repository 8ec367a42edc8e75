"""The datatypes of W3C XML Schema part 2, with the facets that RELAX NG allows as parameters.

How RELAX NG uses them: *Guidelines for using W3C XML Schema Datatypes with RELAX NG* (OASIS, 2001).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final

from tei_archive.relaxng import xsd_dates, xsd_numbers, xsd_strings
from tei_archive.relaxng.datatypes import Datatype, Namespaces, Parameters, Value
from tei_archive.relaxng.spaces import collapse, replace_spaces
from tei_archive.relaxng.unusable import UnusableDatatypeError
from tei_archive.relaxng.xsd_facets import NOTHING, Check, Measure, make_facet

Space = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class XsdType:
    """A type: in words, how its white space is read, how its text is read, and what its facets measure."""

    words: str
    parse: Callable[[str], Value | None]
    space: Space = collapse
    measure: Measure = NOTHING


_SIZED: Final = Measure(length=True)
_NUMBER: Final = Measure(is_below=xsd_numbers.is_below, digits=True)
_FLOAT: Final = Measure(is_below=xsd_numbers.is_float_below)
_MOMENT: Final = Measure(is_below=xsd_dates.is_before)
_DURATION: Final = Measure(is_below=xsd_dates.is_shorter)


def _keep(text: str) -> str:
    return text


def _number(words: str, low: int | None = None, high: int | None = None) -> XsdType:
    return XsdType(words, partial(xsd_numbers.parse_integer, low=low, high=high), measure=_NUMBER)


def _names(words: str, parse: Callable[[str], Value | None]) -> XsdType:
    return XsdType(words, partial(xsd_strings.parse_items, parse=parse), measure=_SIZED)


_NAME: Final = XsdType("an XML name without a colon", xsd_strings.parse_ncname, measure=_SIZED)
_NAMES: Final = _names("XML names without a colon", xsd_strings.parse_ncname)

TYPES: Final[Mapping[str, XsdType]] = MappingProxyType(
    {
        "string": XsdType("text", _keep, _keep, _SIZED),
        "normalizedString": XsdType("text", _keep, replace_spaces, _SIZED),
        "token": XsdType("text", _keep, measure=_SIZED),
        "language": XsdType("a language code", xsd_strings.parse_language, measure=_SIZED),
        "Name": XsdType("an XML name", xsd_strings.parse_name, measure=_SIZED),
        "NMTOKEN": XsdType("an XML name token", xsd_strings.parse_nmtoken, measure=_SIZED),
        "NMTOKENS": _names("XML name tokens", xsd_strings.parse_nmtoken),
        **dict.fromkeys(("NCName", "ID", "IDREF", "ENTITY"), _NAME),
        **dict.fromkeys(("IDREFS", "ENTITIES"), _NAMES),
        "anyURI": XsdType("a URI", xsd_strings.parse_uri, measure=_SIZED),
        "boolean": XsdType("true, false, 1 or 0", xsd_numbers.parse_boolean),
        "base64Binary": XsdType("binary data in base64", xsd_strings.parse_base64, measure=_SIZED),
        "hexBinary": XsdType("binary data in hexadecimal digits", xsd_strings.parse_hex, measure=_SIZED),
        "decimal": XsdType("a decimal number", xsd_numbers.parse_decimal, measure=_NUMBER),
        "float": XsdType("a floating-point number", xsd_numbers.parse_float, measure=_FLOAT),
        "double": XsdType("a floating-point number", xsd_numbers.parse_double, measure=_FLOAT),
        "integer": _number("an integer"),
        "nonNegativeInteger": _number("an integer, 0 or more", 0),
        "positiveInteger": _number("an integer, 1 or more", 1),
        "nonPositiveInteger": _number("an integer, 0 or less", None, 0),
        "negativeInteger": _number("an integer below 0", None, -1),
        "long": _number("an integer of 64 bits", -(2**63), 2**63 - 1),
        "int": _number("an integer of 32 bits", -(2**31), 2**31 - 1),
        "short": _number("an integer of 16 bits", -(2**15), 2**15 - 1),
        "byte": _number("an integer from -128 to 127", -128, 127),
        "unsignedLong": _number("an integer from 0, of 64 bits", 0, 2**64 - 1),
        "unsignedInt": _number("an integer from 0, of 32 bits", 0, 2**32 - 1),
        "unsignedShort": _number("an integer from 0 to 65535", 0, 2**16 - 1),
        "unsignedByte": _number("an integer from 0 to 255", 0, 255),
        "duration": XsdType("a duration such as P1DT2H", xsd_dates.parse_duration, measure=_DURATION),
        **{
            name: XsdType(words, partial(xsd_dates.parse_moment, kind=name), measure=_MOMENT)
            for name, words in xsd_dates.MOMENTS.items()
        },
    }
)
_QUALIFIED: Final = frozenset({"QName", "NOTATION"})


def find_xsd_datatype(name: str, parameters: Parameters) -> Datatype:
    """Make a datatype of XML Schema. Raises `UnusableDatatypeError`."""
    if name in _QUALIFIED:
        return Datatype(name, "an XML name whose prefix is declared", _parse_qname, needs_namespaces=True)
    kind = TYPES.get(name)
    if kind is None:
        raise UnusableDatatypeError(f"XML Schema has no datatype {name}", f"known are {', '.join(sorted(TYPES))}")
    if not parameters:
        return Datatype(name, kind.words, _reader(kind, ()))
    read = _reader(kind, ())
    facets = [make_facet(facet, value, name, kind.measure, read) for facet, value in parameters]
    words = ", ".join(dict.fromkeys((kind.words, *(facet.words for facet in facets))))
    return Datatype(name, words, _reader(kind, tuple(facet.check for facet in facets)))


def _reader(kind: XsdType, checks: tuple[Check, ...]) -> Callable[[str, Namespaces], Value | None]:
    space, parse = kind.space, kind.parse
    if not checks:
        return lambda text, _namespaces: parse(space(text))

    def read(text: str, _namespaces: Namespaces) -> Value | None:
        normal = space(text)
        value = parse(normal)
        if value is None or not all(check(normal, value) for check in checks):
            return None
        return value

    return read


def _parse_qname(text: str, namespaces: Namespaces) -> Value | None:
    return xsd_strings.parse_qname(collapse(text), namespaces)
