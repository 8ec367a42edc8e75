"""All letters of an edition in one TEI file: a `teiCorpus` with their TEI as it stands, and the registers.

TEI Guidelines P5, section 16.1: a corpus has a header of its own for what its members share, and each member has one
for the rest.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from tei_archive.errors import EncodingError, Location
from tei_archive.tei.building import as_tree, build
from tei_archive.tei.content import blocks_text
from tei_archive.tei.edition import EncodedEdition
from tei_archive.tei.ids import check_ids
from tei_archive.tei.layout import break_lines
from tei_archive.tei.names import XML_LANG, qualified
from tei_archive.tei.volume.common import Common, take_out_common
from tei_archive.tei.volume.header import encode_volume_header
from tei_archive.tei.volume.ids import name_all, rename
from tei_archive.tei.volume.members import Member, read_members
from tei_archive.tei.volume.pointers import Places, rewrite

BEGINNING: Final = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b"<!-- Made by `tei-archive export tei`. Corrections belong into the files of the letters. -->\n"
)


def encode_volume(edition: EncodedEdition) -> bytes:
    """Give back the volume: UTF-8, the letters in the order of their ids. The same edition, the same bytes.

    Every id stands once, and every pointer to something in the volume is `#id`. Raises `ReadingError` where the
    registers cannot be read, and `EncodingError` where two letters have one id or a text would not be the same.
    """
    documents, registers = read_members(edition)
    common = take_out_common(documents)
    names = name_all(documents, registers, common.ids)
    places = Places(names, {member.path: names[member.path][member.id or ""] for member in documents}, edition.folder)
    for member in (*documents, *([registers] if registers else [])):
        rewrite(member.root, member, places)
        rename(member.root, names[member.path])
    if common.description is not None:
        rewrite(common.description, next(member for member in documents if common.ids[member.path]), places)
    root = _put_together(edition, documents, registers, common)
    check_ids(root)
    _prove(documents)
    break_lines(root)
    return BEGINNING + etree.tostring(root, encoding="UTF-8") + b"\n"


def _put_together(
    edition: EncodedEdition, documents: tuple[Member, ...], registers: Member | None, common: Common
) -> etree._Element:
    known = registers.root if registers else None
    header = encode_volume_header(edition.project, edition.sources, common, known)
    lists = known.findall(qualified("standOff")) if known is not None else []
    parts = (header, *lists, *(member.root for member in documents))
    for part in parts:
        part.tail = None
    root = as_tree(build("teiCorpus", {XML_LANG: edition.project.language}))
    root.extend(parts)
    return root


def _prove(documents: tuple[Member, ...]) -> None:
    for member in documents:
        if member.document is not None and blocks_text(member.root) != blocks_text(member.document.root):
            raise EncodingError("the text would not be the same in the volume", Location(str(member.path)))
