"""Patterns of a simplified schema, each made once: equal patterns are one object, so that `is` compares them.

The constructors keep patterns small as J. Clark's *An algorithm for RELAX NG validation* does: `notAllowed` and `empty`
vanish where they change nothing, and a choice is a set. Choices, groups and interleaves hold any number of members, so
that what is long in a schema is not deep in the memory.

These are classes with slots and identity rather than frozen dataclasses, since they are keys of the tables that the
validator asks for every tag: hashing and comparing them by value would cost more than everything else together.
Nothing changes a pattern once its schema is read.
"""

from collections.abc import Iterable
from itertools import count
from typing import Final

from tei_archive.errors import Location
from tei_archive.relaxng.datatypes import Datatype, Value
from tei_archive.relaxng.name_classes import NameClass


class Part:
    """What a pattern has in it, without going into elements and attributes.

    Plain numbers, to be joined by `|`: an IntFlag would make an object each time, thousands while a schema is read.
    """

    ELEMENT: Final = 1
    ATTRIBUTE: Final = 2
    TEXT: Final = 4
    EMPTY: Final = 8
    LIST: Final = 16
    DATA: Final = 32
    GROUP: Final = 64
    INTERLEAVE: Final = 128
    ONE_OR_MORE: Final = 256
    GROUPED_ATTRIBUTE: Final = 512


_SERIAL: Final = count()


class Pattern:
    """What may stand at a place: `nullable` when nothing may, `parts` as bits of `Part`."""

    __slots__ = ("nullable", "parts", "serial")

    def __init__(self, *, nullable: bool, parts: int) -> None:
        self.nullable = nullable
        self.parts = parts
        self.serial = next(_SERIAL)


class NotAllowed(Pattern):
    """Nothing fits, not even nothing."""

    __slots__ = ()


class Empty(Pattern):
    """Nothing may stand here."""

    __slots__ = ()


class Text(Pattern):
    """Any text, or none."""

    __slots__ = ()


class Compound(Pattern):
    """What choices, groups and interleaves share: their members."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Pattern, ...], *, nullable: bool, part: int) -> None:
        parts = part
        for member in members:
            parts |= member.parts
        if part and parts & Part.ATTRIBUTE:
            parts |= Part.GROUPED_ATTRIBUTE
        super().__init__(nullable=nullable, parts=parts)
        self.members = members


class Choice(Compound):
    """One of several patterns."""

    __slots__ = ()

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(members, nullable=any(member.nullable for member in members), part=0)


class Group(Compound):
    """Several patterns, one after the other."""

    __slots__ = ()

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(members, nullable=all(member.nullable for member in members), part=Part.GROUP)


class Interleave(Compound):
    """Several patterns, in any order and mixed with each other."""

    __slots__ = ()

    def __init__(self, members: tuple[Pattern, ...]) -> None:
        super().__init__(members, nullable=all(member.nullable for member in members), part=Part.INTERLEAVE)


class OneOrMore(Pattern):
    """A pattern, repeated."""

    __slots__ = ("body",)

    def __init__(self, body: Pattern) -> None:
        super().__init__(nullable=body.nullable, parts=body.parts | Part.ONE_OR_MORE)
        self.body = body


class ListOf(Pattern):
    """Text that is split at white space, each token being matched by a pattern."""

    __slots__ = ("body", "where")

    def __init__(self, body: Pattern, where: Location) -> None:
        super().__init__(nullable=False, parts=Part.LIST)
        self.body = body
        self.where = where


class Data(Pattern):
    """Text of a datatype, but for what another pattern matches."""

    __slots__ = ("but", "datatype", "where")

    def __init__(self, datatype: Datatype, but: Pattern | None, where: Location) -> None:
        super().__init__(nullable=False, parts=Part.DATA)
        self.datatype = datatype
        self.but = but
        self.where = where


class ValueOf(Pattern):
    """Text that stands for one value of a datatype."""

    __slots__ = ("datatype", "value", "words")

    def __init__(self, datatype: Datatype, value: Value, words: str) -> None:
        super().__init__(nullable=False, parts=Part.DATA)
        self.datatype = datatype
        self.value = value
        self.words = words


class Attribute(Pattern):
    """An attribute: its names, and what its value may be."""

    __slots__ = ("names", "value", "where")

    def __init__(self, names: NameClass, value: Pattern, where: Location) -> None:
        super().__init__(nullable=False, parts=Part.ATTRIBUTE)
        self.names = names
        self.value = value
        self.where = where


class Element(Pattern):
    """An element: its names, and what it holds. The content is set once the whole schema is read: it may be a loop."""

    __slots__ = ("content", "names", "where")

    def __init__(self, names: NameClass, where: Location) -> None:
        super().__init__(nullable=False, parts=Part.ELEMENT)
        self.names = names
        self.where = where
        self.content: Pattern = NOT_ALLOWED


NOT_ALLOWED: Final = NotAllowed(nullable=False, parts=0)
EMPTY: Final = Empty(nullable=True, parts=Part.EMPTY)
TEXT: Final = Text(nullable=True, parts=Part.TEXT)


class Patterns:
    """The patterns of a schema that were made so far. It grows while documents are read, and can be emptied."""

    def __init__(self) -> None:
        self._made: dict[tuple[type[Pattern], tuple[Pattern, ...]], Pattern] = {}

    def __len__(self) -> int:
        return len(self._made)

    def forget(self) -> None:
        """Let go of all patterns. Equal patterns made before and after are two objects, which costs time, no more."""
        self._made.clear()

    def choice(self, members: Iterable[Pattern]) -> Pattern:
        """Make a choice: a set without `notAllowed`, and without `empty` where another member may be empty."""
        flat: dict[Pattern, None] = {}
        for member in members:
            flat.update(dict.fromkeys(member.members) if isinstance(member, Choice) else {member: None})
        flat.pop(NOT_ALLOWED, None)
        if EMPTY in flat and any(member.nullable for member in flat if member is not EMPTY):
            del flat[EMPTY]
        return self.compound(Choice, tuple(sorted(flat, key=_serial)), NOT_ALLOWED)

    def optional(self, pattern: Pattern) -> Pattern:
        """Make a pattern that may be left out."""
        return pattern if pattern.nullable else self.choice((pattern, EMPTY))

    def group(self, members: Iterable[Pattern]) -> Pattern:
        """Make a group, without `empty`."""
        flat = _flatten(Group, members)
        return NOT_ALLOWED if NOT_ALLOWED in flat else self.compound(Group, tuple(flat), EMPTY)

    def interleave(self, members: Iterable[Pattern]) -> Pattern:
        """Make an interleave, without `empty`."""
        flat = _flatten(Interleave, members)
        if NOT_ALLOWED in flat:
            return NOT_ALLOWED
        return self.compound(Interleave, tuple(sorted(flat, key=_serial)), EMPTY)

    def one_or_more(self, body: Pattern) -> Pattern:
        """Make a repetition."""
        if body is EMPTY or body is NOT_ALLOWED or isinstance(body, OneOrMore):
            return body
        key = (OneOrMore, (body,))
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = OneOrMore(body)
        return found

    def compound(self, kind: type[Compound], members: tuple[Pattern, ...], none: Pattern = NOT_ALLOWED) -> Pattern:
        """Make a choice, group or interleave of members that are in order; `none` stands for one without any."""
        if len(members) < 2:
            return members[0] if members else none
        found = self._made.get((kind, members))
        if found is None:
            found = self._made[kind, members] = kind(members)  # type: ignore[call-arg]  # each kind knows its part
        return found


def _flatten(kind: type[Compound], members: Iterable[Pattern]) -> list[Pattern]:
    flat: list[Pattern] = []
    for member in members:
        if isinstance(member, kind):
            flat.extend(member.members)
        elif member is not EMPTY:
            flat.append(member)
    return flat


def _serial(pattern: Pattern) -> int:
    return pattern.serial
