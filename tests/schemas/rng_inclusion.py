"""Whether one grammar accepts nothing that another refuses, element by element.

TEI has one pattern for each name of an element. So a grammar that uses some of the names is a subset when, for each of
its elements, the sequences of children are among those of TEI's element, and so are the attributes. The sequences are
compared by derivatives (J. A. Brzozowski, 1964): two patterns are followed symbol by symbol, side by side; wherever the
first may end, the second must be able to.
"""

from collections.abc import Iterator

from rng_patterns import Grammar, Pattern

TEXT = "#text"
EMPTY = Pattern("empty")
NOTHING = Pattern("notAllowed")
WORDS = Pattern("symbol", TEXT)

# Attributes are compared apart from the content; of data, that there is some.
LEAVES = {
    "attribute": EMPTY,
    "empty": EMPTY,
    "notAllowed": NOTHING,
    "text": Pattern("many", inside=(WORDS,)),
    "data": WORDS,
    "value": WORDS,
    "list": WORDS,
}


class Contents:
    """The contents of the elements of a grammar, as patterns over the names of children; attributes are left out."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._expanded: dict[Pattern, Pattern] = {}
        self._derived: dict[tuple[Pattern, str], Pattern] = {}

    def content(self, element: Pattern) -> Pattern:
        """The content of an element, in normal form."""
        return _group([self._expand(child) for child in element.inside])

    def _expand(self, pattern: Pattern) -> Pattern:
        if pattern not in self._expanded:
            self._expanded[pattern] = self._expand_anew(pattern)
        return self._expanded[pattern]

    def _expand_anew(self, pattern: Pattern) -> Pattern:
        if pattern.kind in LEAVES:
            return LEAVES[pattern.kind]
        if pattern.kind == "element":
            return Pattern("symbol", pattern.name)
        if pattern.kind == "ref":
            return self._expand(self.grammar.patterns[pattern.name])
        inside = [self._expand(child) for child in pattern.inside]
        match pattern.kind:
            case "group":
                return _group(inside)
            case "choice":
                return _choice(inside)
            case "optional":
                return _choice([EMPTY, *inside])
            case "zeroOrMore":
                return _many(_group(inside))
            case "oneOrMore":
                return _group([*inside, _many(_group(inside))])
            case other:
                raise ValueError(f"{other} is not compared")

    def derive(self, pattern: Pattern, symbol: str) -> Pattern:
        """What may follow after the symbol."""
        if (pattern, symbol) not in self._derived:
            self._derived[pattern, symbol] = self._derive_anew(pattern, symbol)
        return self._derived[pattern, symbol]

    def _derive_anew(self, pattern: Pattern, symbol: str) -> Pattern:
        match pattern.kind:
            case "symbol":
                return EMPTY if pattern.name == symbol else NOTHING
            case "choice":
                return _choice([self.derive(child, symbol) for child in pattern.inside])
            case "many":
                return _group([self.derive(pattern.inside[0], symbol), pattern])
            case "group":
                first, *rest = pattern.inside
                taken = _group([self.derive(first, symbol), *rest])
                return _choice([taken, self.derive(_group(rest), symbol)]) if is_nullable(first) else taken
            case _:
                return NOTHING


def is_nullable(pattern: Pattern) -> bool:
    """Whether nothing at all matches."""
    match pattern.kind:
        case "empty" | "many":
            return True
        case "choice":
            return any(map(is_nullable, pattern.inside))
        case "group":
            return all(map(is_nullable, pattern.inside))
        case _:
            return False


def symbols(pattern: Pattern) -> set[str]:
    """The names that occur in a pattern."""
    return {pattern.name} if pattern.kind == "symbol" else set().union(*map(symbols, pattern.inside))


def counterexample(ours: Contents, mine: Pattern, theirs: Contents, other: Pattern) -> list[str] | None:
    """The shortest sequence of children that the first pattern takes and the second does not, or None."""
    seen = {(mine, other)}
    queue: list[tuple[Pattern, Pattern, list[str]]] = [(mine, other, [])]
    for first, second, path in queue:
        if is_nullable(first) and not is_nullable(second):
            return path
        for symbol in sorted(symbols(first)):
            after = (ours.derive(first, symbol), theirs.derive(second, symbol))
            if after[0] != NOTHING and after not in seen:
                seen.add(after)
                queue.append((*after, [*path, symbol]))
    return None


def _group(parts: list[Pattern]) -> Pattern:
    flat = list(_flat("group", parts))
    if NOTHING in flat:
        return NOTHING
    flat = [part for part in flat if part != EMPTY]
    return flat[0] if len(flat) == 1 else Pattern("group", inside=tuple(flat)) if flat else EMPTY


def _choice(parts: list[Pattern]) -> Pattern:
    flat = {part: None for part in _flat("choice", parts) if part != NOTHING}
    if any(part != EMPTY and is_nullable(part) for part in flat):
        flat.pop(EMPTY, None)
    ordered = tuple(sorted(flat, key=repr))
    return ordered[0] if len(ordered) == 1 else Pattern("choice", inside=ordered) if ordered else NOTHING


def _many(part: Pattern) -> Pattern:
    return part if part.kind in {"many", "empty"} else Pattern("many", inside=(part,))


def _flat(kind: str, parts: list[Pattern]) -> Iterator[Pattern]:
    for part in parts:
        yield from part.inside if part.kind == kind else (part,)
