"""Which letter answers which, for Gephi: nodes and edges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tei_archive.exporting.tables.column import Column, constant
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.layouts.intervals import days_of, time_interval
from tei_archive.exporting.tables.own import letter_cells as cells
from tei_archive.exporting.tables.own.letter_rows import Letter, letters
from tei_archive.exporting.tables.table import Table, reader
from tei_archive.model import ActionType, answers
from tei_archive.tei import EncodedEdition


@dataclass(frozen=True, slots=True)
class _Answer:
    """A letter, and the id of one that it answers."""

    letter: Letter
    answered: str

    @property
    def id(self) -> str:
        """The id of the letter that answers."""
        return self.letter.document.id


def _letters(edition: EncodedEdition) -> Iterator[Letter]:
    return (letter for letter in letters(edition) if letter.part_of is None)


def _answers(edition: EncodedEdition) -> Iterator[_Answer]:
    known = {file.document.id for file in edition.documents}
    for letter in _letters(edition):
        targets = dict.fromkeys(ref.target for ref in answers(letter.document))
        yield from (_Answer(letter, target) for target in targets if target and target in known)


def _names(letter: Letter, type_: ActionType) -> tuple[str, ...]:
    return (", ".join(cells.names(letter, type_)),)


_NODES: tuple[Column[Letter], ...] = (
    Column("Id", Kind.ID, lambda letter: (letter.document.id,)),
    Column("Label", Kind.TEXT, lambda letter: (letter.document.title,)),
    Column("Time Interval", Kind.INTERVAL, lambda letter: time_interval(days_of(letter.document))),
    Column("timeset", Kind.INTERVAL, lambda letter: time_interval(days_of(letter.document))),
    Column("kind", Kind.TEXT, lambda letter: (letter.document.kind,)),
    Column("sender", Kind.TEXT, lambda letter: _names(letter, ActionType.SENT)),
    Column("addressee", Kind.TEXT, lambda letter: _names(letter, ActionType.RECEIVED)),
    Column("date", Kind.EDTF, cells.date),
)
_EDGES: tuple[Column[_Answer], ...] = (
    Column("Source", Kind.ID, lambda row: (row.id,)),
    Column("Target", Kind.ID, lambda row: (row.answered,)),
    Column("Type", Kind.TEXT, constant("Directed")),
    Column("Id", Kind.ID, lambda row: (f"{row.id}→{row.answered}",)),
    Column("Label", Kind.TEXT, constant("answers")),
    Column("Weight", Kind.COUNT, constant("1")),
    Column("Time Interval", Kind.INTERVAL, lambda row: time_interval(days_of(row.letter.document))),
    Column("timeset", Kind.INTERVAL, lambda row: time_interval(days_of(row.letter.document))),
)

NODES = Table(
    "letters-nodes",
    "One row for each letter, for Gephi.",
    _NODES,
    reader(_NODES, _letters, lambda letter: letter.file.path),
)
EDGES = Table(
    "letters-edges",
    "One row for each letter and each that it answers, for Gephi.",
    _EDGES,
    reader(_EDGES, _answers, lambda row: row.letter.file.path),
)
