"""Facets of XML Schema: what a parameter of a datatype asks of its values."""

from collections.abc import Callable, Mapping, Sized
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from tei_archive.relaxng.datatypes import Namespaces, Value
from tei_archive.relaxng.spaces import SPACES
from tei_archive.relaxng.unusable import UnusableDatatypeError
from tei_archive.relaxng.xsd_regex import compile_later

Check = Callable[[str, Value], bool]
Read = Callable[[str, Namespaces], Value | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """What can be measured in the values of a type: their length, their order, their digits."""

    length: bool = False
    is_below: Callable[[Value, Value], bool] | None = None
    digits: bool = False


NOTHING: Final = Measure()


@dataclass(frozen=True, slots=True)
class Facet:
    """A check, and the check in words."""

    words: str
    check: Check


def make_facet(name: str, text: str, of: str, measure: Measure, read: Read) -> Facet:
    """Make a facet from a parameter. Raises `UnusableDatatypeError` where the type `of` has no such facet."""
    if name == "pattern":
        return Facet(f"matching {text}", compile_later(text))
    if name in _LENGTHS and measure.length:
        return _make_length(name, _read_count(name, text))
    if name in _BOUNDS and measure.is_below is not None:
        value = read(text, {})
        if value is None:
            raise UnusableDatatypeError(f"{text!r} is no value of {of}, and so no {name}")
        return _make_bound(name, text, value, measure.is_below)
    if name in _DIGITS and measure.digits:
        return _make_digits(name, _read_count(name, text))
    raise UnusableDatatypeError(f"the datatype {of} takes no parameter {name}", _list_facets(measure))


_LENGTHS: Final[Mapping[str, tuple[str, Callable[[int, int], bool]]]] = MappingProxyType(
    {
        "length": ("of length {}", lambda length, bound: length == bound),
        "minLength": ("of length {} or more", lambda length, bound: length >= bound),
        "maxLength": ("of length {} or less", lambda length, bound: length <= bound),
    }
)
_BOUNDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "minInclusive": "{} or more",
        "maxInclusive": "{} or less",
        "minExclusive": "more than {}",
        "maxExclusive": "less than {}",
    }
)
_DIGITS: Final[Mapping[str, str]] = MappingProxyType(
    {"totalDigits": "with {} digits at most", "fractionDigits": "with {} digits at most after the point"}
)


def _list_facets(measure: Measure) -> str:
    kinds = ((_LENGTHS, measure.length), (_BOUNDS, measure.is_below), (_DIGITS, measure.digits))
    return f"it takes {', '.join(('pattern', *(name for names, has in kinds if has for name in names)))}"


def _read_count(name: str, text: str) -> int:
    number = text.strip(SPACES)
    if not (number.isascii() and number.isdecimal()) or len(number) > 18 or (name == "totalDigits" and not int(number)):
        raise UnusableDatatypeError(f"{text!r} is no value of the parameter {name}", "a whole number is expected")
    return int(number)


def _make_length(name: str, bound: int) -> Facet:
    words, compare = _LENGTHS[name]
    return Facet(words.format(bound), lambda _, value: isinstance(value, Sized) and compare(len(value), bound))


def _make_bound(name: str, text: str, bound: Value, is_below: Callable[[Value, Value], bool]) -> Facet:
    checks: dict[str, Check] = {
        "minInclusive": lambda _, value: value == bound or is_below(bound, value),
        "maxInclusive": lambda _, value: value == bound or is_below(value, bound),
        "minExclusive": lambda _, value: is_below(bound, value),
        "maxExclusive": lambda _, value: is_below(value, bound),
    }
    return Facet(_BOUNDS[name].format(text), checks[name])


def _make_digits(name: str, bound: int) -> Facet:
    def check(_: str, value: Value) -> bool:
        if not isinstance(value, Decimal):
            return True
        _sign, digits, exponent = value.as_tuple()
        written = "".join(map(str, digits))
        places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        fraction = written[len(written) - places :].rstrip("0") if places else ""
        fraction = fraction if len(written) >= places else fraction.rjust(len(fraction) + places - len(written), "0")
        whole = written[: max(len(written) - places, 0)].lstrip("0")
        return (len(fraction) if name == "fractionDigits" else len(whole) + len(fraction)) <= bound

    return Facet(_DIGITS[name].format(bound), check)
