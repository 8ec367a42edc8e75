"""The restrictions on a simplified schema: section 7 of the RELAX NG specification."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from tei_archive.errors import Location
from tei_archive.relaxng.name_classes import Name, NameClass, contains, exact_names, find_shared, is_open
from tei_archive.relaxng.patterns import (
    Attribute,
    Choice,
    Compound,
    Data,
    Element,
    Interleave,
    ListOf,
    OneOrMore,
    Part,
    Pattern,
    Text,
    ValueOf,
)
from tei_archive.relaxng.schema_error import wrong

_IN_ATTRIBUTE: Final = Part.ATTRIBUTE | Part.ELEMENT
_IN_LIST: Final = Part.LIST | Part.ELEMENT | Part.ATTRIBUTE | Part.TEXT | Part.INTERLEAVE
_IN_START: Final = ~Part.ELEMENT
_IN_EXCEPT: Final = ~Part.DATA
_WORDS: Final = (
    (Part.ELEMENT, "an element"),
    (Part.ATTRIBUTE, "an attribute"),
    (Part.TEXT, "text"),
    (Part.LIST, "a list"),
    (Part.DATA, "data or a value"),
    (Part.INTERLEAVE, "an interleave"),
    (Part.GROUP, "a group"),
    (Part.ONE_OR_MORE, "a repetition"),
    (Part.EMPTY, "empty"),
)


class ContentType(IntEnum):
    """What an element holds (section 7.2)."""

    EMPTY = 0
    COMPLEX = 1
    SIMPLE = 2


@dataclass(frozen=True, slots=True)
class _Names:
    """Names at one level of a pattern: those listed, and the classes without end."""

    exact: frozenset[Name] = frozenset()
    open: tuple[NameClass, ...] = ()

    def __or__(self, other: "_Names") -> "_Names":
        return _Names(self.exact | other.exact, (*self.open, *other.open))

    def find_shared(self, other: "_Names") -> Name | None:
        shared = min(self.exact & other.exact, default=None)
        if shared is not None:
            return shared
        for one, exact in ((self.open, other.exact), (other.open, self.exact)):
            for names in one:
                if found := next((name for name in sorted(exact) if contains(names, name)), None):
                    return found
        return next(filter(None, (find_shared(one, two) for one in self.open for two in other.open)), None)


_NO_NAMES: Final = _Names()


@dataclass(frozen=True, slots=True)
class _Traits:
    """What has been found out about a pattern: its attributes, those open and not repeated, elements, content."""

    attributes: _Names = _NO_NAMES
    unrepeated: bool = False
    elements: _Names = _NO_NAMES
    content: ContentType = ContentType.EMPTY


def check_restrictions(start: Pattern, where: Location) -> None:
    """Check a simplified schema. Raises `SchemaError` at the first breach."""
    _refuse(start, _IN_START, "the start of a schema", where)
    check = _Check({}, {}, [])
    check.find_traits(start, where)
    while check.waiting:
        element = check.waiting.pop()
        if check.find_traits(element.content, element.where).unrepeated:
            raise wrong("an attribute of any name must be repeated", element.where, "put it into <zeroOrMore>")


def _refuse(pattern: Pattern, parts: int, owner: str, where: Location) -> None:
    """Refuse parts of a pattern (section 7.1)."""
    for part, words in _WORDS:
        if pattern.parts & parts & part:
            raise wrong(f"{words} is not allowed in {owner}", where, "see section 7.1 of the RELAX NG specification")


@dataclass(frozen=True, slots=True)
class _Check:
    """A walk through a schema: traits that are known, elements that were seen, and elements that wait."""

    known: dict[Pattern, _Traits]
    seen: dict[Element, None]
    waiting: list[Element]

    def find_traits(self, pattern: Pattern, where: Location) -> _Traits:
        found = self.known.get(pattern)
        if found is None:
            found = self.known[pattern] = self._look(pattern, where)
        return found

    def _look(self, pattern: Pattern, where: Location) -> _Traits:
        match pattern:
            case Element():
                return self._look_at_element(pattern)
            case Attribute():
                return self._look_at_attribute(pattern)
            case Compound():
                return self._look_at_members(pattern, where)
            case OneOrMore():
                return self._look_at_repetition(pattern, where)
            case ListOf() | Data() | ValueOf():
                return self._look_at_text(pattern)
        return _Traits(content=ContentType.COMPLEX if isinstance(pattern, Text) else ContentType.EMPTY)

    def _look_at_text(self, pattern: ListOf | Data | ValueOf) -> _Traits:
        if isinstance(pattern, ListOf):
            _refuse(pattern.body, _IN_LIST, "a list", pattern.where)
            self._look_inside(pattern.body, pattern.where)
        elif isinstance(pattern, Data) and pattern.but is not None:
            _refuse(pattern.but, _IN_EXCEPT, "the except of data", pattern.where)
        return _Traits(content=ContentType.SIMPLE)

    def _look_inside(self, body: Pattern, where: Location) -> None:
        """Check a list: its items may stand side by side, as the content of an element may not."""
        for inner in _inner(body):
            if isinstance(inner, Data | ListOf):
                self.find_traits(inner, where)

    def _look_at_element(self, element: Element) -> _Traits:
        if element not in self.seen:
            self.seen[element] = None
            self.waiting.append(element)
        return _Traits(elements=_split(element.names), content=ContentType.COMPLEX)

    def _look_at_attribute(self, attribute: Attribute) -> _Traits:
        _refuse(attribute.value, _IN_ATTRIBUTE, "an attribute", attribute.where)
        self.find_traits(attribute.value, attribute.where)
        return _Traits(attributes=_split(attribute.names), unrepeated=is_open(attribute.names))

    def _look_at_repetition(self, pattern: OneOrMore, where: Location) -> _Traits:
        if pattern.body.parts & Part.GROUPED_ATTRIBUTE:
            raise wrong("a group with an attribute may not be repeated", where, "repeat the attribute alone")
        inside = self.find_traits(pattern.body, where)
        if inside.content is ContentType.SIMPLE:
            raise wrong("data may not be repeated", where, "put it into <list>")
        return _Traits(inside.attributes, unrepeated=False, elements=inside.elements, content=inside.content)

    def _look_at_members(self, pattern: Compound, where: Location) -> _Traits:
        members = [self.find_traits(member, where) for member in pattern.members]
        if not isinstance(pattern, Choice):
            _check_content(members, where)
            _check_shared([member.attributes for member in members], "attribute", where)
        if isinstance(pattern, Interleave):
            _check_shared([member.elements for member in members], "element", where)
            if sum(bool(member.parts & Part.TEXT) for member in pattern.members) > 1:
                raise wrong("text stands in two parts of an interleave", where, "leave it in one of them")
        return _Traits(
            _union([member.attributes for member in members]),
            any(member.unrepeated for member in members),
            _union([member.elements for member in members]),
            max(member.content for member in members),
        )


def _inner(pattern: Pattern) -> Iterator[Pattern]:
    yield pattern
    match pattern:
        case Compound():
            for member in pattern.members:
                yield from _inner(member)
        case OneOrMore():
            yield from _inner(pattern.body)


def _split(names: NameClass) -> _Names:
    return _Names(open=(names,)) if is_open(names) else _Names(frozenset(exact_names(names)))


def _union(parts: list[_Names]) -> _Names:
    filled = [part for part in parts if part.exact or part.open]
    if len(filled) < 2:
        return filled[0] if filled else _NO_NAMES
    exact = frozenset().union(*(part.exact for part in filled))
    return _Names(exact, tuple(dict.fromkeys(names for part in filled for names in part.open)))


def _check_content(members: list[_Traits], where: Location) -> None:
    filled = [member for member in members if member.content is not ContentType.EMPTY]
    if len(filled) > 1 and any(member.content is ContentType.SIMPLE for member in filled):
        hint = "see section 7.2 of the RELAX NG specification"
        raise wrong("data stands beside elements, text or other data", where, hint)


def _check_shared(parts: list[_Names], kind: str, where: Location) -> None:
    """Refuse a name that two members of a group have (7.3), or of an interleave (7.4)."""
    before = _NO_NAMES
    listed: set[Name] = set()
    for part in parts:
        if part.open or before.open or not listed.isdisjoint(part.exact):
            before = _Names(frozenset(listed), before.open)
            if shared := before.find_shared(part):
                name = shared.local if shared.local.isprintable() else "of any name"
                raise wrong(f"the {kind} {name} may come from two parts of one pattern", where, "leave one of them out")
            before |= part
        listed |= part.exact
