"""Letters: what becomes an entry of the index, each with its address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tei_archive.model import ContextRef, CorrespAction
from tei_archive.tei import EncodedDocument, EncodedEdition
from tei_archive.tei.correspondence_reader import read_actions, read_context
from tei_archive.tei.header import find_address
from tei_archive.tei.names import XML_ID, qualified

_DESCRIPTIONS = "/".join(map(qualified, ("teiHeader", "profileDesc", "correspDesc")))


@dataclass(frozen=True, slots=True)
class Letter:
    """A document, or a paper inside it that has a description of its own, such as an enclosure.

    `description` is its `correspDesc`; None where a document has none, and nothing is known.
    """

    file: EncodedDocument
    address: str
    key: str | None
    description: etree._Element | None
    actions: tuple[CorrespAction, ...]
    context: tuple[ContextRef, ...]


def letters(edition: EncodedEdition) -> Iterator[Letter]:
    """Give back the letters, document by document; the first description of a file is that of the document."""
    for file in edition.documents:
        document = file.document
        address = find_address(document.id, edition.project) or document.id
        number = document.edition_number.value if document.edition_number else None
        descriptions = file.root.findall(_DESCRIPTIONS)
        own = descriptions[0] if descriptions else None
        key = (own.get("key") if own is not None else None) or number
        yield Letter(file, address, key, own, document.actions, document.context)
        yield from (_read(file, address, other) for other in descriptions[1:])


def _read(file: EncodedDocument, address: str, description: etree._Element) -> Letter:
    """Read a paper inside a document: its address is that of the division which it is printed in."""
    source, place = file.document.source, _find_place(file.root, description.get(XML_ID))
    return Letter(
        file,
        f"{address}#{place}" if place else address,
        description.get("key"),
        description,
        read_actions(description, source),
        read_context(description, source),
    )


def _find_place(root: etree._Element, description: str | None) -> str | None:
    """Give back the id of the division, or the text inside a text, that a description is declared for."""
    for element in root.iter(qualified("div"), qualified("floatingText")):
        if description and f"#{description}" in element.get("decls", "").split():
            return element.get(XML_ID)
    return None
