"""Documents made at random from a grammar, so that in the end every part of it has been used."""

from collections import Counter
from itertools import count
from math import inf
from random import Random

from lxml import etree
from rng_patterns import MANY, Grammar, Pattern

NS = "http://www.tei-c.org/ns/1.0"
XML = "{http://www.w3.org/XML/1998/namespace}"

CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"

# One example or more of each kind of value that the grammar knows: its type, and its pattern where it has one.
EXAMPLES = {
    ("ID", ""): (),
    ("string", ""): ("12", "No. 12, second part", ""),
    ("token", ""): ("(.+)", "../registers.xml#$1"),
    ("language", ""): ("en", "ota-Arab"),
    ("Name", ""): ("cert",),
    ("decimal", ""): ("3", "0.5"),
    ("nonNegativeInteger", ""): ("0", "14"),
    ("positiveInteger", ""): ("2",),
    ("dateTime", rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{CLOCK}(Z|[+\-][0-9]{{2}}:[0-9]{{2}})?"): (
        "2026-11-20T10:00:00Z",
        "2026-11-20T10:00:00",
    ),
    ("token", r"[\p{L}\p{M}\p{N}._:/\-]+"): ("a", "1.2-3:4/5_B", "нота", "é̀"),
    ("date", "[0-9]{4}-[0-9]{2}-[0-9]{2}"): ("1921-08-20", "0999-02-28"),
    ("gYearMonth", "[0-9]{4}-[0-9]{2}"): ("1921-08",),
    ("gYear", "[0-9]{4}"): ("1921",),
    ("time", CLOCK): ("23:59:00",),
    ("anyURI", r"https?://\S+"): ("https://example.org/a?b=c&d=%C3%A9#e", "http://example.org/é"),
    ("anyURI", r"#[^\s#]+"): ("#resp.auto",),
    ("anyURI", r"(pers|org|place):[^\s#]+"): ("pers:natsarenus", "org:nkid", "place:angora"),
    ("anyURI", r"doc:[^\s#]+(#[^\s#]+)?"): ("doc:kars-1921-d001", "doc:kars-1921-d001#kars-1921-d001-fn1"),
    ("anyURI", r"\.\./\.\./[^\s#:]+\.xml(#[^\s#]+)?"): (
        "../../volume-1/tei/kars-1921-d001.xml",
        "../../a%20b/tei/c.xml#c-p1",
    ),
    ("anyURI", r"raw:[^\s#]+#char=[0-9]+,[0-9]+"): ("raw:kars-1921.txt#char=0,86", "raw:a%20b.txt#char=1,2"),
    ("anyURI", r"(rule|reason):[^\s#]+"): ("rule:head.from-to", "reason:no-candidate"),
    ("anyURI", r"\S+"): ("facs/0031.jpg", "https://example.org/0031.jpg"),
    ("token", r"[0-9]+(\.[0-9]+){0,3}"): ("1", "0.1.0", "1.2.3.4"),
    ("token", r"-?[0-9]{1,2}(\.[0-9]+)? -?[0-9]{1,3}(\.[0-9]+)?"): ("39.93 32.85", "-5 -120.1"),
}
UNIT_INTERVAL = ("0", "0.61", "1")
DEEPEST = 20
TEXTS = ("Kars", " ", "20 August ", "“é̀” ", "\n  ")


class Sampler:
    """Makes documents; takes what it has taken least often, so that nothing is left out."""

    def __init__(self, grammar: Grammar, *, seed: int, size: int) -> None:
        self.grammar = grammar
        self.size = size
        self.used: Counter[tuple[str, str]] = Counter()
        self._taken: Counter[tuple[str, int, int]] = Counter()
        self._random = Random(seed)
        self._ids = count(1)
        self._left = 0
        self._depth = 0
        self._depths = _Depths(grammar)

    def document(self) -> etree._Element:
        """Give back a document that the grammar accepts."""
        self._left = self.size
        holder = etree.Element("holder", nsmap={None: NS})
        self._fill(holder, self.grammar.start)
        return holder[0]

    def _fill(self, parent: etree._Element, pattern: Pattern) -> None:
        match pattern.kind:
            case "ref":
                self._fill(parent, self.grammar.patterns[pattern.name])
            case "group":
                self._fill_all(parent, pattern)
            case "choice":
                self._fill(parent, pattern.inside[self._choose(_tag(parent), pattern)])
            case "optional" | "zeroOrMore" | "oneOrMore":
                for _ in range(self._times(_tag(parent), pattern)):
                    self._fill_all(parent, pattern)
            case "element":
                self._element(parent, pattern)
            case "attribute":
                self._attribute(parent, pattern)
            case "text" | "data":
                _append(parent, self._words(parent, pattern))

    def _words(self, parent: etree._Element, pattern: Pattern) -> str:
        return self._random.choice(TEXTS) if pattern.kind == "text" else self._value(_tag(parent), pattern)

    def _fill_all(self, parent: etree._Element, pattern: Pattern) -> None:
        for child in pattern.inside:
            self._fill(parent, child)

    def _element(self, parent: etree._Element, pattern: Pattern) -> None:
        self._left -= 1
        self._depth += 1
        self.used["element", pattern.name] += 1
        element = etree.SubElement(parent, f"{{{NS}}}{pattern.name}")
        self._fill_all(element, pattern)
        self._depth -= 1

    def _attribute(self, parent: etree._Element, pattern: Pattern) -> None:
        self.used[_tag(parent), pattern.name] += 1
        name = pattern.name.replace("xml:", XML)
        parent.set(name, f"i{next(self._ids)}" if name == f"{XML}id" else self._value(_tag(parent), pattern.inside[0]))

    def _value(self, parent: str, pattern: Pattern) -> str:
        found = self.grammar.resolve(pattern)
        match found.kind:
            case "value":
                self.used["value", found.name] += 1
                return found.name
            case "data":
                return self._random.choice(_examples(found))
            case "choice":
                return self._value(parent, found.inside[self._choose(parent, found)])
            case "list":
                return " ".join(self._value(parent, found.inside[0]) for _ in range(self._random.choice((1, 1, 2))))
            case _:
                return self._value(parent, found.inside[0])

    def _choose(self, parent: str, pattern: Pattern) -> int:
        """The number of the alternative that was taken least often; of the shallowest once there is enough."""
        numbers = range(len(pattern.inside))
        number = min(numbers, key=lambda number: (self._taken[parent, id(pattern), number], self._random.random()))
        if self._is_enough(parent, pattern, number):
            return min(numbers, key=lambda number: self._depths.of(pattern.inside[number]))
        self._taken[parent, id(pattern), number] += 1
        return number

    def _times(self, parent: str, pattern: Pattern) -> int:
        least, most = MANY[pattern.kind]
        if self._is_enough(parent, pattern, 0):
            return least
        self._taken[parent, id(pattern), 0] += 1
        if self._taken[parent, id(pattern), 0] == 1:
            return _alternatives(pattern)
        return self._random.choice((0, 1) if most == 1 else (least, 1, 2, 3))

    def _is_enough(self, parent: str, pattern: Pattern, number: int) -> bool:
        """Whether the document is long enough; what was never taken in this parent may make it longer still."""
        if self._left > 0 and self._depth <= DEEPEST:
            return False
        return self._taken[parent, id(pattern), number] > 0 or self._left < -10 * self.size or self._depth > DEEPEST


class _Depths:
    """How deep the elements inside a pattern must at least be nested."""

    def __init__(self, grammar: Grammar) -> None:
        self._of_name: dict[str, float] = dict.fromkeys(grammar.patterns, inf)
        self._of_pattern: dict[int, float] = {}
        changed = True
        while changed:
            new = {name: self._measure(pattern) for name, pattern in grammar.patterns.items()}
            changed = new != self._of_name
            self._of_name = new

    def of(self, pattern: Pattern) -> float:
        """The least depth of a pattern of the grammar."""
        if id(pattern) not in self._of_pattern:
            self._of_pattern[id(pattern)] = self._measure(pattern)
        return self._of_pattern[id(pattern)]

    def _measure(self, pattern: Pattern) -> float:
        match pattern.kind:
            case "ref":
                return self._of_name[pattern.name]
            case "element":
                return 1 + max(map(self._measure, pattern.inside), default=0)
            case "choice":
                return min(map(self._measure, pattern.inside))
            case "group" | "oneOrMore":
                return max(map(self._measure, pattern.inside), default=0)
            case _:
                return 0


def _alternatives(repeated: Pattern) -> int:
    """How often a repeated pattern must be followed so that each alternative in it has its turn."""
    first = repeated.inside[0]
    return len(first.inside) if first.kind == "choice" and repeated.kind != "optional" else 1


def _examples(data: Pattern) -> tuple[str, ...]:
    params = dict(data.params)
    return UNIT_INTERVAL if "maxInclusive" in params else EXAMPLES[data.name, params.get("pattern", "")]


def _tag(element: etree._Element) -> str:
    return etree.QName(element).localname


def _append(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
