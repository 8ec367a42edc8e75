"""Places: where documents were sent and received, what they name, and the map."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tei_archive.exporting.html.catalogue import Catalogue, Item, Link, authority_link
from tei_archive.exporting.html.drawing.places import Spot
from tei_archive.exporting.html.drawing.svg import Figure
from tei_archive.exporting.html.figures import documents, figure_of_places
from tei_archive.exporting.html.links import register_page
from tei_archive.exporting.plain_text import all_blocks
from tei_archive.model import ActionType, Coordinates, Document, Entry, Registers

_PARTS = {ActionType.SENT: "sent", ActionType.RECEIVED: "received"}


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place, with the documents in the order of time, and how many there are in all."""

    id: str
    name: str
    href: str
    variants: tuple[str, ...]
    authorities: tuple[Link, ...]
    coordinates: Coordinates | None
    sent: tuple[Item, ...]
    received: tuple[Item, ...]
    mentioned: tuple[Item, ...]
    number: int


@dataclass(frozen=True, slots=True)
class PlacesView:
    """The places of an edition in the order of their names, and the map, None where no place has coordinates.

    `most` is the greatest number of documents that one of them has.
    """

    places: tuple[PlaceView, ...]
    figure: Figure | None
    unlocated: tuple[PlaceView, ...]
    most: int


def view_places(catalogue: Catalogue, registers: Registers) -> PlacesView:
    """Give back the places of an edition."""
    found = _appearances(catalogue)
    entries = sorted(registers.places, key=lambda entry: (entry.name.casefold(), entry.id))
    places = tuple(_view(found, entry) for entry in entries)
    spots = [_spot(catalogue, place, place.coordinates) for place in places if place.coordinates]
    return PlacesView(
        places=places,
        figure=figure_of_places(catalogue.texts, spots),
        unlocated=tuple(place for place in places if place.coordinates is None),
        most=max((place.number for place in places), default=0) or 1,
    )


_Found = Mapping[tuple[str, str], tuple[Item, ...]]


def _appearances(catalogue: Catalogue) -> _Found:
    """Give back where each pointer stands: as place of sending or of receipt, or in the text."""
    of_id = {encoded.document.id: encoded.document for encoded in catalogue.documents}
    found: dict[tuple[str, str], list[Item]] = {}
    for item in catalogue.chronology:
        for appearance in dict.fromkeys(_pointers(of_id[item.id])):
            found.setdefault(appearance, []).append(item)
    return {appearance: tuple(items) for appearance, items in found.items()}


def _pointers(document: Document) -> Iterator[tuple[str, str]]:
    for action in document.actions:
        if action.type in _PARTS and action.place and action.place.value.ref:
            yield (_PARTS[action.type], action.place.value.ref)
    yield from (("mentioned", mark.ref) for block in all_blocks(document) for mark in block.marks if mark.ref)


def _view(found: _Found, entry: Entry) -> PlaceView:
    pointer = f"place:{entry.id}"
    sent, received, mentioned = (found.get((part, pointer), ()) for part in ("sent", "received", "mentioned"))
    return PlaceView(
        id=entry.id,
        name=entry.name,
        href=register_page(pointer) or "",
        variants=entry.variants,
        authorities=tuple(authority_link(name, address) for name, address in entry.authorities),
        coordinates=entry.coordinates,
        sent=sent,
        received=received,
        mentioned=mentioned,
        number=len({item.id for item in (*sent, *received, *mentioned)}),
    )


def _spot(catalogue: Catalogue, place: PlaceView, where: Coordinates) -> Spot:
    words = f"{place.name}: {documents(catalogue.texts, place.number)}"
    return Spot(place.name, place.href, where, place.number, words)
