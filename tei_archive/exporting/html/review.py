"""What is still to be checked: values that are not known or not sure, references without a target, states of review."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.exporting.html.certainty import FIELDS, field_certainties
from tei_archive.exporting.html.terms import CERTAINTIES, UNRESOLVED, state_name
from tei_archive.exporting.html.texts import Texts
from tei_archive.model import Certainty, Document, Relation
from tei_archive.model.folder import LEDGER_FILE
from tei_archive.model.uncertainty import BOUNDARY
from tei_archive.reading import read_ledger

# How much a doubt weighs: so the documents are sorted, and so the page says.
WEIGHTS: Mapping[str, int] = {"unknown": 3, "low": 2, "medium": 1, "unresolved": 1, "boundary": 3}

_ARGUED = (Relation.IS_REPLY_TO, Relation.CITES)
_MOST = 500  # rows of a table
_DOUBTFUL = 0.25  # from which doubt on the page speaks of a boundary; one half is as good as its runner-up


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to check: what, why, and how much it weighs."""

    what: str
    why: str
    weight: int


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A document with all that is to be checked in it."""

    item: Item
    doubts: tuple[Doubt, ...]
    state: str

    @property
    def weight(self) -> int:
        """How much all doubts of the document weigh together."""
        return sum(doubt.weight for doubt in self.doubts)


@dataclass(frozen=True, slots=True)
class ReviewView:
    """What the page of open questions shows: `doubtful` has the documents with most doubt, `total` counts all."""

    states: tuple[tuple[str, int], ...]
    reasons: tuple[tuple[str, int], ...]
    doubtful: tuple[Doubtful, ...]
    total: int
    sure: tuple[Doubtful, ...]


def view_review(catalogue: Catalogue, folder: Path) -> ReviewView:
    """Give back what is to be checked, the documents with most doubt first.

    Raises `ReadingError` where the ledger of the edition cannot be read.
    """
    texts = catalogue.texts
    boundaries = _doubtful_boundaries(folder)
    found = [
        Doubtful(
            catalogue.items[document.id],
            tuple(_doubts(texts, document, boundaries.get(document.id))),
            state_name(texts, document.status),
        )
        for document in (encoded.document for encoded in catalogue.documents)
    ]
    places = catalogue.places
    ordered = sorted((it for it in found if it.doubts), key=lambda it: (-it.weight, places[it.item.id]))
    states = Counter(it.state for it in found)
    reasons = Counter(doubt.why for it in ordered for doubt in it.doubts)
    sure = sorted((it for it in found if not it.doubts), key=lambda it: places[it.item.id])
    return ReviewView(_counted(states), _counted(reasons), tuple(ordered[:_MOST]), len(ordered), tuple(sure[:_MOST]))


def _doubts(texts: Texts, document: Document, boundary: float | None) -> Iterator[Doubt]:
    if boundary is not None:
        why = texts.gettext("hardly better than the next best cut")
        yield Doubt(texts.gettext("Beginning of the document"), why, WEIGHTS["boundary"])
    for field, certainty in field_certainties(document):
        name = texts.gettext(FIELDS[field])
        if certainty is None and field != "place":
            yield Doubt(name, texts.gettext("not known"), WEIGHTS["unknown"])
        elif certainty in (Certainty.LOW, Certainty.MEDIUM):
            yield Doubt(name, texts.gettext(CERTAINTIES[certainty]), WEIGHTS[certainty])
    for ref in document.context:
        if ref.reason and ref.relation in _ARGUED:
            yield Doubt(ref.label, texts.gettext(UNRESOLVED[ref.reason]), WEIGHTS["unresolved"])
        elif ref.relation is Relation.IS_REPLY_TO and ref.certainty is not Certainty.HIGH:
            name = texts.gettext("Answer to %(document)s", document=ref.label)
            yield Doubt(name, texts.gettext(CERTAINTIES[ref.certainty]), WEIGHTS[ref.certainty])


def _doubtful_boundaries(folder: Path) -> Mapping[str, float]:
    """An edition that was encoded elsewhere has no ledger, and an editor may have removed it."""
    if not (folder / LEDGER_FILE).is_file():
        return {}
    decisions = (decision for decision in read_ledger(folder / LEDGER_FILE) if decision.field == BOUNDARY)
    return {decision.document: decision.doubt for decision in decisions if decision.doubt >= _DOUBTFUL}


def _counted(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda count: (-count[1], count[0])))
