"""Building elements: names, attributes and content in, an lxml element out."""

from collections.abc import Mapping

from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.tei.names import NAMESPACE, qualified

# The stubs of lxml do not know that None stands for the default namespace.
_DEFAULT: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item]


def build(name: str, attributes: Mapping[str, str | None], *content: etree._Element | str | None) -> etree._Element:
    """Give back a TEI element; attributes and content that are None are left out.

    Raises `EncodingError` where a value holds a character that XML cannot hold.
    """
    made = etree.Element(qualified(name), nsmap=_DEFAULT)
    try:
        for key, value in attributes.items():
            if value is not None:
                made.set(key, value)
        for part in content:
            append(made, part)
    except ValueError as error:
        raise EncodingError(f"<{name}> would hold a character that cannot stand in an XML file") from error
    return made


def append(parent: etree._Element, part: etree._Element | str | None) -> None:
    """Put text or an element at the end of an element's content."""
    if isinstance(part, str):
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + part
        else:
            parent.text = (parent.text or "") + part
    elif part is not None:
        parent.append(part)
