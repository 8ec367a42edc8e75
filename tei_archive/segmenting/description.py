"""Descriptions: a draft and everything that is known about it, before it becomes a document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tei_archive.model import Agent, Claim, ContextRef, HistoricalDate, Mark, Place
from tei_archive.segmenting.choices import LedgerEntry
from tei_archive.segmenting.drafts import Draft


@dataclass(frozen=True, slots=True)
class Description:
    """A draft with its metadata; the spans of `marks` count in characters of the source."""

    id: str
    draft: Draft
    kind: str
    senders: tuple[Agent, ...] = ()
    addressees: tuple[Agent, ...] = ()
    copies: tuple[Agent, ...] = ()
    date: Claim[HistoricalDate] | None = None
    received: Claim[HistoricalDate] | None = None
    transmitted: Claim[HistoricalDate] | None = None
    place: Claim[Place] | None = None
    medium: Claim[str] | None = None
    number: Claim[str] | None = None
    edition_number: Claim[str] | None = None
    classification: Claim[str] | None = None
    archive_ref: Claim[str] | None = None
    context: tuple[ContextRef, ...] = ()
    marks: tuple[Mark, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()

    def entered(self, entry: LedgerEntry, instead_of: str) -> Description:
        """Put an entry into the ledger, in the place of those whose field begins so."""
        kept = (other for other in self.ledger if not other.field.startswith(instead_of))
        return replace(self, ledger=(*kept, entry))
