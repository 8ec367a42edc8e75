"""Documents: one communication each, in blocks of text with what is marked inside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tei_archive.model.claims import Claim
from tei_archive.model.correspondence import ActionType, Agent, ContextRef, CorrespAction
from tei_archive.model.dates import HistoricalDate
from tei_archive.model.labels import Label
from tei_archive.model.span import Span


class MarkKind(StrEnum):
    """What can be marked inside a block; the values are TEI's element names."""

    PERS_NAME = "persName"
    ROLE_NAME = "roleName"
    ORG_NAME = "orgName"
    PLACE_NAME = "placeName"
    DATE = "date"
    IDNO = "idno"
    REF = "ref"
    NOTE_CALL = "noteCall"  # encoded as ref type="noteCall"
    SUPPLIED = "supplied"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something marked inside a block: `span` counts from the start of the block's own text.

    `ref` is a pointer: `pers:…`, `org:…`, `place:…` for names; the id of a document for `REF`; the id of a
    note (or `document-id#note-id`) for `NOTE_CALL`.
    """

    kind: MarkKind
    span: Span
    ref: str | None = None
    date: HistoricalDate | None = None

    def moved(self, offset: int) -> Mark:
        """Give back the mark as it stands in a text that begins so many characters earlier."""
        return Mark(self.kind, self.span.moved(offset), self.ref, self.date)


class Part(StrEnum):
    """Whether a paragraph is whole, or one piece of a paragraph that a note interrupts: TEI's `part`."""

    WHOLE = "N"
    INITIAL = "I"
    MEDIAL = "M"
    FINAL = "F"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text, to the letter as in the source, without the white space around it."""

    label: Label
    text: str
    marks: tuple[Mark, ...] = ()
    id: str | None = None
    n: str | None = None
    part: Part = Part.WHOLE

    def __post_init__(self) -> None:
        if self.text != self.text.strip() or not self.text:
            raise ValueError(f"a block has text and no white space around it: {self.text[:40]!r}")
        for mark in self.marks:
            if mark.span.end > len(self.text):
                raise ValueError(f"{mark} lies outside its block")


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper printed inside a document, after its own text."""

    id: str
    span: Span
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One communication: where it stands in its source, its text, and what is known about it."""

    id: str
    source: str
    span: Span
    title: str
    kind: str
    language: str
    blocks: tuple[Block, ...]
    enclosures: tuple[Enclosure, ...] = ()
    actions: tuple[CorrespAction, ...] = ()
    context: tuple[ContextRef, ...] = ()
    number: Claim[str] | None = None
    edition_number: Claim[str] | None = None
    classification: Claim[str] | None = None
    archive_ref: Claim[str] | None = None
    status: str = "auto"

    def action(self, type_: ActionType) -> CorrespAction | None:
        """Give back the first action of the type that is not for information only."""
        return next((action for action in self.actions if action.type is type_ and not action.copy), None)

    @property
    def senders(self) -> tuple[Agent, ...]:
        """Those who sent the document."""
        sent = self.action(ActionType.SENT)
        return sent.agents if sent else ()

    @property
    def addressees(self) -> tuple[Agent, ...]:
        """Those whom the document is addressed to."""
        received = self.action(ActionType.RECEIVED)
        return received.agents if received else ()

    @property
    def date(self) -> Claim[HistoricalDate] | None:
        """The date of sending."""
        sent = self.action(ActionType.SENT)
        return sent.date if sent else None

    @property
    def dates(self) -> Iterator[HistoricalDate]:
        """All dates: of the acts, of the documents referred to, and those marked in the text."""
        blocks = (*self.blocks, *(block for enclosure in self.enclosures for block in enclosure.blocks))
        yield from (action.date.value for action in self.actions if action.date)
        yield from (ref.date for ref in self.context if ref.date)
        yield from (mark.date for block in blocks for mark in block.marks if mark.date)
