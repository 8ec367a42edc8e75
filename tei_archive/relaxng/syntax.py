"""The syntax of RELAX NG: which element may hold what (section 3), and what holds everywhere (4.2–4.4, 4.16)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from tei_archive.relaxng.libraries import read_datatype
from tei_archive.relaxng.nodes import Node
from tei_archive.relaxng.schema_error import wrong
from tei_archive.relaxng.spaces import SPACES
from tei_archive.relaxng.xml_names import is_ncname, is_qname

_EVERYWHERE: Final = frozenset({"ns", "datatypeLibrary"})
_PATTERNS: Final = frozenset(
    (
        "element",
        "attribute",
        "group",
        "interleave",
        "choice",
        "optional",
        "zeroOrMore",
        "oneOrMore",
        "list",
        "mixed",
        "ref",
        "parentRef",
        "empty",
        "text",
        "value",
        "data",
        "notAllowed",
        "externalRef",
        "grammar",
    )
)
_NAME_CLASSES: Final = frozenset(("name", "anyName", "nsName", "choice"))
_IN_INCLUDE: Final = frozenset(("start", "define", "div"))
_IN_GRAMMAR: Final = _IN_INCLUDE | {"include"}
_NCNAMES: Final = frozenset({"define", "ref", "parentRef"})
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What an element of the schema has: children of which names, how many of them, and which attributes."""

    children: frozenset[str] = frozenset()
    least: int = 0
    most: int | None = None
    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()


_SOME_PATTERNS: Final = _Rule(_PATTERNS, least=1)
_NOTHING: Final = _Rule(most=0)
_CALL: Final = _Rule(most=0, required=frozenset({"name"}))
_BUT: Final = _Rule(frozenset({"except"}), most=1)

_RULES: Final[Mapping[str, _Rule]] = MappingProxyType(
    {
        **dict.fromkeys(
            ("group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore", "list", "mixed"), _SOME_PATTERNS
        ),
        "element": _Rule(_PATTERNS, least=1, optional=frozenset({"name"})),
        "attribute": _Rule(_PATTERNS, most=1, optional=frozenset({"name"})),
        "ref": _CALL,
        "parentRef": _CALL,
        "empty": _NOTHING,
        "text": _NOTHING,
        "notAllowed": _NOTHING,
        "value": _Rule(most=0, optional=frozenset({"type"})),
        "data": _Rule(frozenset({"param", "except"}), required=frozenset({"type"})),
        "param": _Rule(most=0, required=frozenset({"name"})),
        "externalRef": _Rule(most=0, required=frozenset({"href"})),
        "grammar": _Rule(_IN_GRAMMAR),
        "div": _Rule(_IN_GRAMMAR),
        "include": _Rule(_IN_INCLUDE, required=frozenset({"href"})),
        "start": _Rule(_PATTERNS, least=1, most=1, optional=frozenset({"combine"})),
        "define": _Rule(_PATTERNS, least=1, required=frozenset({"name"}), optional=frozenset({"combine"})),
        "name": _NOTHING,
        "anyName": _BUT,
        "nsName": _BUT,
    }
)
_NAMES: Final = _Rule(_NAME_CLASSES, least=1)
_IN_INCLUDED_DIV: Final = _Rule(_IN_INCLUDE)


def check_syntax(root: Node) -> None:
    """Check a file of a schema. Raises `SchemaError` at the first node that is wrong."""
    if root.name not in _PATTERNS:
        raise wrong(f"<{root.name}> begins no schema", root.where, "begin with <grammar> or <element>")
    _check(root, _RULES[root.name])


def _check(node: Node, rule: _Rule) -> None:
    _check_attributes(node, rule)
    children = node.children
    if node.name in ("element", "attribute") and "name" not in node.attributes:
        if not children or children[0].name not in _NAME_CLASSES:
            raise wrong(f"<{node.name}> has no name", node.where, 'add name="…", or a name class as the first child')
        _check_names(children[0], forbidden=frozenset())
        children = children[1:]
    _check_number(node, rule, len(children))
    for child in children:
        if child.name not in rule.children:
            hint = "see section 3 of the RELAX NG specification" if child.name in _RULES else None
            raise wrong(f"<{child.name}> is not allowed in <{node.name}>", child.where, hint)
        inside = _IN_INCLUDED_DIV if child.name == "div" and rule.children is _IN_INCLUDE else _RULES.get(child.name)
        _check(child, inside or _SOME_PATTERNS)
    if node.name == "data":
        _check_data(node)
    elif node.name == "value":
        read_datatype(node)


def _check_attributes(node: Node, rule: _Rule) -> None:
    attributes = node.attributes
    for name in attributes:
        if name not in rule.required and name not in rule.optional and name not in _EVERYWHERE:
            raise wrong(f"<{node.name}> takes no attribute {name}", node.where)
    for name in rule.required:
        if name not in attributes:
            raise wrong(f"<{node.name}> lacks the attribute {name}", node.where)
    if attributes:
        _check_values(node, attributes)


def _check_values(node: Node, attributes: Mapping[str, str]) -> None:
    if "name" in attributes:
        _check_name(node, attributes["name"].strip(SPACES))
    if attributes.get("combine", "choice").strip(SPACES) not in ("choice", "interleave"):
        raise wrong(f'combine="{attributes["combine"]}"', node.where, "allowed: choice, interleave")
    if "type" in attributes and not is_ncname(attributes["type"].strip(SPACES)):
        raise wrong(f"{attributes['type']!r} is no name of a datatype", node.where)
    if "#" in attributes.get("href", ""):
        raise wrong(f"a reference may have no fragment: {attributes['href']}", node.where)
    if "datatypeLibrary" in attributes:
        _check_library(node, attributes["datatypeLibrary"])


def _check_name(node: Node, name: str) -> None:
    if node.name in _NCNAMES and not is_ncname(name):
        raise wrong(f"{name!r} is no name of a definition", node.where, "a name without a colon is expected")
    if node.name in ("element", "attribute"):
        _check_qname(node, name)


def _check_qname(node: Node, name: str) -> None:
    if not is_qname(name):
        raise wrong(f"{name!r} is no name", node.where)
    prefix = name.rpartition(":")[0]
    if prefix and prefix not in node.namespaces:
        raise wrong(f"the prefix {prefix} is not declared", node.where, f'add xmlns:{prefix}="…"')


def _check_library(node: Node, uri: str) -> None:
    if uri and (not _SCHEME.match(uri) or "#" in uri or not _is_uri(uri)):
        raise wrong(f"datatypeLibrary is no absolute URI without fragment: {uri!r}", node.where)


def _is_uri(uri: str) -> bool:
    return re.search(r"%(?![0-9A-Fa-f]{2})|[\[\] <>]", uri) is None


def _check_number(node: Node, rule: _Rule, number: int) -> None:
    if number < rule.least:
        raise wrong(f"<{node.name}> is empty", node.where, "a pattern is expected; <empty/> stands for nothing")
    if rule.most is not None and number > rule.most:
        raise wrong(f"<{node.name}> has too much in it", node.children[rule.most].where, f"at most {rule.most}")


def _check_data(node: Node) -> None:
    names = [child.name for child in node.children]
    if "except" in names[:-1]:
        raise wrong("<except> comes last in <data>, and once", node.where)
    read_datatype(node)


def _check_names(node: Node, *, forbidden: frozenset[str]) -> None:
    """Check a name class; section 4.16 says what an `except` may not hold."""
    if node.name not in _NAME_CLASSES:
        raise wrong(f"<{node.name}> is not allowed in a name class", node.where)
    if node.name in forbidden:
        raise wrong(f"<{node.name}> is not allowed inside this <except>", node.where, "it would leave no sense")
    rule = _NAMES if node.name == "choice" else _RULES[node.name]
    _check_attributes(node, rule)
    _check_number(node, rule, len(node.children))
    if node.name == "name":
        _check_qname(node, node.text.strip(SPACES))
    if node.name == "anyName":
        forbidden |= {"anyName"}
    elif node.name == "nsName":
        forbidden |= {"anyName", "nsName"}
    for child in node.children:
        if node.name == "choice":
            _check_names(child, forbidden=forbidden)
        else:
            _check_except(child, forbidden)


def _check_except(node: Node, forbidden: frozenset[str]) -> None:
    if node.name != "except":
        raise wrong(f"<{node.name}> is not allowed here in a name class", node.where)
    _check_attributes(node, _NAMES)
    _check_number(node, _NAMES, len(node.children))
    for child in node.children:
        _check_names(child, forbidden=forbidden)
