"""Writing a document as TEI, and proving that nothing was lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from tei_archive.errors import EncodingError, Location
from tei_archive.model import Document, Project, Source, Span
from tei_archive.tei.alignment import Mismatch, align
from tei_archive.tei.body_names import Division
from tei_archive.tei.body_writer import encode_blocks
from tei_archive.tei.building import Element, build
from tei_archive.tei.content import blocks_text
from tei_archive.tei.header import encode_header, find_number
from tei_archive.tei.ids import check_ids
from tei_archive.tei.layout import serialize
from tei_archive.tei.names import XML_ID, XML_LANG, identifier, word
from tei_archive.tei.parsing import parse
from tei_archive.tei.pointers import raw_pointer


def encode_document(document: Document, source: Source, project: Project, profile: str) -> bytes:
    """Give back a TEI file: UTF-8, indented between blocks and never inside them, the same bytes each time.

    Values of the header (title, names, labels of references, numbers …) are written on one line, with runs of white
    space as one space; the text itself is written to the letter. No `xml-model` instruction stands in the file, so
    that it can be moved; `tei-archive validate` knows the schema.

    Raises `EncodingError` where the text of the file would not be the text of the document's stretch of the source,
    and where a value cannot stand in TEI.
    """
    try:
        _check(document, source)
        content = serialize(_encode(document, source, project, profile))
        _prove(content, document, source)
    except EncodingError as error:
        raise EncodingError(error.message, error.where or Location(f"{document.id}.xml"), error.hint) from error
    return content


def _check(document: Document, source: Source) -> None:
    if document.source != source.name:
        raise EncodingError(f"the document is from {document.source}, not from {source.name}")
    if document.span.end > len(source.text):
        raise EncodingError(f"{document.source} has only {len(source.text)} characters, not {document.span.end}")


def _encode(document: Document, source: Source, project: Project, profile: str) -> Element:
    return build(
        "TEI",
        {XML_ID: identifier(document.id), XML_LANG: document.language, "n": find_number(document.id)},
        encode_header(document, source, project, profile),
        build("text", {XML_LANG: document.language}, build("body", {}, _encode_divisions(document, source))),
    )


def _encode_divisions(document: Document, source: Source) -> Element:
    """The letter; with enclosures, a document that holds the letter and them."""
    references = (f"{document.id}-q{number}" for number in count(1))
    if not document.enclosures:
        return _encode_letter(document, document.span, references)
    letter = _encode_letter(document, _own_span(document, source), references)
    enclosures = (
        build(
            "div",
            {
                "type": Division.ENCLOSURE.value,
                XML_ID: identifier(enclosure.id),
                "n": str(number),
                "source": raw_pointer(document.source, enclosure.span),
            },
            *encode_blocks(enclosure.blocks, Division.ENCLOSURE, references),
        )
        for number, enclosure in enumerate(document.enclosures, start=1)
    )
    attributes = {"type": Division.DOCUMENT.value, "source": raw_pointer(document.source, document.span)}
    return build("div", attributes, letter, *enclosures)


def _encode_letter(document: Document, span: Span, references: Iterator[str]) -> Element:
    return build(
        "div",
        {
            "type": Division.LETTER.value,
            "subtype": word(document.kind),
            XML_ID: f"{document.id}-text",
            "n": find_number(document.id),
            "decls": f"#{document.id}-cd1",
            "source": raw_pointer(document.source, span),
        },
        *encode_blocks(document.blocks, Division.LETTER, references),
    )


def _own_span(document: Document, source: Source) -> Span:
    """The stretch of a document's own text: up to the first enclosure, without the white space before it."""
    end = min(enclosure.span.start for enclosure in document.enclosures)
    return Span(document.span.start, max(document.span.start, end)).trim(source.text)


def _prove(content: bytes, document: Document, source: Source) -> None:
    root = parse(content, f"{document.id}.xml")
    check_ids(root)
    if isinstance(difference := align(blocks_text(root), source.text, document.span), Mismatch):
        where = Location(source.name, source.text.count("\n", 0, difference.offset) + 1)
        raise EncodingError(f"{document.id}: the text would change: {difference}", where)
