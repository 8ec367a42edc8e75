"""The pages of persons and organisations: names, offices, correspondents, documents sent, received or mentioning."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tei_archive.exporting.html.catalogue import Catalogue, Item, Link, authority_link
from tei_archive.exporting.html.links import register_page
from tei_archive.exporting.html.pairs import Pair, pairs_by_party
from tei_archive.exporting.plain_text import all_blocks
from tei_archive.model import ActionType, Agent, Document, Entry, Registers


@dataclass(frozen=True, slots=True)
class Office:
    """An office, and the documents that name it, in the order of time; none where the register alone does."""

    name: str
    documents: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person or an organisation, with the documents in the order of time, and the pairs with most letters first."""

    pointer: str
    name: str
    name_known: bool
    href: str
    variants: tuple[str, ...]
    offices: tuple[Office, ...]
    authorities: tuple[Link, ...]
    sent: tuple[Item, ...]
    received: tuple[Item, ...]
    mentioned: tuple[Item, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class PersonsView:
    """The index of persons and organisations."""

    persons: tuple[PersonView, ...]
    organisations: tuple[PersonView, ...]


def view_persons(catalogue: Catalogue, registers: Registers, pairs: Sequence[Pair]) -> PersonsView:
    """Give back the persons and organisations of an edition, in the order of their names."""
    found = _Found(_places(catalogue), _offices(catalogue), pairs_by_party(pairs))
    return PersonsView(
        tuple(_view(found, "pers", entry) for entry in sorted(registers.persons, key=_by_name)),
        tuple(_view(found, "org", entry) for entry in sorted(registers.organisations, key=_by_name)),
    )


Places = Mapping[tuple[str, str], tuple[Item, ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the documents say of everybody, by pointers."""

    places: Places
    offices: Mapping[str, Mapping[str, list[Item]]]
    pairs: Mapping[str, tuple[Pair, ...]]


def _places(catalogue: Catalogue) -> Places:
    """Give back where each pointer stands: as sender, as addressee, or in the text alone."""
    documents = {encoded.document.id: encoded.document for encoded in catalogue.documents}
    found: dict[tuple[str, str], list[Item]] = {}
    for item in catalogue.chronology:
        for place in dict.fromkeys(_appearances(documents[item.id])):
            found.setdefault(place, []).append(item)
    return {place: tuple(items) for place, items in found.items()}


def _appearances(document: Document) -> Iterator[tuple[str, str]]:
    acting = {
        "sent": set(_pointers(document, ActionType.SENT)),
        "received": set(_pointers(document, ActionType.RECEIVED)),
    }
    for part, pointers in acting.items():
        yield from ((part, pointer) for pointer in sorted(pointers))
    named = {mark.ref for block in all_blocks(document) for mark in block.marks if mark.ref}
    yield from (("mentioned", pointer) for pointer in sorted(named.difference(*acting.values())))


def _pointers(document: Document, type_: ActionType) -> Iterator[str]:
    agents: Iterator[Agent] = (agent for action in document.actions if action.type is type_ for agent in action.agents)
    return (agent.ref for agent in agents if agent.ref)


def _offices(catalogue: Catalogue) -> Mapping[str, Mapping[str, list[Item]]]:
    """Give back the offices under which each wrote or was written to, in the order in which they come up."""
    of_id = {encoded.document.id: encoded.document for encoded in catalogue.documents}
    found: dict[str, dict[str, list[Item]]] = {}
    for item in catalogue.chronology:
        document = of_id[item.id]
        offices = {(a.ref, a.role.value) for a in (*document.senders, *document.addressees) if a.ref and a.role}
        for pointer, office in sorted(offices):
            found.setdefault(pointer, {}).setdefault(office, []).append(item)
    return found


def _view(found: _Found, prefix: str, entry: Entry) -> PersonView:
    pointer = f"{prefix}:{entry.id}"
    offices, places = found.offices.get(pointer, {}), found.places
    return PersonView(
        pointer=pointer,
        name=entry.name,
        name_known=entry.name_known,
        href=register_page(pointer) or "",
        variants=entry.variants,
        offices=tuple(Office(name, tuple(offices.get(name, ()))) for name in dict.fromkeys((*offices, *entry.roles))),
        authorities=tuple(authority_link(name, address) for name, address in entry.authorities),
        sent=places.get(("sent", pointer), ()),
        received=places.get(("received", pointer), ()),
        mentioned=places.get(("mentioned", pointer), ()),
        pairs=found.pairs.get(pointer, ()),
    )


def _by_name(entry: Entry) -> tuple[str, str]:
    return (entry.name.casefold(), entry.id)
