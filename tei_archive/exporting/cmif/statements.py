"""The statements that version 2 of CMIF adds: full addresses as type and target, since short forms are refused.

The vocabulary has no term for what kind of document a letter is, and none for replies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tei_archive.exporting.cmif.authorities import Index, find_authority, find_entry, find_geonames
from tei_archive.exporting.cmif.letters import Letter
from tei_archive.model import Block, MarkKind
from tei_archive.model.folder import TEI_FOLDER
from tei_archive.tei.building import Element, build
from tei_archive.tei.cmif import TERMS
from tei_archive.tei.names import one_line, qualified

# What the letter was taken from, by the type of the `bibl` in its header.
_TEXT_BASES: Mapping[str, str] = {"print": "Print", "manuscript": "Manuscript"}
# Codes of ISO 639 for no language, several and one not known, and those that everybody may use as he likes.
_NO_LANGUAGE = re.compile(r"und|mul|mis|zxx|q[a-t][a-z]")
_SOURCES = "/".join(map(qualified, ("teiHeader", "fileDesc", "sourceDesc", "bibl")))
_PERSONS = (MarkKind.PERS_NAME, MarkKind.ROLE_NAME)


def encode_statements(letter: Letter, base_url: str, index: Index) -> Element:
    """Give back the `note` with the statements about a letter."""
    return build("note", {}, *_statements(letter, base_url, index))


def _statements(letter: Letter, base_url: str, index: Index) -> Iterator[Element]:
    document = letter.file.document
    yield _state("isAvailableAsTEIfile", f"{base_url.rstrip('/')}/{TEI_FOLDER}/{document.id}.xml")
    types = (bibl.get("type", "") for bibl in letter.file.root.iterfind(_SOURCES))
    if base := next((_TEXT_BASES[type_] for type_ in types if type_ in _TEXT_BASES), None):
        yield _state("hasTextBase", f"{TERMS}{base}")
    if language := language_address(document.language):
        yield _state("hasLanguage", language)
    yield from _mentions(document.blocks, index)


def language_address(tag: str) -> str | None:
    """Give back the address of a language: ISO 639-1 at the Library of Congress, ISO 639-3 at Lexvo; or None."""
    code = tag.split("-", maxsplit=1)[0].lower()
    if not code.isascii() or not code.isalpha() or _NO_LANGUAGE.fullmatch(code):
        return None
    match len(code):
        case 2:
            return f"https://id.loc.gov/vocabulary/iso639-1/{code}"
        case 3:
            return f"http://lexvo.org/id/iso639-3/{code}"
        case _:
            return None


def _mentions(blocks: tuple[Block, ...], index: Index) -> Iterator[Element]:
    """Name persons and places that the text names and that have an id, each once, in the order of their addresses."""
    found: dict[tuple[str, str], str] = {}
    for mark in (mark for block in blocks for mark in block.marks if mark.ref):
        entry = find_entry(mark.ref, index)
        if mark.kind in _PERSONS and entry and (address := find_authority(mark.ref, index)):
            found["mentionsPerson", address] = entry.name
        elif mark.kind is MarkKind.PLACE_NAME and entry and (address := find_geonames(mark.ref, index)):
            found["mentionsPlace", address] = entry.name
    for term, address in sorted(found):
        yield _state(term, address, one_line(found[term, address]))


def _state(term: str, target: str, words: str | None = None) -> Element:
    return build("ref", {"type": f"{TERMS}{term}", "target": target}, words)
