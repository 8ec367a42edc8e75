"""Reading a TEI document: ours, one corrected by hand, or one of another edition."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from tei_archive.files import refuse_foreign_name
from tei_archive.model import Claim, Document, Span
from tei_archive.tei.body_names import Division
from tei_archive.tei.body_reader import read_blocks, read_enclosures, read_span
from tei_archive.tei.claims import read_claim
from tei_archive.tei.content import text_of
from tei_archive.tei.correspondence_reader import read_actions, read_context
from tei_archive.tei.edition import EncodedDocument
from tei_archive.tei.names import XML_ID, XML_LANG, one_line, qualified
from tei_archive.tei.parsing import parse_file
from tei_archive.tei.pointers import parse_raw_pointer

_UNDETERMINED = "und"  # ISO 639-2: the language is not known


def read_document(path: Path) -> EncodedDocument:
    """Give back the document that a TEI file holds.

    What a file does not say is not known: no date, no span (0 to 0), no source (an empty name). Markup beyond ours is
    left in the tree. Raises `ReadingError` where the file is missing, is not well-formed, uses entities, or is not TEI,
    and where its name is not UTF-8.
    """
    refuse_foreign_name(path)
    root, content = parse_file(path)
    return EncodedDocument(_read(root, path.stem), root, path, hashlib.sha256(content).hexdigest())


def _read(root: etree._Element, name: str) -> Document:
    identifier = root.get(XML_ID) or name
    body = _find(root, "text", "body")
    body = body if body is not None else etree.Element(qualified("body"))
    source, span = _read_source(body)
    description = _find(root, "teiHeader", "profileDesc", "correspDesc")
    description = description if description is not None else etree.Element(qualified("correspDesc"))
    return Document(
        id=identifier,
        source=source,
        span=span,
        title=_read_title(root) or identifier,
        kind=_read_kind(root, body),
        language=_read_language(root),
        blocks=read_blocks(body),
        enclosures=read_enclosures(body, identifier),
        actions=read_actions(description, source),
        context=read_context(description, source),
        number=_read_number(root, "sender", source),
        edition_number=_read_number(root, "edition", source),
        classification=_first_claim(root.iter(qualified("term")), "classification", source),
        archive_ref=_first_claim(root.iter(qualified("bibl")), "archival", source),
        status=_read_status(root),
    )


def _find(element: etree._Element, *names: str) -> etree._Element | None:
    return element.find("/".join(map(qualified, names)))


def _read_source(body: etree._Element) -> tuple[str, Span]:
    """The source of the outermost division that names one and is no enclosure."""
    for division in body.iter(qualified("div")):
        found = parse_raw_pointer(division.get("source", ""))
        if found and division.get("type") != Division.ENCLOSURE:
            return found[0], read_span(division)
    return "", Span(0, 0)


def _read_title(root: etree._Element) -> str:
    statement = _find(root, "teiHeader", "fileDesc", "titleStmt")
    titles = statement.findall(qualified("title")) if statement is not None else []
    titles.sort(key=lambda title: (title.get("level") != "a", title.get("type") != "main", title.get("level") == "s"))
    return next((words for title in titles if (words := one_line(text_of(title)))), "")


def _read_kind(root: etree._Element, body: etree._Element) -> str:
    terms = (term for term in root.iter(qualified("term")) if term.get("type") == "kind")
    divisions = (div.get("subtype") for div in body.iter(qualified("div")) if div.get("type") == Division.LETTER)
    return next((words for term in terms if (words := one_line(text_of(term)))), None) or next(
        filter(None, divisions), Division.LETTER.value
    )


def _read_language(root: etree._Element) -> str:
    text = _find(root, "text")
    usage = _find(root, "teiHeader", "profileDesc", "langUsage", "language")
    stated = (
        text.get(XML_LANG) if text is not None else None,
        root.get(XML_LANG),
        usage.get("ident") if usage is not None else None,
    )
    return next(filter(None, stated), _UNDETERMINED)


def _read_number(root: etree._Element, subtype: str, source: str) -> Claim[str] | None:
    statement = _find(root, "teiHeader", "fileDesc", "publicationStmt")
    numbers = statement.iter(qualified("idno")) if statement is not None else ()
    return _first_claim((number for number in numbers if number.get("subtype") == subtype), "docNumber", source)


def _first_claim(elements: Iterable[etree._Element], type_: str, source: str) -> Claim[str] | None:
    for element in elements:
        words = one_line(text_of(element))
        if words and element.get("type") == type_:
            return read_claim(element, words, source)
    return None


def _read_status(root: etree._Element) -> str:
    revision = _find(root, "teiHeader", "revisionDesc")
    return (revision.get("status") if revision is not None else None) or "auto"
