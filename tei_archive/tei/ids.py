"""Ids: no two elements of a file have the same."""

from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.tei.names import XML_ID


def check_ids(root: etree._Element) -> None:
    """Raise `EncodingError` where an `xml:id` stands twice in a tree."""
    known: set[str] = set()
    for element in root.iter():
        if (found := element.get(XML_ID)) in known:
            raise EncodingError(f"the id {found} stands twice", hint="give one of the two another id")
        if found:
            known.add(found)
