"""Name classes: the sets of names that an element or an attribute of a schema may have.

Sections 4.8–4.11 and 7.3 of the RELAX NG specification. Whether two classes share a name is decided as J. Clark does
(*The Design of RELAX NG*, and the algorithm of his `NameClass` overlap): it is enough to try every name and namespace
that one of them mentions, and one name that none of them mentions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

# No namespace and no local name of a document can be this: neither is a character of XML.
_NOWHERE: Final = "\0"


class Name(NamedTuple):
    """An expanded name."""

    uri: str
    local: str


@dataclass(frozen=True, slots=True)
class AnyName:
    """Every name, but for those of another class."""

    but: "NameClass | None" = None


@dataclass(frozen=True, slots=True)
class NsName:
    """Every name of a namespace, but for those of another class."""

    uri: str
    but: "NameClass | None" = None


@dataclass(frozen=True, slots=True)
class NameChoice:
    """The names of several classes."""

    members: tuple["NameClass", ...]


NameClass = Name | AnyName | NsName | NameChoice


def contains(names: NameClass, name: Name) -> bool:
    """Say whether a name belongs to a class."""
    match names:
        case Name():
            return names == name
        case NameChoice(members):
            return any(contains(member, name) for member in members)
        case NsName(uri, but):
            return uri == name.uri and not (but is not None and contains(but, name))
        case AnyName(but):
            return but is None or not contains(but, name)


def find_specificity(names: NameClass, name: Name) -> int:
    """Say how narrowly a class contains a name: 3 by name, 2 by namespace, 1 as any, 0 not at all."""
    if not contains(names, name):
        return 0
    match names:
        case Name():
            return 3
        case NsName():
            return 2
        case AnyName():
            return 1
        case NameChoice(members):
            return max(find_specificity(member, name) for member in members)


def is_open(names: NameClass) -> bool:
    """Say whether a class has names without end."""
    if isinstance(names, NameChoice):
        return any(map(is_open, names.members))
    return not isinstance(names, Name)


def exact_names(names: NameClass) -> Iterator[Name]:
    """Give the names that a class lists."""
    if isinstance(names, Name):
        yield names
    elif isinstance(names, NameChoice):
        for member in names.members:
            yield from exact_names(member)


def find_shared(one: NameClass, other: NameClass) -> Name | None:
    """Find a name that belongs to both classes, or None."""
    if isinstance(one, Name):
        return one if contains(other, one) else None
    candidates = dict.fromkeys((*_representatives(one), *_representatives(other)))
    return next((name for name in candidates if contains(one, name) and contains(other, name)), None)


def _representatives(names: NameClass) -> Iterator[Name]:
    match names:
        case Name():
            yield names
        case NameChoice(members):
            for member in members:
                yield from _representatives(member)
        case NsName(uri, but):
            yield Name(uri, _NOWHERE)
            if but is not None:
                yield from _representatives(but)
        case AnyName(but):
            yield Name(_NOWHERE, _NOWHERE)
            if but is not None:
                yield from _representatives(but)
