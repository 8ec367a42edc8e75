"""Parsing: from the bytes of a file to a tree with the place of every tag, or to what stands in the way."""

import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from lxml import etree

from tei_archive.errors import Location
from tei_archive.model import Finding
from tei_archive.tei.references import normalise
from tei_archive.validating.batch import Given, XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.encodings import UTF_8, find_codec
from tei_archive.validating.heads import parse_head
from tei_archive.validating.positions import DEEPEST, Flaw, Scan, scan
from tei_archive.validating.tags import Tags, find_places

# No tree is made of a file with more bytes.
LARGEST: Final = 100_000_000

_DOCTYPE: Final = b"<!DOCTYPE"
_USUAL: Final = Scan(doctype=None, flaw=None)
_IS_DEEP: Final = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")


def parse(given: Given) -> Iterator[Finding | XmlFile]:
    """Give back the parsed file where it is well-formed, and the findings."""
    try:
        if given.path.stat().st_size > LARGEST:
            yield from parse_head(given)
            return
        content = given.path.read_bytes()
    except OSError as error:
        hint = "check the path and its permissions"
        yield Code.UNREADABLE.at(Location(str(given.path)), f"cannot be read: {error.strerror}", hint)
        return
    yield from parse_bytes(given, content)


def parse_bytes(given: Given, content: bytes) -> Iterator[Finding | XmlFile]:
    """Give back what the bytes hold, parsed where they are well-formed, and the findings."""
    if not content.strip():
        yield Code.EMPTY.at(Location(str(given.path)), "the file is empty", hint="restore it from version control")
        return
    codec = find_codec(content)
    # expat looks first at what is rare, so that lxml meets no entities.
    scanned = scan(content) if codec != UTF_8 or _DOCTYPE in content else _USUAL
    if flaw := _find_wrong_byte(content, codec) or scanned.flaw:
        yield _report(given.path, flaw)
        return
    if scanned.doctype is not None:
        message = "the document type declaration is not read"
        hint = "remove it: an encoded document is checked against the schema"
        yield _report(given.path, Flaw(Code.DOCTYPE, message, scanned.doctype, hint))
    root = _make_tree(content)
    if isinstance(root, Flaw):
        yield _report(given.path, root)
        return
    tags = Tags(root, partial(find_places, content, codec))
    checksum = hashlib.sha256(content).hexdigest()
    yield XmlFile(given.path, normalise(given.path), given.edition, root, tags, checksum)


def _find_wrong_byte(content: bytes, codec: str) -> Flaw | None:
    if codec != UTF_8:
        return None
    try:
        content.decode(UTF_8)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(UTF_8)
        position = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = f"byte {content[error.start]:#04x} is not UTF-8"
        return Flaw(Code.WRONG_ENCODING, message, position, hint="convert the file: iconv -f cp1252 -t utf-8")
    return None


def _make_tree(content: bytes) -> etree._Element | Flaw:
    """Parse a file; where that fails, or its elements lie too deep, expat says where and why."""
    try:
        root = etree.fromstring(content, _parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        return scan(content).flaw or Flaw(Code.NOT_WELL_FORMED, str(error.msg), (max(line, 1), max(column, 1)))
    return (_IS_DEEP(root) and scan(content).flaw) or root


def _parser() -> etree.XMLParser:
    # IDs are not collected: a second element with the same id is a finding of the rules, with its place.
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, collect_ids=False, remove_pis=False
    )


def _report(path: Path, flaw: Flaw) -> Finding:
    return flaw.code.at(Location(str(path), *flaw.position), flaw.message, flaw.hint)
