"""What every file of a deposit is made from: the edition, its day, and the moment for all time stamps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from tei_archive.errors import ExportError, Location
from tei_archive.model import Person, Project
from tei_archive.model.folder import PROJECT_FILE
from tei_archive.tei import EncodedEdition

_UNPUBLISHED = Project("", "").publisher


@dataclass(frozen=True, slots=True)
class Facts:
    """An edition, the day of its publication, the moment of the deposit, and those who made the edition."""

    edition: EncodedEdition
    published: date
    moment: datetime
    creators: tuple[Person, ...]

    @property
    def project(self) -> Project:
        """What the edition says about itself."""
        return self.edition.project

    @property
    def publisher(self) -> Person | None:
        """Who publishes the edition, with an address where it has one; None where it is not published."""
        if self.project.publisher == _UNPUBLISHED:
            return None
        return Person(self.project.publisher, self.project.publisher_ref)

    @property
    def covered(self) -> tuple[date, date] | None:
        """The first and the last day of the letters."""
        found = [encoded.document.date.value for encoded in self.edition.documents if encoded.document.date]
        return (min(one.earliest for one in found), max(one.latest for one in found)) if found else None


def find_facts(edition: EncodedEdition, moment: datetime | None) -> Facts:
    """Give back the facts; without a moment, it is the beginning of the edition's day.

    Raises `ExportError` where neither is given, or where nobody is named as editor or publisher.
    """
    stated = date.fromisoformat(edition.project.date) if edition.project.date else None
    if moment is None and stated is None:
        raise ExportError(
            "the edition has no date, and a deposit must have one",
            Location(str(edition.folder / PROJECT_FILE)),
            hint='add to [edition]: date = "2026-03-01", or set SOURCE_DATE_EPOCH',
        )
    begun = datetime.combine(stated, time(), UTC) if stated else None
    made = moment or begun
    assert made is not None  # noqa: S101 - one of the two is given
    return Facts(edition, stated or made.date(), made, _find_creators(edition))


def _find_creators(edition: EncodedEdition) -> tuple[Person, ...]:
    project = edition.project
    if project.editors:
        return project.editors
    if project.publisher != _UNPUBLISHED:
        return (Person(project.publisher, project.publisher_ref),)
    raise ExportError(
        "nobody is named as editor, and archives ask who made a deposit",
        Location(str(edition.folder / PROJECT_FILE)),
        hint='add: [[editor]] with name = "…"',
    )
