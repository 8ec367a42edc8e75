"""What a schema declares, found in a file of its own or among the declarations of RELAX NG and XML Schema."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from tei_archive.schematron.errors import SchemaError
from tei_archive.schematron.names import NAMESPACES
from tei_archive.schematron.sources import CONTENT, Node, read_element, real_path
from tei_archive.schematron.values import Fault

_XSLT: Final = "http://www.w3.org/1999/XSL/Transform"
_GRAMMARS: Final = {
    "http://relaxng.org/ns/structure/1.0": {"include": "href", "externalRef": "href"},
    "http://www.w3.org/2001/XMLSchema": dict.fromkeys(("include", "import", "redefine", "override"), "schemaLocation"),
}


@dataclass(frozen=True, slots=True)
class Declarations:
    """The elements of a schema by what they declare; `root` is the outermost one, `loose` are rules without pattern."""

    root: Node
    nodes: tuple[Node, ...]
    loose: tuple[Node, ...] = ()
    faults: tuple[Fault, ...] = ()

    def named(self, *names: str) -> tuple[Node, ...]:
        """Give back the elements with these names."""
        return tuple(node for node in self.nodes if node.name in names)

    def by_id(self, nodes: Iterable[Node]) -> Mapping[str, Node]:
        """Give back elements by their ids. Raises `SchemaError` where an id is used twice."""
        found: dict[str, Node] = {}
        for node in nodes:
            if (id_ := node.get("id")) and found.setdefault(id_, node) is not node:
                raise node.error(f"the id {id_} is used twice", hint="give each an id of its own")
        return found


def read_declarations(path: Path) -> Declarations:
    """Read a stand-alone schema or the rules in a RELAX NG or XML Schema file.

    Raises `SchemaError` where the file cannot be read or is no schema of these kinds.
    """
    root = Node(read_element(path), path, path.parent, ((real_path(path), ""),))
    if root.name == "schema":
        return Declarations(root, tuple(_declared(root)), faults=(*_foreign(root), *_misplaced(root)))
    if etree.QName(root.element).namespace not in _GRAMMARS:
        hint = "a stand-alone schema begins with sch:schema; rules may also stand in RELAX NG (.rng) and XSD"
        raise SchemaError("this is no Schematron schema", root.where, hint)
    return _embedded(root)


_LISTS: Final = ("diagnostics", "properties", "rules")
_DECLARED: Final = ("ns", "let", "phase", "pattern", "diagnostic", "rule", *_LISTS)


def _declared(schema: Node) -> Iterator[Node]:
    for node in schema.children(*_DECLARED):
        if node.name in _LISTS:
            yield from _declared(node)
        else:
            yield node


def _embedded(root: Node) -> Declarations:
    nodes: list[Node] = []
    loose: list[Node] = []
    faults: list[Fault] = []
    for grammar in _grammars(root, set()):
        for node in _outermost(grammar):
            if node.name == "schema" or node.name in _LISTS:
                nodes += _declared(node)
            elif node.name == "rule" and node.get("abstract") != "true":
                loose.append(node)
            elif node.name in ("assert", "report"):
                reason = "it stands in no rule, so it is not known which nodes it is about"
                faults.append(Fault(node.get("id") or f"<{node.name}>", node.where, reason))
            else:
                nodes.append(node)
        faults += [*_foreign(grammar), *_misplaced(grammar)]
    return Declarations(root, tuple(nodes), tuple(loose), tuple(faults))


def _grammars(node: Node, seen: set[Path]) -> Iterator[Node]:
    """Give back a grammar and those that it includes from its own folder, each once."""
    if real_path(node.file) in seen:
        return
    seen.add(real_path(node.file))
    yield node
    for element in node.element.iter("*"):
        href = _find_inclusion(element)
        file = real_path(node.file.parent / href) if href and "://" not in href else None
        if file and file.is_file() and file.is_relative_to(real_path(node.folder)):
            yield from _grammars(Node(read_element(file), file, node.folder, node.open), seen)


def _find_inclusion(element: etree._Element) -> str | None:
    """Find the address of a grammar that an element includes. One that cannot be had is for its validator to miss."""
    name = etree.QName(element)
    attribute = _GRAMMARS.get(name.namespace or "", {}).get(name.localname)
    return element.get(attribute) if attribute else None


def _outermost(grammar: Node) -> Iterator[Node]:
    """Give back Schematron's elements that stand in no other of them."""
    for element in grammar.element.iter("*"):
        if etree.QName(element).namespace in NAMESPACES and not _is_inside(element):
            yield Node(element, grammar.file, grammar.folder, grammar.open)


def _is_inside(element: etree._Element) -> bool:
    return any(etree.QName(outer).namespace in NAMESPACES for outer in element.iterancestors())


def _foreign(root: Node) -> Iterator[Fault]:
    """Name the declarations of XSLT, of which no engine runs any."""
    for element in root.element.iter(f"{{{_XSLT}}}*"):
        outer = element.getparent()
        if outer is not None and etree.QName(outer).namespace in NAMESPACES and element.get("select") is None:
            node = Node(element, root.file, root.folder)
            name = f"xsl:{etree.QName(element).localname} {element.get('name') or ''}".strip()
            yield Fault(name, node.where, "declarations of XSLT are not run, only XPath expressions")


def _misplaced(root: Node) -> Iterator[Fault]:
    """Name what stands where it means nothing, such as a misspelt assertion."""
    for element in root.element.iter("*"):
        node = Node(element, root.file, root.folder)
        parent = element.getparent()
        outer = Node(parent, root.file, root.folder).name if parent is not None else ""
        if node.name and node.name not in CONTENT.get(outer, (node.name,)):
            yield Fault(f"<{node.name}>", node.where, f"it is not known what it means in <{outer}>")
