"""Validating a document while it is read: the events of expat, and what the automaton says of them.

A file is read in pieces, and nothing of it is kept but the names of the elements that are open: the memory that it
takes does not depend on its size. A class with changing state, since the parser calls back: what changes is the state
of the element that is open, what is kept of those around it, and the errors of the piece that is being read.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final
from xml.parsers import expat

from tei_archive.relaxng.automaton import UNDECIDED, Automaton, Branches, State, Step
from tei_archive.relaxng.entities import guard_entities
from tei_archive.relaxng.faults import Fault, Kind, show_name
from tei_archive.relaxng.places import Place, look_back
from tei_archive.relaxng.spaces import SPACES

_PIECE: Final = 65_536
# Of a text that is no data, so many parts are kept to be quoted.
_MOST_PARTS: Final = 100
MOST_LEVELS: Final = 10_000
"""Elements that lie deeper than this are refused: no edition is so deep, and programs after us would fail."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong with a document: where, what kind, in words, and what was expected.

    `line` and `column` count from 1 and are those of the tag where it was noticed; `xpath` names the element with its
    position among those of its name, and the attribute; `name` is that of the wrong element or attribute, if any;
    `expected` has the names or values that would fit, required ones first, which `required` has alone. `wrong` and
    `advice` are the message. Where a start tag is wrong, `element` is its number among those of the document, from 0.
    """

    line: int
    column: int
    xpath: str
    kind: Kind
    wrong: str
    name: str = ""
    expected: tuple[str, ...] = ()
    advice: str = ""
    required: tuple[str, ...] = ()
    element: int | None = None

    @property
    def message(self) -> str:
        """What is wrong and what would be right, in one line."""
        return f"{self.wrong}; {self.advice}" if self.advice else self.wrong


class _StopReading(Exception):  # noqa: N818  # no error: the last one has been noted
    """The rest of the document is not worth reading, or dangerous."""


def validate_file(path: Path, automaton: Automaton) -> Iterator[Violation]:
    """Validate a file. Raises `OSError` where it cannot be read."""
    with path.open("rb") as file:
        yield from validate_stream(file, automaton)


def validate_stream(file: BinaryIO, automaton: Automaton) -> Iterator[Violation]:
    """Validate what a binary file holds, from where it stands to its end."""
    reading = _Reading(automaton)
    more = True
    try:
        while more:
            piece = file.read(_PIECE)
            more = reading.feed(piece)
            yield from reading.found
            reading.found.clear()
    finally:
        reading.end()


class _Reading:
    """One document, and how far it has been read."""

    __slots__ = (
        "_automaton", "_base", "_before", "_declared", "_elements", "_namespaces", "_parser", "_piece", "_returns",
        "_siblings", "_state", "_tags", "_words", "found",
    )  # fmt: skip

    def __init__(self, automaton: Automaton) -> None:
        self.found: list[Violation] = []
        self._automaton = automaton
        self._state = automaton.initial
        self._returns: list[tuple[State, ...]] = []
        self._elements = 0
        self._tags: list[str] = []
        self._siblings: list[dict[str, int]] = [{}]
        self._words: list[str] = []
        self._namespaces: dict[str, str] = {}
        self._declared: dict[str, list[str]] = {}
        self._base, self._before, self._piece = 0, b"", b""
        self._parser = self._make_parser()

    def feed(self, piece: bytes) -> bool:
        """Read on; say whether there is more to read."""
        if not self._piece and (flaw := _find_flaw_of_encoding(piece)):
            self.found.append(Violation(1, 1, "", Kind.NOT_WELL_FORMED, f"the encoding cannot be read ({flaw})"))
            return False
        before = self._before + self._piece
        self._base += max(len(before) - _PIECE, 0)
        self._before, self._piece = before[-_PIECE:], piece
        try:
            self._parser.Parse(piece, not piece)
        except expat.ExpatError as error:
            message = f"the file is not well-formed XML: {expat.ErrorString(error.code)}"
            self.found.append(Violation(error.lineno, error.offset + 1, self._path(), Kind.NOT_WELL_FORMED, message))
            return False
        except _StopReading:
            return False
        return bool(piece)

    def end(self) -> None:
        """Let go of the parser, which holds this reading: two that hold each other stay in memory."""
        del self._parser

    def _make_parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.namespace_prefixes = True
        parser.ordered_attributes = True
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartNamespaceDeclHandler = self._declare
        parser.EndNamespaceDeclHandler = self._undeclare
        parser.SkippedEntityHandler = self._skip_entity
        parser.ExternalEntityRefHandler = self._skip_external
        guard_entities(parser, self._refuse)
        return parser

    def _start(self, tag: str, attributes: list[str]) -> None:
        state = self._state
        if self._words:
            state = self._read_words(state)
        siblings = self._siblings
        count = siblings[-1]
        count[tag] = count.get(tag, 0) + 1
        siblings.append({})
        self._tags.append(tag)
        step = state.steps.get((tag, *attributes[::2]) if attributes else tag)
        if step is None:
            step = self._automaton.learn(state, tag, attributes)
        if step.child is UNDECIDED or (step.checks and not self._accepts(step, attributes)):
            step = self._automaton.read_values(state, tag, attributes, self._namespaces)
        if step.faults:
            self._report(step.faults, element=self._elements)
        self._elements += 1
        self._returns.append(step.returns)
        self._state = step.child
        if len(siblings) > MOST_LEVELS:
            self._refuse(f"elements lie deeper than {MOST_LEVELS:,} levels")

    def _accepts(self, step: Step, attributes: list[str]) -> bool:
        for check in step.checks:
            value = attributes[check.at]
            known = check.known.get(value)
            if known is None:
                known = self._automaton.accepts(check, value, self._namespaces)
            if not known:
                return False
        return True

    def _end(self, _tag: str) -> None:
        state = self._state
        returns = self._returns.pop()
        if self._words or state.typed:
            self._state = self._end_with_words(state, returns)
        elif state.ends == (0,):
            self._state = returns[0]
        else:
            self._state = self._leave(state, state.ends, returns, self._automaton.faults.miss_content)
        self._siblings.pop()
        self._tags.pop()

    def _text(self, words: str) -> None:
        state = self._state
        if state.free:
            return
        if state.typed or self._words:
            if state.typed or len(self._words) < _MOST_PARTS:
                self._words.append(words)
        elif words.strip(SPACES):
            # A text may come in parts: where some may stand, more of it may.
            if state.after_text is not None:
                self._state = state.after_text
            else:
                self._words.append(words)

    def _read_words(self, state: State) -> State:
        """Read text that comes before a tag, unless it is white space."""
        text = "".join(self._words)
        self._words.clear()
        if not text.strip(SPACES):
            return state
        after = self._automaton.read_text(state)
        if after is None:
            self._report(self._automaton.faults.refuse_text(state.branches, text), self._text_place())
            return state
        return after

    def _end_with_words(self, state: State, returns: tuple[State, ...]) -> State:
        faults = self._automaton.faults
        if not state.typed:
            state = self._read_words(state)
            return self._leave(state, state.ends, returns, faults.miss_content)
        text = "".join(self._words)
        self._words.clear()
        ends = self._automaton.end_with_text(state, text, self._namespaces)
        return self._leave(state, ends, returns, lambda branches: faults.refuse_content(branches, text))

    def _leave(
        self,
        state: State,
        ends: tuple[int, ...],
        returns: tuple[State, ...],
        miss: Callable[[Branches], list[Fault]],
    ) -> State:
        """Go back to the element around; where none of the ways is open, take them all."""
        if not ends:
            self._report(miss(state.branches), self._end_place())
            return self._automaton.join(returns)
        return self._automaton.join(tuple(returns[way] for way in ends))

    def _end_place(self) -> Place:
        """Find the tag that ends. expat says of the end of an empty element where its tag ends: we look back."""
        read, end = self._before + self._piece, self._parser.CurrentByteIndex - self._base
        if self._siblings[-1] or not read[:end].endswith(b"/>"):
            return self._place()
        return look_back(read, read.rfind(b"<", 0, end), end, self._place())

    def _text_place(self) -> Place:
        """Find the text before the tag that is being read: what is not white space after the tag before it."""
        read, end = self._before + self._piece, self._parser.CurrentByteIndex - self._base
        text = read[read.rfind(b">", 0, end) + 1 : end].lstrip()
        return look_back(read, end - len(text), end, self._place())

    def _place(self) -> Place:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _report(self, faults: Iterable[Fault], place: Place | None = None, element: int | None = None) -> None:
        """Note what is wrong at a place, or at the tag that is being read; of an attribute, the path names that too."""
        (line, column), path = place or self._place(), self._path()
        for fault in faults:
            of_attribute = fault.kind in (Kind.ATTRIBUTE_NOT_ALLOWED, Kind.ATTRIBUTE_VALUE)
            where = f"{path}/@{fault.name}" if of_attribute else path
            said = (fault.kind, fault.wrong, fault.name, fault.expected, fault.advice, fault.required)
            self.found.append(Violation(line, column, where, *said, element))

    def _path(self) -> str:
        return "".join(
            f"/{show_name(tag)}[{count[tag]}]" for tag, count in zip(self._tags, self._siblings, strict=False)
        )

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._declared.setdefault(prefix or "", []).append(uri or "")
        self._namespaces[prefix or ""] = uri or ""

    def _undeclare(self, prefix: str | None) -> None:
        before = self._declared[prefix or ""]
        before.pop()
        if before:
            self._namespaces[prefix or ""] = before[-1]
        else:
            del self._namespaces[prefix or ""]

    def _refuse(self, message: str) -> None:
        self._report([Fault(Kind.REFUSED, f"the file is refused: {message}")])
        raise _StopReading

    def _skip_entity(self, name: str, _is_parameter: object) -> None:
        self._report([Fault(Kind.NOT_READ, f"what &{name}; stands for is not known: the DTD is not read", name)])

    def _skip_external(self, *_arguments: object) -> int:
        self._report([Fault(Kind.NOT_READ, "an external entity is not read")])
        return 1


def _find_flaw_of_encoding(beginning: bytes) -> str | None:
    """Say why the encoding that a file declares cannot be read, if so: expat asks Python for it."""
    try:
        expat.ParserCreate().Parse(beginning[: beginning.find(b"?>") + 2] + b"<a/>", True)
    except (LookupError, ValueError) as error:
        return str(error)
    except expat.ExpatError:
        return None  # met again when the file is read
    return None
