"""A simplified schema as bytes, and back: what was read and checked once need not be read and checked again.

The bytes are JSON: a row a pattern, in the order in which the patterns were made, so that a row refers only to rows
above it. What elements hold comes last, since it may be a loop.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from tei_archive.errors import Location
from tei_archive.relaxng.datatypes import Datatype
from tei_archive.relaxng.libraries import find_datatype
from tei_archive.relaxng.name_classes import AnyName, Name, NameChoice, NameClass, NsName
from tei_archive.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Compound,
    Data,
    Element,
    Group,
    Interleave,
    ListOf,
    OneOrMore,
    Pattern,
    Patterns,
    ValueOf,
)

Row = list[object]
Reader = Callable[..., Pattern]
"""From the patterns above, the patterns of the schema and what stands in the row, to a pattern."""

# Where a pattern stood matters to those who check a schema; this one has been checked.
_CHECKED: Final = Location("a compiled schema")
_SINGLE: Final = (NOT_ALLOWED, EMPTY, TEXT)


def write_compiled(start: Pattern) -> bytes | None:
    """Write the patterns of a schema; None for one that compares values whose meaning depends on prefixes."""
    patterns = sorted(_reach(start), key=lambda pattern: pattern.serial)
    if any(isinstance(pattern, ValueOf) and pattern.datatype.needs_namespaces for pattern in patterns):
        return None
    numbers = {pattern: number for number, pattern in enumerate((*_SINGLE, *patterns))}
    rows = [_write_row(pattern, numbers) for pattern in patterns]
    contents = [(numbers[pattern], numbers[pattern.content]) for pattern in patterns if isinstance(pattern, Element)]
    return json.dumps([numbers[start], rows, contents], ensure_ascii=True, separators=(",", ":")).encode()


def read_compiled(content: bytes, patterns: Patterns) -> Pattern:
    """Read the patterns of a schema that `write_compiled` wrote; give back that of a whole document."""
    start, rows, contents = json.loads(content)
    made: list[Pattern] = list(_SINGLE)
    for kind, *row in rows:
        made.append(_READERS[kind](made, patterns, *row))
    for element, inside in contents:
        holder = made[element]
        if isinstance(holder, Element):
            holder.content = made[inside]
    whole: Pattern = made[start]
    return whole


def _reach(start: Pattern) -> set[Pattern]:
    """Find all patterns of a schema, but for the three that stand for themselves."""
    found: set[Pattern] = set(_SINGLE)
    waiting = [start]
    while waiting:
        pattern = waiting.pop()
        if pattern not in found:
            found.add(pattern)
            waiting += _parts(pattern)
    return found.difference(_SINGLE)


def _parts(pattern: Pattern) -> Iterator[Pattern]:
    match pattern:
        case Compound():
            yield from pattern.members
        case OneOrMore() | ListOf():
            yield pattern.body
        case Data(but=Pattern() as but):
            yield but
        case Attribute():
            yield pattern.value
        case Element():
            yield pattern.content


def _write_row(pattern: Pattern, numbers: dict[Pattern, int]) -> Row:
    row: Row = []
    match pattern:
        case Compound():
            row = [type(pattern).__name__, [numbers[member] for member in pattern.members]]
        case OneOrMore() | ListOf():
            row = [type(pattern).__name__, numbers[pattern.body]]
        case Data():
            row = ["Data", *_write_datatype(pattern.datatype), None if pattern.but is None else numbers[pattern.but]]
        case ValueOf():
            row = ["ValueOf", *_write_datatype(pattern.datatype), pattern.words]
        case Attribute():
            row = ["Attribute", _write_names(pattern.names), numbers[pattern.value]]
        case Element():
            row = ["Element", _write_names(pattern.names)]
    return row


def _read_compound(kind: type[Compound]) -> Reader:
    return lambda made, patterns, members: patterns.compound(kind, tuple([made[member] for member in members]))


def _read_data(
    made: list[Pattern], _: Patterns, library: str, name: str, parameters: list[list[str]], but: int | None
) -> Pattern:
    return Data(_read_datatype(library, name, parameters), None if but is None else made[but], _CHECKED)


def _read_value(
    _made: list[Pattern], _: Patterns, library: str, name: str, parameters: list[list[str]], words: str
) -> Pattern:
    datatype = _read_datatype(library, name, parameters)
    return ValueOf(datatype, datatype.parse(words, {}), words)


_READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        **{kind.__name__: _read_compound(kind) for kind in (Choice, Group, Interleave)},
        "OneOrMore": lambda made, patterns, body: patterns.one_or_more(made[body]),
        "ListOf": lambda made, _, body: ListOf(made[body], _CHECKED),
        "Data": _read_data,
        "ValueOf": _read_value,
        "Attribute": lambda made, _, names, value: Attribute(_read_names(names), made[value], _CHECKED),
        "Element": lambda _made, _, names: Element(_read_names(names), _CHECKED),
    }
)


def _write_datatype(datatype: Datatype) -> Row:
    return [datatype.library, datatype.name, datatype.parameters]


def _read_datatype(library: str, name: str, parameters: list[list[str]]) -> Datatype:
    return find_datatype(library, name, tuple((facet, value) for facet, value in parameters))


def _write_names(names: NameClass | None) -> object:
    match names:
        case Name(uri, local):
            return [uri, local]
        case NameChoice(members):
            return {"choice": [_write_names(member) for member in members]}
        case NsName(uri, but):
            return {"ns": uri, "but": _write_names(but)}
        case AnyName(but):
            return {"but": _write_names(but)}
    return None


def _read_names(row: object) -> NameClass:
    match row:
        case [str(uri), str(local)]:
            return Name(uri, local)
        case {"choice": [*members]}:
            return NameChoice(tuple(map(_read_names, members)))
        case {"ns": str(uri), "but": but}:
            return NsName(uri, None if but is None else _read_names(but))
        case {"but": but}:
            return AnyName(None if but is None else _read_names(but))
    raise ValueError(f"not a class of names: {row}")
