"""The names in a RELAX NG schema: which elements it has, and which attributes each of them may have."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

_RNG: Final = "{http://relaxng.org/ns/structure/1.0}"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_ELSEWHERE: Final = ("include", "externalRef", "parentRef")

ANY: Final = "*"


@dataclass(frozen=True, slots=True)
class Names:
    """The attributes of each element, by local name; those of the namespace of XML begin with `xml:`.

    `ANY` stands for every name, where the schema leaves names open.
    """

    attributes: Mapping[str, frozenset[str]]


def read_names(schema: etree._Element) -> Names | None:
    """Collect the names of a schema; None where it takes in other files."""
    if any(next(schema.iter(_RNG + name), None) is not None for name in _ELSEWHERE):
        return None
    defines: dict[str, list[etree._Element]] = {}
    for define in schema.iter(_RNG + "define"):
        defines.setdefault(define.get("name", ""), []).append(define)
    attributes: dict[str, frozenset[str]] = {}
    for element in schema.iter(_RNG + "element"):
        own = frozenset(_attributes(element, defines, set()))
        for name in _names(element):
            attributes[name] = attributes.get(name, frozenset()) | own
    return Names(attributes)


def _attributes(pattern: etree._Element, defines: Mapping[str, list[etree._Element]], seen: set[str]) -> Iterator[str]:
    """Follow references, but do not go into the elements inside."""
    for child in pattern.iterchildren(_RNG + "*"):
        if child.tag == _RNG + "attribute":
            yield from _names(child)
        elif child.tag == _RNG + "ref":
            name = child.get("name", "")
            if name not in seen:
                seen.add(name)
                for define in defines.get(name, ()):
                    yield from _attributes(define, defines, seen)
        elif child.tag != _RNG + "element":
            yield from _attributes(child, defines, seen)


def _names(pattern: etree._Element) -> Iterator[str]:
    """Name what an `element` or `attribute` stands for: in an attribute, in `name`, or several in a `choice`."""
    first = next(pattern.iterchildren(_RNG + "*"), None)
    if first is not None and first.tag in (_RNG + "anyName", _RNG + "nsName"):
        yield ANY
        return
    inner = first.iter(_RNG + "name") if first is not None and first.tag in (_RNG + "name", _RNG + "choice") else ()
    written = [(pattern.get("name"), pattern)] if pattern.get("name") else [(name.text, name) for name in inner]
    for words, holder in written:
        prefix, _, local = (words or "").strip().rpartition(":")
        yield f"xml:{local}" if prefix == "xml" or _XML in (holder.get("ns"), pattern.get("ns")) else local
