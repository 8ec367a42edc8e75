"""What a pattern asks for at a place: the names that are required there, and all that are possible."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tei_archive.relaxng.name_classes import Name, NameClass, exact_names, is_open
from tei_archive.relaxng.patterns import (
    EMPTY,
    Attribute,
    Choice,
    Compound,
    Element,
    Group,
    OneOrMore,
    Pattern,
    Text,
)

_ANY: Final = Name("", "*")


@dataclass(frozen=True, slots=True)
class Expected:
    """Names in order: those that are required, then the others, sorted; `*` stands for names without end.

    `text` says whether text may come, `end` whether the element may end.
    """

    required: tuple[Name, ...]
    possible: tuple[Name, ...]
    text: bool = False
    end: bool = False

    @property
    def names(self) -> tuple[Name, ...]:
        """All names, required ones first."""
        return (*self.required, *(name for name in self.possible if name not in self.required))


def expect_elements(patterns: Iterable[Pattern]) -> Expected:
    """Say which elements may come next where one of several patterns is what is left."""
    several = tuple(patterns)
    possible: dict[Name, None] = {}
    for pattern in several:
        _add_elements(pattern, possible)
    return Expected(
        _require(several, Element),
        tuple(sorted(possible)),
        text=any(map(_allows_text, several)),
        end=any(pattern.nullable for pattern in several),
    )


def expect_attributes(patterns: Iterable[Pattern]) -> Expected:
    """Say which attributes may still come where one of several patterns is what is left."""
    several = tuple(patterns)
    possible: dict[Name, None] = {}
    for pattern in several:
        _add_attributes(pattern, possible)
    return Expected(_require(several, Attribute), tuple(sorted(possible)))


def _names(names: NameClass) -> Iterable[Name]:
    return (*exact_names(names), _ANY) if is_open(names) else exact_names(names)


def _add_elements(pattern: Pattern, found: dict[Name, None]) -> None:
    match pattern:
        case Element():
            found.update(dict.fromkeys(_names(pattern.names)))
        case Group():
            for member in pattern.members:
                _add_elements(member, found)
                if not member.nullable:
                    return
        case Compound():
            for member in pattern.members:
                _add_elements(member, found)
        case OneOrMore():
            _add_elements(pattern.body, found)


def _add_attributes(pattern: Pattern, found: dict[Name, None]) -> None:
    match pattern:
        case Attribute():
            found.update(dict.fromkeys(_names(pattern.names)))
        case Compound():
            for member in pattern.members:
                _add_attributes(member, found)
        case OneOrMore():
            _add_attributes(pattern.body, found)


def _allows_text(pattern: Pattern) -> bool:
    match pattern:
        case Text():
            return True
        case Group():
            first = next((at for at, member in enumerate(pattern.members) if not member.nullable), len(pattern.members))
            return any(map(_allows_text, pattern.members[: first + 1]))
        case Compound():
            return any(map(_allows_text, pattern.members))
        case OneOrMore():
            return _allows_text(pattern.body)
    return False


def _require(patterns: tuple[Pattern, ...], kind: type[Element | Attribute]) -> tuple[Name, ...]:
    found = [_find_required(pattern, kind) for pattern in patterns]
    return tuple(sorted(frozenset.intersection(*found))) if found else ()


def _find_required(pattern: Pattern, kind: type[Element | Attribute]) -> frozenset[Name]:
    """Find the names without which nothing goes: those that all of a choice share, and the first that a group asks for.

    Of attributes, which have no order, all that a group asks for.
    """
    match pattern:
        case Element() | Attribute():
            named = isinstance(pattern, kind) and isinstance(pattern.names, Name)
            return frozenset(exact_names(pattern.names)) if named else frozenset()
        case Choice():
            return frozenset.intersection(*(_find_required(member, kind) for member in pattern.members))
        case Group() if kind is Element:
            first = next((member for member in pattern.members if not member.nullable), EMPTY)
            return _find_required(first, kind)
        case Compound():
            return frozenset().union(*(_find_required(member, kind) for member in pattern.members))
        case OneOrMore():
            return _find_required(pattern.body, kind)
    return frozenset()
