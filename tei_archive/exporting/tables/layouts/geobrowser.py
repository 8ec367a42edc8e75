"""The table for the DARIAH-DE Geo-Browser: where letters were sent from, and when.

After https://geobrowser.de.dariah.eu/doc/csvspec.html: these columns in this order; an instant or a span, never both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tei_archive.exporting.authorities import Authority, number_in
from tei_archive.exporting.tables.column import Column, Values
from tei_archive.exporting.tables.degrees import latitude_and_longitude
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.own import letter_cells as cells
from tei_archive.exporting.tables.own.letter_rows import Letter, letters
from tei_archive.exporting.tables.own.pointers import entries_by_pointer
from tei_archive.exporting.tables.table import Table, reader
from tei_archive.model import ActionType, Entry, HistoricalDate, Precision
from tei_archive.tei import EncodedEdition

_SENT, _RECEIVED = ActionType.SENT, ActionType.RECEIVED
_INSTANTS = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})


@dataclass(frozen=True, slots=True)
class _Sent:
    """A letter whose place of sending is known by name, and what the registers say of the place."""

    letter: Letter
    place: str
    entry: Entry | None

    @property
    def date(self) -> HistoricalDate | None:
        """The date of sending."""
        return self.letter.document.date.value if self.letter.document.date else None


def _rows(edition: EncodedEdition) -> Iterator[_Sent]:
    """The letters whose place of sending is known; an enclosure has none."""
    entries = entries_by_pointer(edition.registers)
    for letter in letters(edition):
        for place, ref in zip(cells.place(letter, _SENT), cells.place_ref(letter, _SENT), strict=True):
            _, entry = entries.get(ref, (None, None))
            yield _Sent(letter, entry.name if entry else place, entry)


def _description(row: _Sent) -> Values:
    senders, addressees = (", ".join(cells.names(row.letter, type_)) for type_ in (_SENT, _RECEIVED))
    return (f"{senders} → {addressees}" if senders or addressees else "",)


def _point(row: _Sent) -> Values:
    point = row.entry.coordinates if row.entry else None
    return latitude_and_longitude(point) if point else ()


def _instant(row: _Sent) -> Values:
    return (row.date.plain_edtf,) if row.date and row.date.precision in _INSTANTS else ()


def _span(row: _Sent) -> Values:
    """First and last day, where the date is neither a day nor a whole month or year."""
    is_span = row.date is not None and row.date.precision not in _INSTANTS
    return (*cells.first_day(row.letter), *cells.last_day(row.letter)) if is_span else ()


def _getty(row: _Sent) -> Values:
    return (number_in(row.entry, Authority.TGN) or "",) if row.entry else ()


_COLUMNS: tuple[Column[_Sent], ...] = (
    Column("Name", Kind.TEXT, lambda row: (row.letter.document.title,)),
    Column("Address", Kind.TEXT, lambda row: (row.place,)),
    Column("Description", Kind.TEXT, _description),
    Column("Longitude", Kind.DEGREES, lambda row: _point(row)[1:]),
    Column("Latitude", Kind.DEGREES, lambda row: _point(row)[:1]),
    Column("TimeStamp", Kind.EDTF, _instant),
    Column("TimeSpan:begin", Kind.DAY, lambda row: _span(row)[:1]),
    Column("TimeSpan:end", Kind.DAY, lambda row: _span(row)[1:]),
    Column("GettyID", Kind.COUNT, _getty),
)

PLACES = Table(
    "geobrowser",
    "One row for each letter whose place of sending is known, for the DARIAH-DE Geo-Browser.",
    _COLUMNS,
    reader(_COLUMNS, _rows, lambda row: row.letter.file.path),
)
