"""Entries of the registers: what becomes a row of the tables of persons, organisations and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tei_archive.exporting.tables.own.pointers import EntryKind, entries_of, first_pointer, pointer_to
from tei_archive.model import ActionType, CorrespAction, Document, Entry, MarkKind
from tei_archive.model.folder import REGISTERS_FILE
from tei_archive.tei import EncodedEdition

# What is marked in a text with a pointer into the registers.
NAMES = frozenset({MarkKind.PERS_NAME, MarkKind.ROLE_NAME, MarkKind.ORG_NAME, MarkKind.PLACE_NAME})


class Part(StrEnum):
    """The part that an entry has in a document: in its sending or receipt, or in its text."""

    SENT = "sent"
    RECEIVED = "received"
    MENTIONED = "mentioned"


_ACTS = {ActionType.SENT: Part.SENT, ActionType.RECEIVED: Part.RECEIVED}


@dataclass(frozen=True, slots=True)
class Registered:
    """An entry, and in how many documents each entry has which part."""

    entry: Entry
    kind: EntryKind
    file: Path
    counts: Mapping[tuple[Part, str], int]

    @property
    def pointer(self) -> str:
        """The pointer that documents use."""
        return pointer_to(self.kind, self.entry)

    def count(self, part: Part) -> int:
        """In how many documents the entry has a part."""
        return self.counts.get((part, self.pointer), 0)


def registered(edition: EncodedEdition, *kinds: EntryKind) -> Iterator[Registered]:
    """Give back the entries of the kinds, those of one kind ordered by id."""
    counts = Counter(found for file in edition.documents for found in _parts(file.document))
    for kind in kinds:
        for entry in entries_of(edition.registers, kind):
            yield Registered(entry, kind, edition.folder / REGISTERS_FILE, counts)


def _parts(document: Document) -> frozenset[tuple[Part, str]]:
    """The parts that entries have in a document, each once however often."""
    acts = ((_ACTS[action.type], ref) for action in document.actions if action.type in _ACTS for ref in _refs(action))
    blocks = (*document.blocks, *(block for enclosure in document.enclosures for block in enclosure.blocks))
    names = ((Part.MENTIONED, mark.ref) for block in blocks for mark in block.marks if mark.kind in NAMES)
    return frozenset((part, first) for part, ref in (*acts, *names) if (first := first_pointer(ref)))


def _refs(action: CorrespAction) -> Iterator[str | None]:
    yield from (agent.ref for agent in action.agents)
    yield action.place.value.ref if action.place else None
