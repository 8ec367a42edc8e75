"""The table for Palladio: days for its timeline, and latitude and longitude in one cell for its map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from tei_archive.exporting.tables.column import Column, Values
from tei_archive.exporting.tables.degrees import latitude_and_longitude
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.own import letter_cells as cells
from tei_archive.exporting.tables.own.letter_rows import Letter, letters
from tei_archive.exporting.tables.own.pointers import entries_by_pointer
from tei_archive.exporting.tables.table import Table, reader
from tei_archive.model import ActionType, Coordinates
from tei_archive.tei import EncodedEdition

_SENT, _RECEIVED = ActionType.SENT, ActionType.RECEIVED


@dataclass(frozen=True, slots=True)
class Located:
    """A letter, and the coordinates of places by their pointers."""

    letter: Letter
    coordinates: Mapping[str, Coordinates]

    def point(self, type_: ActionType) -> Coordinates | None:
        """Where the letter was sent from or received, if the registers know it."""
        return next((self.coordinates.get(ref) for ref in cells.place_ref(self.letter, type_)), None)


def located_letters(edition: EncodedEdition) -> Iterator[Located]:
    """Give back the letters, enclosures left out, in their usual order."""
    entries = entries_by_pointer(edition.registers)
    coordinates = {pointer: entry.coordinates for pointer, (_, entry) in entries.items() if entry.coordinates}
    return (Located(letter, coordinates) for letter in letters(edition) if letter.part_of is None)


def _coordinates(row: Located, type_: ActionType) -> Values:
    point = row.point(type_)
    return (",".join(latitude_and_longitude(point)),) if point else ()


_COLUMNS: tuple[Column[Located], ...] = (
    Column("id", Kind.ID, lambda row: (row.letter.document.id,)),
    Column("title", Kind.TEXT, lambda row: (row.letter.document.title,)),
    Column("kind", Kind.TEXT, lambda row: (row.letter.document.kind,)),
    Column("date", Kind.DAY, lambda row: cells.first_day(row.letter)),
    Column("date_to", Kind.DAY, lambda row: cells.last_day(row.letter)),
    Column("sender", Kind.TEXT, lambda row: cells.names(row.letter, _SENT), many=True),
    Column("sender_place", Kind.TEXT, lambda row: cells.place(row.letter, _SENT)),
    Column("sender_coordinates", Kind.POINT, partial(_coordinates, type_=_SENT)),
    Column("addressee", Kind.TEXT, lambda row: cells.names(row.letter, _RECEIVED), many=True),
    Column("addressee_place", Kind.TEXT, lambda row: cells.place(row.letter, _RECEIVED)),
    Column("addressee_coordinates", Kind.POINT, partial(_coordinates, type_=_RECEIVED)),
    Column("language", Kind.LANGUAGE, lambda row: (row.letter.document.language,)),
    Column("url", Kind.ADDRESS, lambda row: cells.url(row.letter)),
)

LETTERS = Table(
    "palladio",
    "One row for each letter, for Palladio.",
    _COLUMNS,
    reader(_COLUMNS, located_letters, lambda row: row.letter.file.path),
)
