"""Pointers: how files, spans, documents, notes and rules are referred to from a TEI attribute."""

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from tei_archive.errors import EncodingError
from tei_archive.model import Span

_MOST_SOURCES = 100

# RFC 5147: positions between characters, counted from zero.
_RAW = re.compile(r"raw:(?P<name>[^#\s]+)#char=(?P<start>\d+),(?P<end>\d+)")
_DOCUMENT = re.compile(r"(?:doc:(?P<prefixed>[^#\s]+)|(?:.*/)?(?P<file>[^#/\s:]+)\.xml)(?:#\S*)?")
_NOTE = re.compile(r"(?:doc:(?P<prefixed>[^#\s]+)|(?P<file>[^#/\s:]+)\.xml)?#(?P<note>\S+)")


def pointer(value: str) -> str:
    """Give back a single pointer (`teidata.pointer`); raises `EncodingError` where it is empty or has blanks."""
    if value.split() != [value]:
        raise EncodingError(f"{value!r} cannot be a pointer", hint="a pointer has no blanks")
    return value


def raw_pointer(name: str, span: Span) -> str:
    """Give back a pointer to a stretch of a source text: `raw:FILE#char=START,END` (RFC 5147)."""
    return f"raw:{_quote(name)}#char={span.start},{span.end}"


@lru_cache(maxsize=_MOST_SOURCES)
def _quote(name: str) -> str:
    return quote(name)


def parse_raw_pointer(value: str) -> tuple[str, Span] | None:
    """Give back the file name and the span of the first pointer to a source text, or None where there is none."""
    found = _RAW.search(value)
    if found is None or int(found["start"]) > int(found["end"]):
        return None
    return unquote(found["name"]), Span(int(found["start"]), int(found["end"]))


def document_pointer(document_id: str) -> str:
    """Give back a pointer to a document of the edition; an address stays what it is."""
    return pointer(document_id if ":" in document_id or "/" in document_id else f"doc:{document_id}")


def parse_document_pointer(value: str) -> str:
    """Give back the id of the document that is pointed to; any other address as it is."""
    found = _DOCUMENT.fullmatch(value.strip())
    return (found["prefixed"] or found["file"]) if found else value.strip()


def note_pointer(note: str) -> str:
    """Give back a pointer to a note: an id of this file, or `document-id#note-id` for one of another file."""
    return pointer(f"doc:{note}" if "#" in note.lstrip("#") else f"#{note.lstrip('#')}")


def parse_note_pointer(value: str) -> str:
    """Give back the id of a note of this file, or `document-id#note-id`; any other address as it is."""
    found = _NOTE.fullmatch(value.strip())
    if found is None:
        return value.strip()
    document = found["prefixed"] or found["file"]
    return f"{document}#{found['note']}" if document else found["note"]


def parse_prefixed(value: str, prefix: str) -> str | None:
    """Give back what follows the prefix in the first pointer that has it (`rule:x reason:y`), or None."""
    found = (part.removeprefix(f"{prefix}:") for part in value.split() if part.startswith(f"{prefix}:"))
    return next(found, None)
