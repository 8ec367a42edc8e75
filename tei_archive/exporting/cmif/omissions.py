"""What the index leaves out of an edition, in a sentence for each kind, for those who write it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from tei_archive.exporting.cmif.authorities import Index, find_authority, find_geonames, index_registers, known_ids
from tei_archive.exporting.cmif.dates import encode_date, find_dates
from tei_archive.exporting.cmif.descriptions import find_addresses, find_target, replies
from tei_archive.exporting.cmif.letters import Letter
from tei_archive.exporting.cmif.parties import acts_of, places, pointers
from tei_archive.model import ActionType, CorrespAction
from tei_archive.tei import EncodedEdition

_ACTS = (ActionType.SENT, ActionType.RECEIVED)


def find_omissions(known: Sequence[Letter], edition: EncodedEdition) -> tuple[str, ...]:
    """Give back a line for each kind of thing that was left out, with their number."""
    index = index_registers(edition.registers)
    addresses = find_addresses(known)
    refs = sum(find_target(ref, addresses) is None for letter in known for ref in replies(letter))
    counted = (
        (refs, "references to letters that have no address here"),
        (sum(_count_dates(letter) for letter in known), "dates that are no day, month, year or interval"),
        (_count_enclosures(known), "papers inside letters that have no correspDesc of their own"),
    )
    lines = [f"{words}: {number}" for number, words in counted if number]
    return (*lines, *_foreign_ids(known, index))


def _count_dates(letter: Letter) -> int:
    acts = ((find_dates(letter.description, type_), encode_date(letter.description, type_)) for type_ in _ACTS)
    return sum(made is None and any(True for _ in found) for found, made in acts)


def _count_enclosures(known: Iterable[Letter]) -> int:
    """Papers that have a description are letters here; the first letter of a file is the document itself."""
    papers = {letter.file.document.id: len(letter.file.document.enclosures) for letter in known}
    described = Counter(letter.file.document.id for letter in known)
    return sum(max(0, number - (described[name] - 1)) for name, number in papers.items())


def _foreign_ids(known: Iterable[Letter], index: Index) -> Iterator[str]:
    """Name the hosts of ids of those names and places that have none that CMIF takes."""
    hosts: Counter[str] = Counter()
    for ref in {ref for letter in known for ref in _unidentified(letter.actions, index)}:
        hosts.update({urlsplit(address).hostname or address.split(":")[0] for address in known_ids(ref, index)})
    if hosts:
        named = ", ".join(f"{host} ({number})" for host, number in sorted(hosts.items()))
        yield f"ids of persons and places in files that CMIF does not take: {named}"


def _unidentified(actions: Iterable[CorrespAction], index: Index) -> Iterator[str]:
    acts = [act for type_ in _ACTS for act in acts_of(actions, type_)]
    yield from (ref for ref in pointers(acts) if ref and find_authority(ref, index) is None)
    yield from (place.ref for place in places(acts) if place.ref and find_geonames(place.ref, index) is None)
