"""Derivatives of patterns: what is left of a pattern once something of a document has been read.

After J. Clark, *An algorithm for RELAX NG validation* (2001–2002). Where he writes `After(p1, p2)`, we give the pair
(p1, p2); a start tag and an attribute may have several, one for each way to read them. The pairs of one derivative
differ in both halves: those that share one are joined by a choice of the other.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from tei_archive.relaxng.name_classes import Name, contains
from tei_archive.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    Attribute,
    Choice,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Part,
    Pattern,
    Patterns,
    Text,
)

Pair = tuple[Pattern, Pattern]
Pairs = tuple[Pair, ...]
Derive = Callable[[Pattern, Name], Pairs]

_ATTRIBUTE: Final = Part.ATTRIBUTE
_ELEMENT: Final = Part.ELEMENT


@dataclass(frozen=True, slots=True)
class Derivatives:
    """The derivatives of the patterns of one schema, each found once. The tables grow, and can be emptied."""

    patterns: Patterns
    _elements: dict[tuple[Pattern, Name], Pairs] = field(default_factory=dict)
    _skipping: dict[tuple[Pattern, Name], Pairs] = field(default_factory=dict)
    _attributes: dict[tuple[Pattern, Name], Pairs] = field(default_factory=dict)
    _texts: dict[Pattern, Pattern] = field(default_factory=dict)
    _closed: dict[Pattern, Pattern] = field(default_factory=dict)
    _forgiven: dict[Pattern, Pattern] = field(default_factory=dict)

    def forget(self) -> None:
        """Let go of all that was found."""
        for table in (self._elements, self._skipping, self._attributes, self._texts, self._closed, self._forgiven):
            table.clear()

    def start_tag_open(self, pattern: Pattern, name: Name) -> Pairs:
        """Read the name of an element: what it holds (attributes and content), and what is left after it."""
        if not pattern.parts & _ELEMENT:
            return ()
        found = self._elements.get((pattern, name))
        if found is None:
            found = self._elements[pattern, name] = self._open(pattern, name, self.start_tag_open, skip=False)
        return found

    def start_tag_open_recover(self, pattern: Pattern, name: Name) -> Pairs:
        """Read the name of an element as if all that a group demands before it had been there (jing's recovery)."""
        if not pattern.parts & _ELEMENT:
            return ()
        found = self._skipping.get((pattern, name))
        if found is None:
            found = self._skipping[pattern, name] = self._open(pattern, name, self.start_tag_open_recover, skip=True)
        return found

    def start_attribute(self, pattern: Pattern, name: Name) -> Pairs:
        """Read the name of an attribute: what its value may be, and what is left after it."""
        if not pattern.parts & _ATTRIBUTE:
            return ()
        found = self._attributes.get((pattern, name))
        if found is None:
            found = self._attributes[pattern, name] = self._attribute(pattern, name)
        return found

    def start_tag_close(self, pattern: Pattern) -> Pattern:
        """Read the end of a start tag: attributes that are still asked for are missing."""
        return self._without_attributes(pattern, NOT_ALLOWED, self._closed)

    def start_tag_close_recover(self, pattern: Pattern) -> Pattern:
        """Read the end of a start tag as if no attribute were asked for."""
        return self._without_attributes(pattern, EMPTY, self._forgiven)

    def mixed_text(self, pattern: Pattern) -> Pattern:
        """Read text that is no data: what is left, or `notAllowed`."""
        found = self._texts.get(pattern)
        if found is None:
            found = self._texts[pattern] = self._text(pattern)
        return found

    def _open(self, pattern: Pattern, name: Name, deriv: Derive, *, skip: bool) -> Pairs:
        patterns = self.patterns
        match pattern:
            case Element():
                return ((pattern.content, EMPTY),) if contains(pattern.names, name) else ()
            case Choice():
                return self._join(pair for member in pattern.members for pair in deriv(member, name))
            case Group():
                return self._join(self._open_group(pattern, name, deriv, skip=skip))
            case Interleave():
                return self._join(
                    (content, patterns.interleave((*others, rest)))
                    for member, others in _each(pattern.members)
                    for content, rest in deriv(member, name)
                )
            case OneOrMore():
                more = patterns.optional(pattern)
                return self._join(
                    (content, patterns.group((rest, more))) for content, rest in deriv(pattern.body, name)
                )
        return ()

    def _open_group(self, group: Group, name: Name, deriv: Derive, *, skip: bool) -> Iterator[Pair]:
        for number, member in enumerate(group.members):
            after = group.members[number + 1 :]
            for content, rest in deriv(member, name):
                yield content, self.patterns.group((rest, *after))
            if not (skip or member.nullable):
                return

    def _attribute(self, pattern: Pattern, name: Name) -> Pairs:
        patterns, deriv = self.patterns, self.start_attribute
        match pattern:
            case Attribute():
                return ((pattern.value, EMPTY),) if contains(pattern.names, name) else ()
            case Choice():
                return self._join(pair for member in pattern.members for pair in deriv(member, name))
            case Group():
                return self._join(
                    (value, patterns.group((*pattern.members[:number], rest, *pattern.members[number + 1 :])))
                    for number, member in enumerate(pattern.members)
                    for value, rest in deriv(member, name)
                )
            case Interleave():
                return self._join(
                    (value, patterns.interleave((*others, rest)))
                    for member, others in _each(pattern.members)
                    for value, rest in deriv(member, name)
                )
            case OneOrMore():
                more = patterns.optional(pattern)
                return self._join((value, patterns.group((rest, more))) for value, rest in deriv(pattern.body, name))
        return ()

    def _join(self, pairs: Iterable[Pair]) -> Pairs:
        return join_pairs(pairs, self.patterns)

    def _without_attributes(self, pattern: Pattern, instead: Pattern, known: dict[Pattern, Pattern]) -> Pattern:
        if not pattern.parts & _ATTRIBUTE:
            return pattern
        found = known.get(pattern)
        if found is None:
            found = known[pattern] = self._remove(pattern, instead, known)
        return found

    def _remove(self, pattern: Pattern, instead: Pattern, known: dict[Pattern, Pattern]) -> Pattern:
        match pattern:
            case Choice():
                make = self.patterns.choice
            case Group():
                make = self.patterns.group
            case Interleave():
                make = self.patterns.interleave
            case OneOrMore():
                return self.patterns.one_or_more(self._without_attributes(pattern.body, instead, known))
            case _:
                return instead
        return make(self._without_attributes(member, instead, known) for member in pattern.members)

    def _text(self, pattern: Pattern) -> Pattern:
        patterns, deriv = self.patterns, self.mixed_text
        match pattern:
            case Text():
                return pattern
            case Choice():
                return patterns.choice(map(deriv, pattern.members))
            case Group():
                return patterns.choice(self._text_in_group(pattern))
            case Interleave():
                return patterns.choice(
                    patterns.interleave((*others, deriv(member))) for member, others in _each(pattern.members)
                )
            case OneOrMore():
                return patterns.group((deriv(pattern.body), patterns.optional(pattern)))
        return NOT_ALLOWED

    def _text_in_group(self, group: Group) -> Iterator[Pattern]:
        for number, member in enumerate(group.members):
            yield self.patterns.group((self.mixed_text(member), *group.members[number + 1 :]))
            if not member.nullable:
                return


def join_pairs(pairs: Iterable[Pair], patterns: Patterns) -> Pairs:
    """Join pairs that share a half, so that as few as possible are left."""
    found = tuple(dict.fromkeys(pairs))
    if len(found) < 2:
        return found
    rests: dict[Pattern, list[Pattern]] = {}
    for first, rest in found:
        rests.setdefault(first, []).append(rest)
    firsts: dict[Pattern, list[Pattern]] = {}
    for first, several in rests.items():
        firsts.setdefault(patterns.choice(several), []).append(first)
    return tuple((patterns.choice(several), rest) for rest, several in firsts.items())


def _each(members: tuple[Pattern, ...]) -> Iterator[tuple[Pattern, tuple[Pattern, ...]]]:
    for number, member in enumerate(members):
        yield member, (*members[:number], *members[number + 1 :])
