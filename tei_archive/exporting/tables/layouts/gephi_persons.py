"""Who wrote to whom, for Gephi: nodes and edges, weighted by letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from tei_archive.exporting.tables.column import Column, constant
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.layouts.intervals import Interval, days_of, time_interval
from tei_archive.exporting.tables.own.pointers import EntryKind, entries_by_pointer, first_pointer
from tei_archive.exporting.tables.table import Table, reader
from tei_archive.model import Agent, Entry
from tei_archive.tei import EncodedEdition

_Entries = Mapping[str, tuple[EntryKind, Entry]]


@dataclass(frozen=True, slots=True, order=True)
class _Correspondent:
    """A person or an organisation: an entry of the registers, or a name that they do not have. One id, one of them."""

    id: str
    name: str = field(compare=False)
    kind: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Exchange:
    """How many letters one correspondent sent to another, and their days."""

    sender: _Correspondent
    addressee: _Correspondent
    letters: int
    days: tuple[Interval, ...]
    file: Path


@dataclass(frozen=True, slots=True)
class _Active:
    """A correspondent, and the days of the letters sent and received."""

    correspondent: _Correspondent
    days: tuple[Interval, ...]
    file: Path


def _exchanges(edition: EncodedEdition) -> Iterator[_Exchange]:
    entries = entries_by_pointer(edition.registers)
    letters: dict[tuple[_Correspondent, _Correspondent], list[tuple[Interval, ...]]] = defaultdict(list)
    for file in edition.documents:
        senders, addressees = (
            _correspondents(agents, entries) for agents in (file.document.senders, file.document.addressees)
        )
        for pair in product(senders, addressees):
            letters[pair].append(days_of(file.document))
    for (sender, addressee), found in sorted(letters.items()):
        days = tuple(interval for sent in found for interval in sent)
        yield _Exchange(sender, addressee, len(found), days, edition.folder)


def _active(edition: EncodedEdition) -> Iterator[_Active]:
    days: dict[_Correspondent, list[Interval]] = defaultdict(list)
    for exchange in _exchanges(edition):
        for correspondent in (exchange.sender, exchange.addressee):
            days[correspondent].extend(exchange.days)
    for correspondent, found in sorted(days.items()):
        yield _Active(correspondent, tuple(found), edition.folder)


def _correspondents(agents: Iterable[Agent], entries: _Entries) -> tuple[_Correspondent, ...]:
    """Those who took part, each once."""
    return tuple(dict.fromkeys(_correspondent(agent, entries) for agent in agents))


def _correspondent(agent: Agent, entries: _Entries) -> _Correspondent:
    pointer = first_pointer(agent.ref)
    if pointer in entries:
        kind, entry = entries[pointer]
        return _Correspondent(pointer, entry.name, kind.value)
    return _Correspondent(agent.label, agent.label, agent.kind.value)


def _file(row: _Active | _Exchange) -> Path:
    return row.file


_NODES: tuple[Column[_Active], ...] = (
    Column("Id", Kind.TEXT, lambda row: (row.correspondent.id,)),
    Column("Label", Kind.TEXT, lambda row: (row.correspondent.name,)),
    Column("Time Interval", Kind.INTERVAL, lambda row: time_interval(row.days)),
    Column("timeset", Kind.INTERVAL, lambda row: time_interval(row.days)),
    Column("kind", Kind.ENTRY, lambda row: (row.correspondent.kind,)),
)
_EDGES: tuple[Column[_Exchange], ...] = (
    Column("Source", Kind.TEXT, lambda row: (row.sender.id,)),
    Column("Target", Kind.TEXT, lambda row: (row.addressee.id,)),
    Column("Type", Kind.TEXT, constant("Directed")),
    Column("Id", Kind.TEXT, lambda row: (f"{row.sender.id} → {row.addressee.id}",)),
    Column("Label", Kind.TEXT, lambda row: (f"{row.letters} letter{'s' * (row.letters > 1)}",)),
    Column("Weight", Kind.COUNT, lambda row: (str(row.letters),)),
    Column("Time Interval", Kind.INTERVAL, lambda row: time_interval(row.days)),
    Column("timeset", Kind.INTERVAL, lambda row: time_interval(row.days)),
)

NODES = Table("persons-nodes", "One row for each correspondent, for Gephi.", _NODES, reader(_NODES, _active, _file))
EDGES = Table(
    "persons-edges",
    "One row for each two correspondents of whom one wrote to the other, for Gephi.",
    _EDGES,
    reader(_EDGES, _exchanges, _file),
)
