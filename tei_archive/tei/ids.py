"""Ids: no two elements of a file have the same."""

from lxml import etree

from tei_archive.errors import EncodingError

_IDS = etree.XPath("descendant-or-self::*/@xml:id", smart_strings=False)


def check_ids(root: etree._Element) -> None:
    """Raise `EncodingError` where an `xml:id` stands twice in a tree."""
    found = _IDS(root)
    ids = [str(value) for value in found if value] if isinstance(found, list) else []
    if len(set(ids)) < len(ids):
        twice = next(value for number, value in enumerate(ids) if value in ids[:number])
        raise EncodingError(f"the id {twice} stands twice", hint="give one of the two another id")
