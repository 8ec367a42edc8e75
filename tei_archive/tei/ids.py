"""Ids: no two elements of a file have the same."""

from pathlib import Path

from lxml import etree

from tei_archive.errors import EncodingError, Location
from tei_archive.tei.names import XML_ID

_IDS = etree.XPath("descendant-or-self::*/@xml:id", smart_strings=False)


def check_ids(root: etree._Element, path: Path | None = None) -> None:
    """Raise `EncodingError` where an `xml:id` stands twice in a tree; `path` is the file that it was read from."""
    found = _IDS(root)
    ids = [str(value) for value in found if value] if isinstance(found, list) else []
    if len(set(ids)) < len(ids):
        twice = next(value for number, value in enumerate(ids) if value in ids[:number])
        where = Location(str(path), _line_of_second(root, twice)) if path else None
        raise EncodingError(f"the id {twice} stands twice", where, hint="give one of the two another id")


def _line_of_second(root: etree._Element, id_: str) -> int | None:
    lines = [element.sourceline for element in root.iter("*") if element.get(XML_ID) == id_]
    return lines[1]  # type: ignore[return-value]  # the stubs have no right type for it
