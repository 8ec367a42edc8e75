"""The page of places: names, and the documents that name them or were sent or received there."""

from collections.abc import Iterator
from dataclasses import dataclass

from tei_archive.exporting.html.catalogue import Catalogue, Item, Link, authority_link
from tei_archive.exporting.plain_text import all_blocks
from tei_archive.model import Document, Registers


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place, with the documents in the order of time."""

    id: str
    name: str
    variants: tuple[str, ...]
    authorities: tuple[Link, ...]
    documents: tuple[Item, ...]


def view_places(catalogue: Catalogue, registers: Registers) -> tuple[PlaceView, ...]:
    """Give back the places of an edition, in the order of their names."""
    named = {encoded.document.id: frozenset(_pointers(encoded.document)) for encoded in catalogue.documents}
    entries = sorted(registers.places, key=lambda entry: (entry.name.casefold(), entry.id))
    return tuple(
        PlaceView(
            id=entry.id,
            name=entry.name,
            variants=entry.variants,
            authorities=tuple(authority_link(name, address) for name, address in entry.authorities),
            documents=tuple(item for item in catalogue.chronology if f"place:{entry.id}" in named[item.id]),
        )
        for entry in entries
    )


def _pointers(document: Document) -> Iterator[str]:
    yield from (action.place.value.ref for action in document.actions if action.place and action.place.value.ref)
    yield from (mark.ref for block in all_blocks(document) for mark in block.marks if mark.ref)
