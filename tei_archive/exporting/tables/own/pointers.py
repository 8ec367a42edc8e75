"""Pointers into the registers: `pers:…`, `org:…`, `place:…`, which are the ids of entries in all our tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from tei_archive.model import Entry, Registers


class EntryKind(StrEnum):
    """What an entry is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


_PREFIXES = {EntryKind.PERSON: "pers", EntryKind.ORGANISATION: "org", EntryKind.PLACE: "place"}


def pointer_to(kind: EntryKind, entry: Entry) -> str:
    """Give back the pointer to an entry that documents use."""
    return f"{_PREFIXES[kind]}:{entry.id}"


def first_pointer(pointers: str | None) -> str:
    """Give back the first pointer, which is the register's: TEI lets `ref` hold several."""
    return pointers.split()[0] if pointers and not pointers.isspace() else ""


def entries_of(registers: Registers, kind: EntryKind) -> tuple[Entry, ...]:
    """Give back the entries of one register."""
    match kind:
        case EntryKind.PERSON:
            return registers.persons
        case EntryKind.ORGANISATION:
            return registers.organisations
        case EntryKind.PLACE:
            return registers.places


def entries_by_pointer(registers: Registers) -> Mapping[str, tuple[EntryKind, Entry]]:
    """Give back the entries of all registers by their pointers."""
    return {pointer_to(kind, entry): (kind, entry) for kind, entry in _all_entries(registers)}


def _all_entries(registers: Registers) -> Iterator[tuple[EntryKind, Entry]]:
    for kind in EntryKind:
        yield from ((kind, entry) for entry in entries_of(registers, kind))
