"""Does a text match a pattern: the value of an attribute, or all that an element holds where it holds data.

The text derivative of J. Clark's algorithm, with lists and datatypes.
"""

from collections.abc import Iterable, Iterator

from tei_archive.relaxng.datatypes import Namespaces
from tei_archive.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    Choice,
    Data,
    Group,
    Interleave,
    ListOf,
    OneOrMore,
    Pattern,
    Patterns,
    Text,
    ValueOf,
)
from tei_archive.relaxng.spaces import SPACES, split


def matches(pattern: Pattern, text: str, namespaces: Namespaces, patterns: Patterns) -> bool:
    """Say whether a pattern allows a text, and nothing after it."""
    if isinstance(pattern, Data | ValueOf | ListOf):
        return _matches_leaf(pattern, text, namespaces, patterns)
    if pattern.nullable and not text.strip(SPACES):
        return True
    if isinstance(pattern, Choice):
        return any(matches(member, text, namespaces, patterns) for member in pattern.members)
    return _text(pattern, text, namespaces, patterns).nullable


def _text(pattern: Pattern, text: str, namespaces: Namespaces, patterns: Patterns) -> Pattern:
    options: Iterable[Pattern]
    match pattern:
        case Text():
            return pattern
        case Data() | ValueOf() | ListOf():
            return EMPTY if _matches_leaf(pattern, text, namespaces, patterns) else NOT_ALLOWED
        case Choice():
            options = (_text(member, text, namespaces, patterns) for member in pattern.members)
        case Group():
            options = _group(pattern, text, namespaces, patterns)
        case Interleave():
            options = _interleave(pattern, text, namespaces, patterns)
        case OneOrMore():
            rest = _text(pattern.body, text, namespaces, patterns)
            options = (patterns.group((rest, patterns.optional(pattern))),)
        case _:
            return NOT_ALLOWED
    return patterns.choice(options)


def _matches_leaf(leaf: Data | ValueOf | ListOf, text: str, namespaces: Namespaces, patterns: Patterns) -> bool:
    match leaf:
        case ValueOf():
            return leaf.datatype.parse(text, namespaces) == leaf.value
        case ListOf():
            return _matches_list(leaf.body, text, namespaces, patterns)
        case Data():
            if leaf.datatype.parse(text, namespaces) is None:
                return False
            return leaf.but is None or not matches(leaf.but, text, namespaces, patterns)


def _matches_list(body: Pattern, text: str, namespaces: Namespaces, patterns: Patterns) -> bool:
    tokens = split(text)
    if isinstance(body, OneOrMore) and isinstance(body.body, Data):
        return bool(tokens) and all(_matches_leaf(body.body, token, namespaces, patterns) for token in tokens)
    for token in tokens:
        body = _text(body, token, namespaces, patterns)
        if body is NOT_ALLOWED:
            return False
    return body.nullable


def _group(pattern: Group, text: str, namespaces: Namespaces, patterns: Patterns) -> Iterator[Pattern]:
    for number, member in enumerate(pattern.members):
        yield patterns.group((_text(member, text, namespaces, patterns), *pattern.members[number + 1 :]))
        if not member.nullable:
            return


def _interleave(pattern: Interleave, text: str, namespaces: Namespaces, patterns: Patterns) -> Iterator[Pattern]:
    for number, member in enumerate(pattern.members):
        others = (*pattern.members[:number], *pattern.members[number + 1 :])
        yield patterns.interleave((*others, _text(member, text, namespaces, patterns)))
