"""The outermost element of a schema, read safely: it tells what kind of schema a file holds."""

from pathlib import Path

from lxml import etree


def read_root(path: Path) -> etree._Element:
    """Give back the outermost element of a schema; no entity, document type or network is followed.

    Raises `OSError` where the file cannot be read and `etree.XMLSyntaxError` where it is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    return etree.parse(path, parser).getroot()
