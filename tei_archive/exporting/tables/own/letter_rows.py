"""Letters: what becomes a row of the letters table, in a stable order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tei_archive.model import Document, Label
from tei_archive.tei import EncodedDocument, EncodedEdition

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Letter:
    """One row: a document, or an enclosure in the shape of a document, and the file that it stands in."""

    document: Document
    file: EncodedDocument
    edition: EncodedEdition
    part_of: str | None = None


def letters(edition: EncodedEdition) -> Iterator[Letter]:
    """Give back the documents by date, number and id, undated ones last, each with its enclosures after it."""
    for file in sorted(edition.documents, key=_order):
        yield Letter(file.document, file, edition)
        for enclosed in _enclosed(file.document):
            yield Letter(enclosed, file, edition, part_of=file.document.id)


def _order(file: EncodedDocument) -> tuple[bool, str, list[tuple[bool, int, str]], str]:
    document = file.document
    first = document.date.value.earliest.isoformat() if document.date else ""
    return (not first, first, _natural(document.number.value if document.number else ""), document.id)


def _natural(number: str) -> list[tuple[bool, int, str]]:
    """Order 9 before 10, and 863-a before 863-b."""
    pieces = filter(None, _DIGITS.split(number))
    return [(True, int(piece), "") if piece.isdecimal() else (False, 0, piece) for piece in pieces]


def _enclosed(document: Document) -> Iterator[Document]:
    for enclosure in document.enclosures:
        heads = (block.text for block in enclosure.blocks if block.label is Label.ENCLOSURE)
        yield Document(
            id=enclosure.id,
            source=document.source,
            span=enclosure.span,
            title=next(heads, ""),
            kind="enclosure",
            language=document.language,
            blocks=enclosure.blocks,
            status=document.status,
        )
