"""The automaton of a schema, built while documents are read: every step is worked out once, and then looked up.

Derivatives alone carry the whole way up to the root in each pattern (`After` inside `After`), so that the same letter
inside another body is all new. Here a state knows one element only: for each way to read it, what may still follow
inside, and the number of the way back. The ways back themselves, states of the element around it, lie on a stack that
the validator keeps: start tags push, end tags pop. So a state is met again wherever an element is, and there are about
as many as there are places in the content models that documents use.

Recovery is that of jing (its `PatternMatcher`): a state without branches is one where all was lost, in which nothing is
reported until an element is met that the schema knows.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tei_archive.relaxng.datatypes import Namespaces
from tei_archive.relaxng.derivatives import Derivatives, Derive
from tei_archive.relaxng.faults import Fault, FaultFinder
from tei_archive.relaxng.name_classes import Name
from tei_archive.relaxng.patterns import NOT_ALLOWED, TEXT, Element, Part, Pattern, Patterns
from tei_archive.relaxng.recovery import find_content, find_elements
from tei_archive.relaxng.text_matching import matches

_DATA: Final = Part.DATA | Part.LIST
# Beyond these the tables are emptied: a document that makes up names without end shall not fill the memory.
_MOST_STATES: Final = 20_000
_MOST_STEPS: Final = 50_000
_MOST_PATTERNS: Final = 100_000
_MOST_TEXTS: Final = 2_000
_MOST_ATTRIBUTES: Final = 100


Branches = tuple[tuple[Pattern, int], ...]


class State:
    """How far an element has been read: (what may follow, number of the way back) for each way to read it.

    A class with slots, like the patterns: the validator asks a state several questions a tag. `typed` says that the
    element may hold data, so that its text is kept until its end; `ends` are the ways back that are open now; `free`,
    found out with the first text, says that text changes nothing.
    """

    __slots__ = ("after_text", "branches", "ends", "free", "steps", "typed")

    def __init__(self, branches: Branches, *, typed: bool) -> None:
        self.branches = branches
        self.typed = typed
        self.ends = tuple(way for pattern, way in branches if pattern.nullable)
        self.steps: dict[str | tuple[str, ...], Step] = {}
        self.after_text: State | None = None
        self.free = False


UNDECIDED: Final = State((), typed=False)

Triple = tuple[Pattern, Pattern, State]
Frame = tuple[tuple[Pattern, State], ...]
"""An element whose start tag is being read: what it may hold, and where it leads back to."""


class Check:
    """A value to be checked: at which place of the attributes, with which pattern, and the texts that are known."""

    __slots__ = ("at", "known", "pattern")

    def __init__(self, at: int, pattern: Pattern, known: dict[str, bool]) -> None:
        self.at = at
        self.pattern = pattern
        self.known = known


@dataclass(frozen=True, slots=True)
class Step:
    """Where a start tag leads, what is wrong with it, and which values are to be checked.

    `child` is `UNDECIDED` where that depends on the values: two ways to read the element ask for different ones.
    """

    child: State
    returns: tuple[State, ...]
    checks: tuple[Check, ...]
    faults: tuple[Fault, ...]


class Automaton:
    """The states and steps of one schema that were met so far. Everything in it can be found again.

    A class with changing state: its tables grow, and are emptied where they have grown too much.
    """

    def __init__(self, start: Pattern, patterns: Patterns) -> None:
        self.faults = FaultFinder()
        self.initial = State(((start, 0),), typed=False)
        self.start = start
        self._elements: tuple[Element, ...] = ()
        self._patterns = patterns
        self._derivatives = Derivatives(patterns)
        self._states: dict[tuple[Branches, bool], State] = {}
        self._known: dict[Pattern, dict[str, bool]] = {}
        self._unions: dict[tuple[State, ...], State] = {}
        self._contents: dict[Name, Pattern] = {}
        self._steps = 0

    def find_elements(self) -> tuple[Element, ...]:
        """List the elements that a document may have."""
        self._elements = self._elements or find_elements(self.start)
        return self._elements

    def learn(self, state: State, tag: str, attributes: Sequence[str]) -> Step:
        """Work out the step for a start tag, and remember it."""
        self._make_room()
        names = tuple(attributes[::2])
        step = self._find_step(state, tag, names)
        if len(names) <= _MOST_ATTRIBUTES:
            self._steps += 1
            state.steps[(tag, *names) if names else tag] = step
        return step

    def read_values(self, state: State, tag: str, attributes: Sequence[str], namespaces: Namespaces) -> Step:
        """Work out the step for a start tag from its values too: one is wrong, or the way depends on them."""
        frame, faults = self._open(state, tag)
        for at in range(0, len(attributes), 2):
            triples = self._find_triples(frame, attributes[at])
            if not triples:
                faults += self.faults.refuse_attribute(frame, attributes[at])
                continue
            value = attributes[at + 1]
            fitting = [triple for triple in triples if matches(triple[0], value, namespaces, self._patterns)]
            if not fitting:
                faults += self.faults.refuse_value([triple[0] for triple in triples], attributes[at], value)
            frame = self._join(fitting or triples)
        return self._close(frame, (), faults)

    def accepts(self, check: Check, value: str, namespaces: Namespaces) -> bool:
        """Say whether the value of an attribute is allowed, and remember that."""
        found = matches(check.pattern, value, namespaces, self._patterns)
        if self.faults.needs_namespaces(check.pattern):
            return found
        if len(check.known) >= _MOST_TEXTS:
            check.known.clear()
        check.known[value] = found
        return found

    def read_text(self, state: State) -> State | None:
        """Go on after text that is no data; None where none is allowed."""
        if state.after_text is None:
            pairs = ((self._derivatives.mixed_text(pattern), way) for pattern, way in state.branches)
            left = tuple((pattern, way) for pattern, way in pairs if pattern is not NOT_ALLOWED)
            if not left:
                return None
            state.after_text = self._state(left, typed=state.typed)
            state.free = state.after_text is state and not state.typed
        return state.after_text

    def end_with_text(self, state: State, text: str, namespaces: Namespaces) -> tuple[int, ...]:
        """Find the ways back from an element that holds data."""
        return tuple(way for pattern, way in state.branches if matches(pattern, text, namespaces, self._patterns))

    def join(self, states: tuple[State, ...]) -> State:
        """Be in several states at once."""
        if len(states) == 1:
            return states[0]
        found = self._unions.get(states)
        if found is None:
            found = self._unions[states] = self._join_branches(branch for state in states for branch in state.branches)
        return found

    def _find_step(self, state: State, tag: str, names: tuple[str, ...]) -> Step:
        frame, faults = self._open(state, tag)
        checks = []
        for number, name in enumerate(names):
            triples = self._find_triples(frame, name)
            if not triples:
                faults += self.faults.refuse_attribute(frame, name)
                continue
            values = {triple[0] for triple in triples}
            if len(values) > 1:
                return Step(UNDECIDED, (), (), ())
            value = values.pop()
            if value is not TEXT:
                checks.append(Check(2 * number + 1, value, self._known.setdefault(value, {})))
            frame = self._join(triples)
        return self._close(frame, tuple(checks), faults)

    def _open(self, state: State, tag: str) -> tuple[Frame, list[Fault]]:
        """Read the name of an element; where it is not allowed, as jing goes on: skipping, or out of context."""
        name = read_name(tag)
        if frame := self._follow(state, name, self._derivatives.start_tag_open):
            return frame, []
        if frame := self._follow(state, name, self._derivatives.start_tag_open_recover):
            return frame, self.faults.refuse_early_element(state.branches, tag)
        if name not in self._contents:
            self._contents[name] = find_content(self.find_elements(), name, self._patterns)
        content = self._contents[name]
        faults = self.faults.refuse_element(state.branches, tag, known=content is not NOT_ALLOWED)
        # jing takes what comes after an element that does not belong here for no data: so do we.
        back = self._state(state.branches, typed=False) if state.typed else state
        return ((content, back),), faults

    def _follow(self, state: State, name: Name, deriv: Derive) -> Frame:
        found: dict[Pattern, list[tuple[Pattern, int]]] = {}
        for pattern, way in state.branches:
            for content, rest in deriv(pattern, name):
                if content is not NOT_ALLOWED:
                    found.setdefault(content, []).append((rest, way))
        return self._merge((content, self._join_branches(rests)) for content, rests in found.items())

    def _find_triples(self, frame: Frame, name: str) -> list[Triple]:
        expanded = read_name(name)
        return [
            (value, rest, back)
            for content, back in frame
            for value, rest in self._derivatives.start_attribute(content, expanded)
        ]

    def _join(self, triples: Iterable[Triple]) -> Frame:
        found: dict[Pattern, dict[State, None]] = {}
        for _, rest, back in triples:
            found.setdefault(rest, {})[back] = None
        return self._merge((rest, self.join(tuple(backs))) for rest, backs in found.items())

    def _close(self, frame: Frame, checks: tuple[Check, ...], faults: list[Fault]) -> Step:
        """Read the end of a start tag."""
        closed = self._apply(frame, self._derivatives.start_tag_close)
        if not closed:
            faults += self.faults.miss_attributes(frame)
            closed = self._apply(frame, self._derivatives.start_tag_close_recover)
        returns = tuple(back for _, back in closed or frame)
        branches = tuple((content, way) for way, (content, _) in enumerate(closed))
        typed = any(content.parts & _DATA for content, _ in branches)
        return Step(self._state(branches, typed=typed), returns, checks, tuple(faults))

    def _apply(self, frame: Frame, deriv: Callable[[Pattern], Pattern]) -> Frame:
        found: dict[Pattern, dict[State, None]] = {}
        for content, back in frame:
            found.setdefault(deriv(content), {})[back] = None
        found.pop(NOT_ALLOWED, None)
        return self._merge((content, self.join(tuple(backs))) for content, backs in found.items())

    def _merge(self, frame: Iterable[tuple[Pattern, State]]) -> Frame:
        """Join what leads back to the same state."""
        found: dict[State, list[Pattern]] = {}
        for content, back in frame:
            found.setdefault(back, []).append(content)
        return tuple((self._patterns.choice(contents), back) for back, contents in found.items())

    def _join_branches(self, branches: Iterable[tuple[Pattern, int]]) -> State:
        found: dict[int, list[Pattern]] = {}
        for pattern, way in branches:
            found.setdefault(way, []).append(pattern)
        return self._state(
            tuple((self._patterns.choice(several), way) for way, several in sorted(found.items())), typed=False
        )

    def _state(self, branches: Branches, *, typed: bool) -> State:
        key = (branches, typed)
        found = self._states.get(key)
        if found is None:
            found = self._states[key] = State(branches, typed=typed)
        return found

    def _make_room(self) -> None:
        full = len(self._states) > _MOST_STATES or len(self._patterns) > _MOST_PATTERNS
        if not full and self._steps < _MOST_STEPS:
            return
        for state in (self.initial, *self._states.values()):
            state.steps.clear()
        for table in (self._states, self._known, self._unions, self._contents):
            table.clear()
        self._patterns.forget()
        self._derivatives.forget()
        self._steps = 0


def read_name(written: str) -> Name:
    """Read a name as expat gives it: `uri local prefix`, `uri local`, or `local`."""
    parts = written.split(" ")
    return Name("", parts[0]) if len(parts) == 1 else Name(parts[0], parts[1])
