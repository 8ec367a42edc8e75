"""The documents of an edition and of other volumes by number and by day: the few that a mention may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from tei_archive.model import Claim, HistoricalDate
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.names import digits_and_letters
from tei_archive.segmenting.parties import Parties, Party
from tei_archive.segmenting.volumes import Outside

# An interval of more days than this is no date to find a document by.
_LONGEST_INTERVAL = 14
# The old calendar is up to so many days behind the new one, in the centuries that letters are printed of.
_CALENDARS = timedelta(13)
# Numbers begin anew every year; a number alone means none of the year before last.
_NUMBERING = timedelta(400)
# A day that is misread or misprinted is seldom off by more.
_MISPRINT = timedelta(31)


class Agreement(IntEnum):
    """What a document and a mention of it have in common; the greater is the better evidence."""

    NUMBER_AND_NEAR_DATE = 1
    NUMBER = 2
    DATE = 3
    NUMBER_AND_DATE = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as others may name it; `id` is a pointer for one of another volume, and its source is not known."""

    id: str
    source: str
    senders: tuple[Party, ...]
    addressees: tuple[Party, ...]
    date: HistoricalDate | None
    number: str
    edition_number: str

    @property
    def is_letter(self) -> bool:
        """Whether it is known of anybody that he wrote or got it."""
        return bool(self.senders or self.addressees)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries in the order of the edition, and all by the sender's number, by day, and by the number in the print.

    `outside` are those of other volumes.
    """

    entries: tuple[Entry, ...]
    outside: tuple[Entry, ...]
    by_number: Mapping[str, Sequence[Entry]]
    by_day: Mapping[date, Sequence[Entry]]
    by_edition_number: Mapping[tuple[str, str], Sequence[Entry]]

    def printed_as(self, edition_number: str, seen_from: Entry) -> Sequence[Entry]:
        """Give the documents of the same source that have a number in the print."""
        return self.by_edition_number.get((seen_from.source, digits_and_letters(edition_number)), ())

    def find(
        self, number: str | None, when: HistoricalDate | None, seen_from: Entry
    ) -> Sequence[tuple[Entry, Agreement]]:
        """Give the other documents that a number and a date may mean; none that is later than the one that names it."""
        wanted = digits_and_letters(number or "")
        found = {entry.id: entry for entry in self.by_number.get(wanted, ()) if entry is not seen_from}
        for day in _days(when):
            found.update((entry.id, entry) for entry in self.by_day.get(day, ()) if entry is not seen_from)
        graded = ((entry, _agreement(entry, wanted, when, seen_from)) for entry in found.values())
        return [(entry, agreement) for entry, agreement in graded if agreement]


def make_catalogue(descriptions: Sequence[Description], outside: Sequence[Outside], parties: Parties) -> Catalogue:
    """Enter all documents, and those of other volumes."""
    entries = tuple(_entry(description, parties) for description in descriptions)
    others = tuple(_entry_outside(one, parties) for one in outside)
    by_number: dict[str, list[Entry]] = {}
    by_day: dict[date, list[Entry]] = {}
    by_edition_number: dict[tuple[str, str], list[Entry]] = {}
    for entry in (*entries, *others):
        if entry.number:
            by_number.setdefault(entry.number, []).append(entry)
        if entry.edition_number:
            by_edition_number.setdefault((entry.source, entry.edition_number), []).append(entry)
        for day in _days(entry.date):
            by_day.setdefault(day, []).append(entry)
    return Catalogue(entries, others, by_number, by_day, by_edition_number)


def is_later(one: HistoricalDate | None, other: HistoricalDate | None) -> bool:
    """Say whether a document is later than another, even if they count their days in different calendars."""
    return bool(one and other and one.earliest - other.latest > _CALENDARS)


def _entry(description: Description, parties: Parties) -> Entry:
    return Entry(
        id=description.id,
        source=description.draft.source.name,
        senders=parties.read(description.senders),
        addressees=parties.read(description.addressees),
        date=description.date.value if description.date else None,
        number=_number(description.number),
        edition_number=_number(description.edition_number),
    )


def _entry_outside(outside: Outside, parties: Parties) -> Entry:
    document = outside.document
    return Entry(
        id=outside.pointer,
        source="",
        senders=parties.read(document.senders),
        addressees=parties.read(document.addressees),
        date=document.date.value if document.date else None,
        number=_number(document.number),
        edition_number="",
    )


def _number(claim: Claim[str] | None) -> str:
    return digits_and_letters(claim.value) if claim else ""


def _days(when: HistoricalDate | None) -> Iterator[date]:
    if when and (when.latest - when.earliest).days < _LONGEST_INTERVAL:
        for day in range(when.earliest.toordinal(), when.latest.toordinal() + 1):
            yield date.fromordinal(day)


def _agreement(entry: Entry, number: str, when: HistoricalDate | None, seen_from: Entry) -> Agreement | None:
    if is_later(entry.date, seen_from.date) or (number and entry.number and number != entry.number):
        return None
    same_number = bool(number and entry.number)
    if when and entry.date:
        if _overlap(when, entry.date):
            return Agreement.NUMBER_AND_DATE if same_number else Agreement.DATE
        return Agreement.NUMBER_AND_NEAR_DATE if same_number and _near(when, entry.date) else None
    return Agreement.NUMBER if same_number and _is_recent(entry.date, seen_from.date) else None


def _overlap(one: HistoricalDate, other: HistoricalDate) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _near(one: HistoricalDate, other: HistoricalDate) -> bool:
    return max(one.earliest - other.latest, other.earliest - one.latest) <= _MISPRINT


def _is_recent(one: HistoricalDate | None, now: HistoricalDate | None) -> bool:
    """Whether a document is known to be of the same numbering, as far as dates are known: before now, not long ago."""
    if one is None or now is None:
        return True
    return one.earliest <= now.latest and now.earliest - one.latest <= _NUMBERING
