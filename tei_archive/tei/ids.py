"""Ids: no two elements of a file have the same."""

from collections import Counter

from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.tei.names import XML_ID


def check_ids(root: etree._Element) -> None:
    """Raise `EncodingError` where an `xml:id` stands twice in a tree."""
    ids = Counter(found for element in root.iter() if (found := element.get(XML_ID)))
    if repeated := [name for name, count in ids.items() if count > 1]:
        raise EncodingError(f"the id {repeated[0]} stands twice", hint="give one of the two another id")
