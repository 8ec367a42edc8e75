"""What can be wrong with a document, in words: the kinds of error, and how each is said."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from tei_archive.relaxng.expected import Expected, expect_attributes, expect_elements
from tei_archive.relaxng.name_classes import Name
from tei_archive.relaxng.patterns import NOT_ALLOWED, Compound, Data, ListOf, OneOrMore, Pattern, ValueOf

_XML: Final = "http://www.w3.org/XML/1998/namespace"
_MOST_NAMES: Final = 8
_MOST_LETTERS: Final = 60


class Kind(Enum):
    """The kinds of error."""

    ELEMENT_NOT_ALLOWED = "element not allowed here"
    UNKNOWN_ELEMENT = "unknown element"
    ELEMENT_MISSING = "element missing"
    INCOMPLETE_CONTENT = "incomplete content"
    ATTRIBUTE_NOT_ALLOWED = "attribute not allowed"
    ATTRIBUTE_MISSING = "attribute missing"
    ATTRIBUTE_VALUE = "attribute value wrong"
    TEXT_NOT_ALLOWED = "text not allowed"
    TEXT_VALUE = "text value wrong"
    NOT_WELL_FORMED = "not well-formed"
    NOT_READ = "entity not read"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Fault:
    """An error without its place: what is wrong, the name of the wrong element or attribute as the document has it.

    `advice` says in words what would be right, `expected` has the names or values themselves, and `required` those of
    them without which nothing goes on.
    """

    kind: Kind
    wrong: str
    name: str = ""
    expected: tuple[str, ...] = ()
    advice: str = ""
    required: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FaultFinder:
    """Puts into words what goes wrong at a pattern. What was found out about patterns is kept."""

    _elements: dict[tuple[Pattern, ...], Expected] = field(default_factory=dict)
    _context: dict[Pattern, bool] = field(default_factory=dict)

    def refuse_early_element(self, branches: Sequence[tuple[Pattern, int]], tag: str) -> list[Fault]:
        """An element comes before others that have to come first."""
        expected = self._expect(branches)
        name, names = show_name(tag), show_names(expected.names)
        if expected.required:
            missing = _list([f"<{required}>" for required in show_names(expected.required)], "and")
            message = f"{missing} must come before <{name}>"
            return [Fault(Kind.ELEMENT_MISSING, message, name, names, required=show_names(expected.required))]
        return [
            Fault(Kind.ELEMENT_NOT_ALLOWED, f"<{name}> is not allowed yet; {_say(expected, branches)}", name, names)
        ]

    def refuse_element(self, branches: Sequence[tuple[Pattern, int]], tag: str, *, known: bool) -> list[Fault]:
        """An element is not allowed where it stands, or nowhere."""
        if not branches:
            return []
        expected = self._expect(branches)
        name, names = show_name(tag), show_names(expected.names)
        kind = Kind.ELEMENT_NOT_ALLOWED if known else Kind.UNKNOWN_ELEMENT
        what = f"<{name}> is not allowed here" if known else f"the schema has no element <{name}>"
        return [Fault(kind, what, name, names, _say(expected, branches), show_names(expected.required))]

    def refuse_attribute(self, frame: Sequence[tuple[Pattern, object]], attribute: str) -> list[Fault]:
        """An attribute is not allowed, or not a second time."""
        patterns = _alive(frame)
        if not patterns:
            return []
        expected = show_names(expect_attributes(patterns).names)
        name = show_name(attribute)
        advice = f"allowed: {_shorten(expected)}" if expected else "no attribute is allowed"
        return [Fault(Kind.ATTRIBUTE_NOT_ALLOWED, f"the attribute {name} is not allowed here", name, expected, advice)]

    def refuse_value(self, patterns: Iterable[Pattern], attribute: str, value: str) -> list[Fault]:
        """The value of an attribute is not allowed."""
        name, words, values = show_name(attribute), *_describe(patterns)
        return [
            Fault(Kind.ATTRIBUTE_VALUE, f'{name}="{_cut(value)}" is not allowed', name, values, f"expected: {words}")
        ]

    def miss_attributes(self, frame: Sequence[tuple[Pattern, object]]) -> list[Fault]:
        """Attributes are missing."""
        patterns = _alive(frame)
        if not patterns:
            return []
        expected = expect_attributes(patterns)
        names = show_names(expected.names)
        if expected.required:
            required = show_names(expected.required)
            what = "attribute" if len(required) == 1 else "attributes"
            message = f"the {what} {_list(list(required), 'and')} must be given"
            return [Fault(Kind.ATTRIBUTE_MISSING, message, required[0], names)]
        return [Fault(Kind.ATTRIBUTE_MISSING, "an attribute is missing", "", names, f"allowed: {_shorten(names)}")]

    def refuse_text(self, branches: Sequence[tuple[Pattern, int]], text: str) -> list[Fault]:
        """Text stands where only elements are allowed, or nothing."""
        if not branches:
            return []
        expected = self._expect(branches)
        wrong, advice = f'text is not allowed here: "{_cut(text)}"', _say(expected, branches)
        return [Fault(Kind.TEXT_NOT_ALLOWED, wrong, "", show_names(expected.names), advice)]

    def refuse_content(self, branches: Sequence[tuple[Pattern, int]], text: str) -> list[Fault]:
        """The text of an element that holds data is not allowed."""
        if not branches:
            return []
        if not text.strip() and self._expect(branches).possible:
            return self.miss_content(branches)
        words, values = _describe(pattern for pattern, _ in branches)
        return [Fault(Kind.TEXT_VALUE, f'the content "{_cut(text)}" is not allowed', "", values, f"expected: {words}")]

    def miss_content(self, branches: Sequence[tuple[Pattern, int]]) -> list[Fault]:
        """An element ends too early."""
        if not branches:
            return []
        expected = self._expect(branches)
        names = show_names(expected.names)
        if expected.required:
            required = _list([f"<{name}>" for name in show_names(expected.required)], "and")
            message = f"{required} must come before the end"
            return [Fault(Kind.ELEMENT_MISSING, message, "", names, required=show_names(expected.required))]
        return [Fault(Kind.INCOMPLETE_CONTENT, "the content is incomplete", "", names, _say(expected, branches))]

    def needs_namespaces(self, pattern: Pattern) -> bool:
        """Say whether a text means different things to a pattern where different prefixes are declared."""
        if pattern not in self._context:
            self._context[pattern] = any(leaf.datatype.needs_namespaces for leaf in _leaves(pattern))
        return self._context[pattern]

    def _expect(self, branches: Sequence[tuple[Pattern, int]]) -> Expected:
        patterns = tuple(pattern for pattern, _ in branches)
        if patterns not in self._elements:
            self._elements[patterns] = expect_elements(patterns)
        return self._elements[patterns]


def show_name(written: str) -> str:
    """Show a name of expat's, `uri local prefix`, as the document has it."""
    parts = written.split(" ")
    return f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[-1]


def show_names(names: Iterable[Name]) -> tuple[str, ...]:
    """Show names of a schema: without their namespace, but for that of XML."""
    return tuple(dict.fromkeys(f"xml:{name.local}" if name.uri == _XML else name.local for name in names))


def _alive(frame: Sequence[tuple[Pattern, object]]) -> tuple[Pattern, ...]:
    return tuple(pattern for pattern, _ in frame if pattern is not NOT_ALLOWED)


def _say(expected: Expected, branches: Sequence[tuple[Pattern, int]]) -> str:
    names = [f"<{name}>" for name in show_names(expected.names)]
    others = [words for words, said in (("text", expected.text), ("the end of the element", expected.end)) if said]
    leaves = [leaf for pattern, _ in branches for leaf in _leaves(pattern)]
    others += dict.fromkeys(leaf.words if isinstance(leaf, ValueOf) else leaf.datatype.words for leaf in leaves)
    return f"expected: {_shorten(names, others)}" if names or others else "nothing is expected"


def _shorten(names: Sequence[str], others: Sequence[str] = ()) -> str:
    shown = [*names[:_MOST_NAMES], *others]
    rest = len(names) - _MOST_NAMES
    return _list(shown, "or") + (f", or one of {rest} more" if rest > 0 else "")


def _list(words: Sequence[str], conjunction: str) -> str:
    return f" {conjunction} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_LETTERS else plain[: _MOST_LETTERS - 1] + "…"


def _describe(patterns: Iterable[Pattern]) -> tuple[str, tuple[str, ...]]:
    """Say which texts are expected: in words, and as values where there are such."""
    leaves = [leaf for pattern in patterns for leaf in _leaves(pattern)]
    values = tuple(dict.fromkeys(leaf.words for leaf in leaves if isinstance(leaf, ValueOf)))
    types = list(dict.fromkeys(leaf.datatype.words for leaf in leaves if isinstance(leaf, Data)))
    return (_shorten([*types, *values]) if types or values else "nothing"), values


def _leaves(pattern: Pattern) -> Iterator[Data | ValueOf]:
    match pattern:
        case Compound():
            for member in pattern.members:
                yield from _leaves(member)
        case OneOrMore() | ListOf():
            yield from _leaves(pattern.body)
        case Data() | ValueOf():
            yield pattern
