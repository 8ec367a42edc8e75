"""Layout: each block on a line of its own and untouched inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.tei.building import Element
from tei_archive.tei.names import NAMESPACE, XML_ID, XML_LANG, XML_SPACE, local_name

# White space may be put only into elements that TEI gives no text of the source; everything else stays on its line.
_BROKEN = frozenset(
    """
    teiCorpus TEI teiHeader fileDesc titleStmt respStmt editionStmt publicationStmt seriesStmt sourceDesc encodingDesc
    projectDesc editorialDecl listPrefixDef classDecl taxonomy appInfo application profileDesc langUsage textClass
    keywords correspDesc correspAction correspContext revisionDesc standOff listPerson person listOrg org listPlace
    place text body div opener closer postscript
    """.split()  # noqa: SIM905 - a list of names reads better than a list of quoted names
)
_BIBL = "bibl"
_ARCHIVAL = "archival"
_STEP = "  "
_BEGINNING = '<?xml version="1.0" encoding="UTF-8"?>\n'
_END = "\n"
_MOST_SHARED = 64
_XML_NAMES = {XML_ID: "xml:id", XML_LANG: "xml:lang", XML_SPACE: "xml:space"}

# Other characters mean themselves; white space in an attribute would be read as a space.
_SIGNS = re.compile('[&<>"\t\n\r]')
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}

# What XML 1.0 cannot hold, not even as a reference.
_CONTROLS = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)])
_NO_CHARACTERS = ("\ufffe", "\uffff")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def serialize(root: Element) -> bytes:
    """Give back the element as UTF-8 with XML declaration and a line feed at the end; the same element, the same bytes.

    Raises `EncodingError` where a value holds a character that XML cannot hold.
    """
    lines = _lines(replace(root, attributes={"xmlns": NAMESPACE, **root.attributes}), _END)
    try:
        content = f"{_BEGINNING}{lines}{_END}".encode()
    except UnicodeEncodeError as error:  # half of a pair of surrogates
        raise _refuse(root) from error
    if len(content.translate(None, _CONTROLS)) < len(content) or any(sign in lines for sign in _NO_CHARACTERS):
        raise _refuse(root)
    return content


def _lines(element: Element, margin: str) -> str:
    """Write an element, behind the margin: the line end and the white space before it; none inside a line."""
    if element.is_shared:
        return _shared_lines(element, margin)
    name = element.name
    attributes = _attributes(element.attributes) if element.attributes else ""
    if not element.content:
        return f"<{name}{attributes}/>"
    inner = margin + _STEP if margin and _is_broken(element) else ""
    parts = [_escape(part) if isinstance(part, str) else inner + _lines(part, inner) for part in element.content]
    return f"<{name}{attributes}>{''.join(parts)}{margin if inner else ''}</{name}>"


def _attributes(attributes: Mapping[str, str | None]) -> str:
    given = [(_XML_NAMES.get(key, key), value) for key, value in attributes.items() if value is not None]
    return "".join([f' {key}="{_refer(value) if _SIGNS.search(value) else value}"' for key, value in given])


@lru_cache(maxsize=_MOST_SHARED)
def _shared_lines(element: Element, margin: str) -> str:
    return _lines(replace(element, is_shared=False), margin)


def _is_broken(element: Element) -> bool:
    takes_lines = _takes_lines(element.name, element.attributes.get("type"))
    return takes_lines and not any(isinstance(part, str) for part in element.content)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _refer(value: str) -> str:
    return _SIGNS.sub(lambda sign: _REFERENCES[sign[0]], value)


def _refuse(root: Element) -> EncodingError:
    """The error for the first element that holds what XML cannot."""
    name = next(_find_forbidden(root))
    return EncodingError(f"<{name}> would hold a character that cannot stand in an XML file")


def _find_forbidden(element: Element) -> Iterator[str]:
    values = (*element.attributes.values(), *element.content)
    if any(_FORBIDDEN.search(value) for value in values if isinstance(value, str)):
        yield element.name
    for part in element.content:
        if isinstance(part, Element):
            yield from _find_forbidden(part)


def break_lines(root: etree._Element) -> None:
    """Put each block of a tree on a line of its own; what has white space of its own is left as it is."""
    _break_lines(root, "\n")


def _break_lines(tree: etree._Element, margin: str) -> None:
    if not _is_broken_tree(tree):
        return
    tree.text = margin + _STEP
    for child in tree:
        _break_lines(child, margin + _STEP)
        child.tail = margin + _STEP
    tree[-1].tail = margin


def _is_broken_tree(tree: etree._Element) -> bool:
    takes_lines = _takes_lines(local_name(tree), tree.get("type"))
    return takes_lines and len(tree) > 0 and not tree.text and not any(child.tail for child in tree)


def _takes_lines(name: str, kind: str | None) -> bool:
    return name in _BROKEN or (name == _BIBL and kind != _ARCHIVAL)
