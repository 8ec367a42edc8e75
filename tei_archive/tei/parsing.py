"""Parsing XML safely: no entities, no DTD, no network, and every refusal with its place."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tei_archive.errors import Location, ReadingError
from tei_archive.files import read_bytes
from tei_archive.tei.names import NAMESPACE, qualified


def parse_file(path: Path) -> tuple[etree._Element, bytes]:
    """Give back the root of a TEI file and the bytes of the file; raises `ReadingError` where it cannot be read."""
    content = read_bytes(path)
    return parse(content, str(path)), content


def parse(content: bytes, name: str) -> etree._Element:
    """Give back the root of a TEI document; `name` is what errors call it.

    Raises `ReadingError` where the bytes are not well-formed XML, use an entity of their own, or are not TEI.
    """
    try:
        root = etree.fromstring(content, _parser())
    except etree.XMLSyntaxError as error:
        where = Location(name, error.lineno, error.offset or None)
        raise ReadingError(f"not well-formed XML: {error.msg}", where, hint="mend the file in an XML editor") from error
    for entity in root.iter(etree.Entity):
        raise ReadingError(f"{entity.text} is an entity", _place(name, entity), hint="write the character itself")
    if root.tag != qualified("TEI"):
        raise ReadingError(f"the root is {root.tag}, not TEI", _place(name, root), hint=f'<TEI xmlns="{NAMESPACE}">')
    return root


def _place(name: str, element: etree._Element) -> Location:
    return Location(name, element.sourceline)  # type: ignore[arg-type]  # the stubs leave the type out


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, dtd_validation=False, attribute_defaults=False, no_network=True,
        huge_tree=False, remove_blank_text=False, strip_cdata=True, collect_ids=False,
    )  # fmt: skip
