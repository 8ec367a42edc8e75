"""Write schemas/tei-archive.xsd from schemas/tei-archive.rng: `python schemas/xsd_from_rng.py`.

The grammar in RELAX NG is the one that is edited. It keeps to what XML Schema 1.0 can say as well: one pattern an
element, no interleaving, no choice between attributes, and content that can be recognised without looking ahead.
Whatever goes beyond that stops the translation.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
RNG = "{http://relaxng.org/ns/structure/1.0}"
DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
XS = "{http://www.w3.org/2001/XMLSchema}"
TEI = "http://www.tei-c.org/ns/1.0"
PREFIXES = {"xs": XS[1:-1], None: TEI}

OCCURS = {
    "optional": {"minOccurs": "0"},
    "zeroOrMore": {"minOccurs": "0", "maxOccurs": "unbounded"},
    "oneOrMore": {"maxOccurs": "unbounded"},
}
ABOUT = """
Encoded correspondence: a strict subset of TEI P5 (4.12.0), in XML Schema 1.0.
Written by schemas/xsd_from_rng.py from tei-archive.rng, which is the file to edit. The same language: the type of an
element has the name of its pattern there. What a grammar cannot say stands in tei-archive.sch.
"""


class Grammar:
    """The patterns of a RELAX NG grammar by their names."""

    def __init__(self, root: etree._Element) -> None:
        self.definitions = {name: node for node in root.iter(f"{RNG}define") if (name := node.get("name"))}

    def tag(self, name: str) -> str | None:
        """The name of the element that a pattern consists of, if it does."""
        element = self.definitions[name].find(f"{RNG}element")
        return None if element is None else element.get("name")

    def is_mixed(self, pattern: etree._Element) -> bool:
        """Whether text may stand in a pattern outside the elements inside it."""
        if _name(pattern) in {"element", "attribute"}:
            return False
        if _name(pattern) == "ref":
            return self.is_mixed(self.definitions[pattern.get("name", "")])
        return _name(pattern) == "text" or any(self.is_mixed(child) for child in _patterns(pattern))


def write(grammar: Grammar) -> bytes:
    """Give back the XML Schema that says the same."""
    schema = etree.Element(f"{XS}schema", {"targetNamespace": TEI, "elementFormDefault": "qualified"}, nsmap=PREFIXES)
    _document(schema, ABOUT)
    _add(schema, "import", namespace="http://www.w3.org/XML/1998/namespace", schemaLocation="xml.xsd")
    _add(schema, "element", name="TEI", type="TEI")
    for name, define in grammar.definitions.items():
        if name.startswith(("data.", "values.")):
            _simple_type(schema, define)
        elif name.startswith("att."):
            _attribute_group(schema, define)
        elif name.startswith(("model.", "content.")):
            _group(schema, grammar, define)
        else:
            _complex_type(schema, grammar, define)
    etree.indent(schema)
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        + etree.tostring(schema, encoding="UTF-8", xml_declaration=False)
        + b"\n"
    )


# -- values --------------------------------------------------------------------------------------------------------


def _simple_type(parent: etree._Element, define: etree._Element) -> None:
    simple = _add(parent, "simpleType", name=define.get("name", ""))
    _copy_documentation(simple, define)
    _variety(simple, next(_patterns(define)))


def _variety(simple: etree._Element, pattern: etree._Element) -> None:
    match _name(pattern):
        case "data":
            _restriction(simple, pattern)
        case "ref":
            _add(simple, "restriction", base=pattern.get("name", ""))
        case "list":
            _list(simple, next(_patterns(next(_patterns(pattern)))))
        case "choice" if pattern.find(f"{RNG}value") is not None:
            _enumeration(simple, pattern)
        case "choice":
            _union(simple, pattern)
        case other:
            raise ValueError(f"{other} in line {pattern.sourceline} is no kind of value")


def _restriction(simple: etree._Element, data: etree._Element) -> None:
    restriction = _add(simple, "restriction", base=f"xs:{data.get('type')}")
    for param in data:
        _add(restriction, param.get("name", ""), value=param.text or "")


def _enumeration(simple: etree._Element, choice: etree._Element) -> None:
    restriction = _add(simple, "restriction", base="xs:token")
    for child in choice:
        if child.tag == DOCUMENTATION:
            _document(restriction[-1], child.text or "")
        else:
            _add(restriction, "enumeration", value=child.text or "")


def _list(simple: etree._Element, item: etree._Element) -> None:
    restriction = _add(simple, "restriction")
    several = _add(_add(restriction, "simpleType"), "list")
    if _name(item) == "ref":
        several.set("itemType", item.get("name", ""))
    else:
        _variety(_add(several, "simpleType"), item)
    _add(restriction, "minLength", value="1")


def _union(simple: etree._Element, choice: etree._Element) -> None:
    union = _add(simple, "union")
    if names := [ref.get("name", "") for ref in choice.iterfind(f"{RNG}ref")]:
        union.set("memberTypes", " ".join(names))
    for data in choice.iterfind(f"{RNG}data"):
        _restriction(_add(union, "simpleType"), data)


# -- attributes ----------------------------------------------------------------------------------------------------


def _attribute_group(schema: etree._Element, define: etree._Element) -> None:
    group = _add(schema, "attributeGroup", name=define.get("name", ""))
    _copy_documentation(group, define)
    _attributes(group, define)


def _attributes(parent: etree._Element, pattern: etree._Element) -> None:
    for child in _patterns(pattern):
        name = child.get("name", "")
        if _name(child) == "attribute":
            _attribute(parent, child, "required")
        elif _name(child) == "optional" and (attribute := child.find(f"{RNG}attribute")) is not None:
            _attribute(parent, attribute, "optional")
        elif _name(child) == "ref" and name.startswith("att."):
            _add(parent, "attributeGroup", ref=name)


def _attribute(parent: etree._Element, attribute: etree._Element, use: str) -> None:
    name = attribute.get("name", "")
    value = next(_patterns(attribute))
    if name.startswith("xml:"):
        _add(parent, "attribute", ref=name, use=use)
    elif _name(value) == "ref":
        _add(parent, "attribute", name=name, use=use, type=value.get("name", ""))
    elif _name(value) == "data" and not len(value):
        _add(parent, "attribute", name=name, use=use, type=f"xs:{value.get('type')}")
    else:
        _variety(_add(_add(parent, "attribute", name=name, use=use), "simpleType"), value)


# -- elements ------------------------------------------------------------------------------------------------------


def _group(schema: etree._Element, grammar: Grammar, define: etree._Element) -> None:
    group = _add(schema, "group", name=define.get("name", ""))
    _copy_documentation(group, define)
    _sequence(group, grammar, define, {})


def _complex_type(schema: etree._Element, grammar: Grammar, define: etree._Element) -> None:
    element = define.find(f"{RNG}element")
    if element is None:
        raise ValueError(f"{define.get('name')} is no element, and its name does not say what it is")
    complex_type = _add(schema, "complexType", name=define.get("name", ""))
    _copy_documentation(complex_type, element)
    if (base := _data_content(element)) is not None:
        _attributes(_add(_add(complex_type, "simpleContent"), "extension", base=base), element)
        return
    if any(grammar.is_mixed(child) for child in _patterns(element)):
        complex_type.set("mixed", "true")
    _sequence(complex_type, grammar, element, {})
    _attributes(complex_type, element)


def _data_content(element: etree._Element) -> str | None:
    for child in _patterns(element):
        if _name(child) == "data":
            return f"xs:{child.get('type')}"
        if _name(child) == "ref" and child.get("name", "").startswith("data."):
            return child.get("name")
    return None


def _sequence(parent: etree._Element, grammar: Grammar, pattern: etree._Element, occurs: dict[str, str]) -> None:
    sequence = _add(parent, "sequence", **occurs)
    for child in _patterns(pattern):
        _particle(sequence, grammar, child, {})
    if not len(sequence):
        parent.remove(sequence)


def _particle(parent: etree._Element, grammar: Grammar, pattern: etree._Element, occurs: dict[str, str]) -> None:
    match _name(pattern):
        case "ref":
            _reference(parent, grammar, pattern.get("name", ""), occurs)
        case "choice":
            choice = _add(parent, "choice", **occurs)
            for child in _patterns(pattern):
                _particle(choice, grammar, child, {})
        case "group":
            _sequence(parent, grammar, pattern, occurs)
        case "optional" | "zeroOrMore" | "oneOrMore" as name:
            _repeated(parent, grammar, pattern, OCCURS[name])
        case "attribute" | "text" | "empty":
            pass
        case other:
            raise ValueError(f"{other} in line {pattern.sourceline} cannot be said in XML Schema")


def _repeated(parent: etree._Element, grammar: Grammar, pattern: etree._Element, occurs: dict[str, str]) -> None:
    inside = list(_patterns(pattern))
    if len(inside) == 1 and _name(inside[0]) not in OCCURS:
        _particle(parent, grammar, inside[0], occurs)
    else:
        _sequence(parent, grammar, pattern, occurs)


def _reference(parent: etree._Element, grammar: Grammar, name: str, occurs: dict[str, str]) -> None:
    if name.startswith("att."):
        return
    if (tag := grammar.tag(name)) is None:
        _add(parent, "group", ref=name, **occurs)
    else:
        _add(parent, "element", name=tag, type=name, **occurs)


# -- nodes ---------------------------------------------------------------------------------------------------------


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname


def _patterns(node: etree._Element) -> Iterator[etree._Element]:
    return (child for child in node if isinstance(child.tag, str) and child.tag.startswith(RNG))


def _add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, XS + tag, attributes)


def _document(parent: etree._Element, text: str) -> None:
    _add(_add(parent, "annotation"), "documentation").text = text


def _copy_documentation(parent: etree._Element, node: etree._Element) -> None:
    if (documentation := node.find(DOCUMENTATION)) is not None:
        _document(parent, documentation.text or "")


if __name__ == "__main__":
    grammar = Grammar(etree.parse(SCHEMAS / "tei-archive.rng").getroot())
    (SCHEMAS / "tei-archive.xsd").write_bytes(write(grammar))
