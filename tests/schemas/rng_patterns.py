"""RELAX NG patterns as values: enough of the language to compare two grammars and to make examples of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
MANY = {"optional": (0, 1), "zeroOrMore": (0, None), "oneOrMore": (1, None)}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern: what it is (`group`, `choice`, `element`, `data` …), its name or value, what is inside."""

    kind: str
    name: str = ""
    inside: tuple[Pattern, ...] = ()
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """A grammar: its patterns by name, the start among them."""

    patterns: Mapping[str, Pattern]
    start: Pattern

    def resolve(self, pattern: Pattern) -> Pattern:
        """Follow references until a pattern of another kind."""
        while pattern.kind == "ref":
            pattern = self.patterns[pattern.name]
        return pattern

    def elements(self) -> Iterator[Pattern]:
        """Every pattern that is an element, those of one name one after the other."""
        for pattern in self.patterns.values():
            yield from _elements(pattern)

    def attributes(self, pattern: Pattern, *, required: bool = True) -> Iterator[tuple[Pattern, bool]]:
        """The attributes of an element, and whether it cannot be without them."""
        for child in pattern.inside:
            found = self.resolve(child)
            if found.kind == "attribute":
                yield found, required
            elif found.kind not in {"element", "data", "list"}:
                yield from self.attributes(found, required=required and found.kind in {"group", "oneOrMore"})


def read_grammar(path: Path) -> Grammar:
    """Read a grammar in XML syntax: one file, no nested grammars."""
    root = etree.parse(path).getroot()
    patterns: dict[str, Pattern] = {}
    for define in root.iter(f"{RNG}define"):
        name = define.get("name", "")
        found = _pattern(define)
        patterns[name] = Pattern("choice", inside=(patterns[name], found)) if name in patterns else found
    start = root.find(f"{RNG}start")
    assert start is not None
    return Grammar(patterns, _pattern(start))


def _pattern(node: etree._Element) -> Pattern:
    kind = etree.QName(node).localname
    inside = tuple(
        _pattern(child)
        for child in node
        if isinstance(child.tag, str) and child.tag.startswith(RNG) and child.tag != f"{RNG}param"
    )
    if kind in {"define", "start", "group"}:
        return Pattern("group", inside=inside)
    if kind == "value":
        return Pattern(kind, (node.text or "").strip())
    if kind == "data":
        params = tuple((param.get("name", ""), param.text or "") for param in node.iterfind(f"{RNG}param"))
        return Pattern(kind, node.get("type", ""), params=params)
    if kind in {"element", "attribute"} and node.get("name") is None:
        return Pattern(kind, "*", inside)
    return Pattern(kind, node.get("name", ""), inside)


def _elements(pattern: Pattern) -> Iterator[Pattern]:
    if pattern.kind == "element":
        yield pattern
    for child in pattern.inside:
        yield from _elements(child)
