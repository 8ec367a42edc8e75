"""What a reference to a document names, before it is put into a form."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tei_archive.model import Certainty, Document, HistoricalDate, Precision, Project, Reserve


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as a reference manager knows it; names are as printed, and never taken apart.

    `date` is the date of the document, `is_uncertain` whether it is stated with reserve; `released` is the ISO day of
    the edition. `address` is the lasting address, None where the edition has none.
    """

    id: str
    title: str
    authors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: HistoricalDate | None
    is_uncertain: bool
    number: str
    kind: str
    language: str
    archive: str
    edition: str
    editors: tuple[str, ...]
    publisher: str
    version: str
    released: str | None
    address: str | None

    @property
    def note(self) -> str:
        """What fields for a year, a month and a day cannot say: an interval, a reserve, the day of the edition."""
        is_told = self.date and (self.is_uncertain or self.date.precision is Precision.DURATION)
        parts = (
            f"date: {self.date.edtf}" if self.date and is_told else "",
            "date uncertain" if self.is_uncertain else "",
            f"edition of {self.released}" if self.released else "",
        )
        return "; ".join(part for part in parts if part)


def cite(document: Document, project: Project, address: str | None) -> Reference:
    """Give back the reference to a document of an edition."""
    return Reference(
        id=document.id,
        title=_line(document.title),
        authors=_lines(agent.label for agent in document.senders),
        recipients=_lines(agent.label for agent in document.addressees),
        date=document.date.value if document.date else None,
        is_uncertain=_is_uncertain(document),
        number=_line(document.number.value) if document.number else "",
        kind=_line(document.kind),
        language=document.language,
        archive=_line(document.archive_ref.value) if document.archive_ref else "",
        edition=_line(project.title),
        editors=_lines(person.name for person in project.editors),
        publisher=_line(project.publisher),
        version=_line(project.version),
        released=project.date,
        address=address,
    )


def _is_uncertain(document: Document) -> bool:
    claim = document.date
    return claim is not None and (
        claim.certainty is Certainty.LOW
        or claim.value.reserve is not Reserve.NONE
        or claim.value.precision is Precision.WINDOW
    )


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(_line, texts)))


def _line(text: str) -> str:
    """Give back a text in one line, without the control characters that no form of reference can hold."""
    return " ".join(re.sub(r"[\0-\x1f\x7f-\x9f]", " ", text).split())
