"""Draft → description: what each document says of itself."""

from __future__ import annotations

from tei_archive.model import BOUNDARY, Labelled
from tei_archive.segmenting.choices import LedgerEntry
from tei_archive.segmenting.correspondents import find_addressees, find_copies, find_senders
from tei_archive.segmenting.dates import check_weekday, date_of_act, find_date
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.drafts import Draft
from tei_archive.segmenting.particulars import (
    find_archive_ref,
    find_classification,
    find_edition_number,
    find_kind,
    find_medium,
    find_number,
    find_place,
)
from tei_archive.segmenting.readers import Readers


def describe(draft: Draft, document_id: str, readers: Readers) -> Description:
    """Read the metadata of a document from its own pieces."""
    senders, sender_entries = find_senders(draft, readers.agents)
    addressees, addressee_entries = find_addressees(draft, readers.agents)
    date, place, medium, number = (
        find_date(draft, readers.dates),
        find_place(draft),
        find_medium(draft),
        find_number(draft),
    )
    classification, archive_ref = find_classification(draft), find_archive_ref(draft)
    edition_number = find_edition_number(draft)
    choices = (date, place, medium, number, edition_number, classification, archive_ref)
    entries = (*(choice.entry for choice in choices), check_weekday(draft, date.claim, readers.dates))
    return Description(
        id=document_id,
        draft=draft,
        kind=find_kind(draft, readers.profile),
        senders=senders,
        addressees=addressees,
        copies=find_copies(draft, readers.agents),
        date=date.claim,
        received=date_of_act(draft, "received", readers.dates),
        transmitted=date_of_act(draft, "medium", readers.dates),
        place=place.claim,
        medium=medium.claim,
        number=number.claim,
        edition_number=edition_number.claim,
        classification=classification.claim,
        archive_ref=archive_ref.claim,
        ledger=(_boundary(draft), *sender_entries, *addressee_entries, *filter(None, entries)),
    )


def _boundary(draft: Draft) -> LedgerEntry:
    """Why the document begins where it does. The score of the runner-up is that of the boundary less the margin."""
    start, words = draft.start, draft.pieces[0].span
    other: Labelled | None = start.other
    return LedgerEntry(
        BOUNDARY,
        f"begins at {draft.span.start}",
        words,
        start.labelled.rule,
        start.labelled.score,
        f"no document begins here: {other.label}" if other else None,
        other.rule if other else None,
        start.labelled.score - start.margin if other and start.margin is not None else None,
        ((start.labelled.rule, start.labelled.score), *start.evidence),
    )
