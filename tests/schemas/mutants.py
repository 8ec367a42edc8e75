"""Documents that differ in one place from a valid one."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

# What is tried on every element: names that are known elsewhere, attributes and values of many kinds.
NAMES = ("p", "note", "persName", "div", "closer", "list", "body", "unknown")
ATTRIBUTES = {
    "type": "letter", "subtype": "cc", "when": "1894-03-03", "target": "#a", "ref": "pers:a", "cert": "high",
    "n": "1", f"{XML}lang": "en", f"{XML}space": "preserve", "unknown": "a",
}  # fmt: skip
VALUES = (
    "",
    " ",
    "a b",
    "high",
    "1894",
    "1894-02-30",
    "1894-03-03Z",
    "24:00:00",
    "#a",
    "doc:a",
    "pers:a b",
    "-1",
    "0.5",
)


def mutants(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Each document that one step makes of a valid one, and which step it was; some of them are valid.

    A document must be looked at before the next one is asked for: most are the same tree, changed and changed back.
    """
    for number, element in enumerate(list(root.iter(f"{TEI}*"))):
        name = f"{etree.QName(element).localname} in line {element.sourceline}"
        for step in (_attributes, _texts, _names):
            yield from ((f"{what} {name}", root) for what in step(element))
        if element is not root:
            yield from ((f"{what} {name}", other) for what, other in _places(root, number))


def _attributes(element: etree._Element) -> Iterator[str]:
    before = dict(element.attrib)
    for name, value in before.items():
        del element.attrib[name]
        yield f"no {name} on"
        for other in VALUES:
            if name != f"{XML}id" or other.isalpha():
                element.set(name, other)
                yield f"{name}={other!r} on"
        element.set(name, value)
    for name, value in ATTRIBUTES.items():
        if name not in before:
            element.set(name, value)
            yield f"{name}={value!r} added to"
            del element.attrib[name]


def _texts(element: etree._Element) -> Iterator[str]:
    before = element.text
    element.text = f"{before or ''}text"
    yield "text in"
    element.text = before


def _names(element: etree._Element) -> Iterator[str]:
    before = element.tag
    for name in NAMES:
        element.tag = TEI + name
        if element.tag != before:
            yield f"{name} for"
    element.tag = before


def _places(root: etree._Element, number: int) -> Iterator[tuple[str, etree._Element]]:
    for what, change in {"no": _remove, "a second": _repeat, "moved forward": _swap}.items():
        other = deepcopy(root)
        change(list(other.iter(f"{TEI}*"))[number])
        yield what, other


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _repeat(element: etree._Element) -> None:
    twin = deepcopy(element)
    numbers = count()
    for inner in twin.iter(f"{TEI}*"):
        if inner.attrib.pop(f"{XML}id", None):
            inner.set(f"{XML}id", f"twin{next(numbers)}")
    element.addnext(twin)


def _swap(element: etree._Element) -> None:
    after = element.getnext()
    if after is not None:
        after.addnext(element)
