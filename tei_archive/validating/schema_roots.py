"""The outermost element of a schema, read safely: it tells what kind of schema a file holds."""

from pathlib import Path

from lxml import etree


def read_root(path: Path) -> etree._Element:
    """Give back the outermost element of a schema, as far as its start tag; nothing that it refers to is followed.

    Raises `OSError` where the file cannot be read and `etree.XMLSyntaxError` where it does not begin as XML.
    """
    with path.open("rb") as file:
        tags = etree.iterparse(file, events=("start",), resolve_entities=False, load_dtd=False, no_network=True)
        root: etree._Element = next(tags)[1]
        return root
