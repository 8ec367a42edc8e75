"""What is compared, what the comparison counts, and what it says of each difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from tei_archive.model import Span

FIELDS: Final = ("sender", "addressee", "date", "place", "number", "edition_number")
FIGURES: Final = ("boundary", "exact", "pq", *FIELDS, "reply_to", "lossless")


class Kind(StrEnum):
    """How two encodings may differ. The values stand in JSON and on pages; they do not change."""

    MERGED = "merged"  # the document stands inside another one of the machine
    LEFT_OUT = "left out"  # the document begins in none of the machine
    SHIFTED = "shifted"  # more than half the same text, another beginning
    EXTRA_INSIDE = "extra inside a document"
    EXTRA_ENCLOSURE = "extra in an enclosure"
    EXTRA_OUTSIDE = "extra outside"
    ENDS_EARLY = "ends early"
    ENDS_LATE = "ends late"
    VALUE_MISSING = "missing"
    VALUE_WRONG = "wrong"
    VALUE_SURPLUS = "surplus"  # a value where the gold has none: shown, and counted in no figure
    VALUE_LOST = "document not found"
    LINK_MISSED = "link missed"
    LINK_OUT_OF_REACH = "link missed, target not found"
    LINK_LOST = "link missed, document not found"
    LINK_WRONG = "link wrong"
    TEXT_DIFFERS = "text differs"


@dataclass(frozen=True, slots=True)
class Value:
    """What an encoding says in one field, and the words that it was read from."""

    texts: tuple[str, ...]
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A document as far as it is compared.

    `heading` is where the heading begins, if something stands above it; `replies` are the ids of what it answers, and
    None where nobody has looked for them.
    """

    id: str
    source: str
    span: Span
    heading: int | None = None
    enclosures: tuple[Span, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    replies: tuple[str, ...] | None = ()

    def said(self, *names: str) -> tuple[Value, ...]:
        """Give back what is said in the fields of these names, as far as anything is."""
        found = (self.values.get(name) for name in names)
        return tuple(value for value in found if value and any(text.strip() for text in value.texts))


@dataclass(frozen=True, slots=True)
class Figure:
    """How many are right, of how many that the machine said and how many that the gold has."""

    correct: int
    said: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.correct / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.correct / (self.said + self.gold) if self.said + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: which figure it lowers, the documents of both sides, the words, what was said, what is right."""

    figure: str
    kind: Kind
    source: str
    words: Span
    document: str | None = None
    gold: str | None = None
    said: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures by name, those that the gold says nothing of left out; panoptic quality; the differences in order."""

    documents: int
    gold: int
    figures: Mapping[str, Figure]
    pq: float
    differences: tuple[Difference, ...]
