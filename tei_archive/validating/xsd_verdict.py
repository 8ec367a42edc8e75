"""A quick verdict on XML Schema 1.0: libxml2 says in milliseconds whether a file is valid, and xmlschema is spared."""

from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from lxml import etree

from tei_archive.files import real_path

_XSD: Final = "{http://www.w3.org/2001/XMLSchema}"
_LEAST_VERSION: Final = "{http://www.w3.org/2007/XMLSchema-versioning}minVersion"
_PARTS: Final = tuple(f"{_XSD}{name}" for name in ("include", "import", "redefine", "override"))


def read_verdict(path: Path) -> Callable[[etree._Element], bool] | None:
    """Make a schema ready, so that it tells valid trees from all others.

    None where libxml2 cannot be asked: for a schema of version 1.1, and for one that refers to anything but files of
    its own folder and those below, which libxml2 would read wherever they are.
    """
    if not _is_closed(real_path(path), real_path(path).parent, set()):
        return None
    try:
        return etree.XMLSchema(etree.parse(path, _parser())).validate
    except (etree.XMLSchemaParseError, etree.XMLSyntaxError):
        return None


def _is_closed(path: Path, folder: Path, seen: set[Path]) -> bool:
    """Say whether a schema is of version 1.0, and it and all its parts lie in a folder."""
    if path in seen:
        return True
    seen.add(path)
    try:
        root = etree.parse(path, _parser()).getroot()
    except (OSError, etree.XMLSyntaxError):
        return False
    if root.get(_LEAST_VERSION, "1.0") != "1.0":
        return False
    addresses = (part.get("schemaLocation") for part in root.iter(*_PARTS))
    parts = [real_path(path.parent / unquote(address)) for address in addresses if address is not None]
    return all(part.is_relative_to(folder) and _is_closed(part, folder, seen) for part in parts)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
