"""The Schematron rules, tried with XPath 2: enough of the language for tei-archive.sch."""

from collections.abc import Iterator
from dataclasses import dataclass

import elementpath
from lxml import etree

NAMESPACES = {"tei": "http://www.tei-c.org/ns/1.0"}
SCH = "{http://purl.oclc.org/dsdl/schematron}"


@dataclass(frozen=True, slots=True)
class Rule:
    """An assertion: the id of its pattern, the elements it is about, what must be true, what is said otherwise."""

    id: str
    context: str
    test: str
    message: str
    role: str | None


def read_rules(root: etree._Element) -> tuple[Rule, ...]:
    """The rules of a schema, or of the documentation of one."""
    return tuple(
        Rule(
            pattern.get("id", ""),
            rule.get("context", ""),
            assertion.get("test", ""),
            " ".join("".join(assertion.itertext()).split()),
            assertion.get("role"),
        )
        for pattern in root.iter(f"{SCH}pattern")
        for rule in pattern.iterfind(f"{SCH}rule")
        for assertion in rule.iterfind(f"{SCH}assert")
    )


def broken(rules: tuple[Rule, ...], document: etree._Element) -> Iterator[Rule]:
    """Each rule once for every element that breaks it."""
    for rule in rules:
        paths = (f"//{path.strip()}" for path in rule.context.split(" | "))
        for element in elementpath.select(document, " | ".join(paths), NAMESPACES):
            if not elementpath.select(document, f"boolean({rule.test})", NAMESPACES, item=element):
                yield rule
