"""What answers what: the references between documents as trees, and where they cannot be true."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tei_archive.model.correspondence import ContextRef
from tei_archive.model.dates import HistoricalDate, Precision
from tei_archive.model.document import Document
from tei_archive.model.relations import Relation

# How far the Julian calendar lies behind the Gregorian, at most, until 2100: one of two dates may be in the other.
_CALENDARS = timedelta(days=13)


@dataclass(frozen=True, slots=True)
class ReplyTrees:
    """Documents in the order of their dates, and what answers what among them, as trees.

    `answered` holds, for each document, its references to documents that are here. A document stands below the first
    that it answers. `replies` names those below each; `firsts` those that stand below none, in the order of their
    dates. A circle is cut at its earliest document.
    """

    documents: Mapping[str, Document]
    answered: Mapping[str, tuple[ContextRef, ...]]
    replies: Mapping[str, tuple[str, ...]]
    firsts: tuple[str, ...]

    def tree(self, first: str) -> Iterator[str]:
        """Give back a document and all below it, each before what answers it."""
        waiting = [first]
        while waiting:
            id_ = waiting.pop()
            yield id_
            waiting.extend(reversed(self.replies[id_]))

    def links(self) -> Iterator[tuple[str, str]]:
        """Give back every document that answers with each that it answers."""
        return ((id_, ref.target) for id_, refs in self.answered.items() for ref in refs if ref.target)


def build_reply_trees(documents: Iterable[Document]) -> ReplyTrees:
    """Give back the trees of replies among documents; the ids must differ."""
    ordered = {document.id: document for document in sorted(documents, key=_in_time)}
    answered = {id_: _answered(document, ordered) for id_, document in ordered.items()}
    above = {id_: refs[0].target for id_, refs in answered.items() if refs and refs[0].target}
    for id_ in _entries(above, tuple(ordered)):
        del above[id_]
    replies: dict[str, list[str]] = {id_: [] for id_ in ordered}
    for id_ in ordered:
        if id_ in above:
            replies[above[id_]].append(id_)
    firsts = tuple(id_ for id_ in ordered if id_ not in above)
    return ReplyTrees(ordered, answered, {id_: tuple(found) for id_, found in replies.items()}, firsts)


def answers(document: Document) -> tuple[ContextRef, ...]:
    """Give back what a document answers, targets first read first."""
    return tuple(ref for ref in document.context if ref.relation is Relation.IS_REPLY_TO and ref.target != document.id)


def days_between(before: HistoricalDate | None, after: HistoricalDate | None) -> int | None:
    """Give back the days from one date to another; None where one of them is not a day."""
    if before is None or after is None or {before.precision, after.precision} != {Precision.DAY}:
        return None
    return (after.earliest - before.earliest).days


def is_too_early(reply: Document, answered: Document) -> bool:
    """Say whether a reply is older than what it answers, even if one of the two dates is in the other calendar."""
    if reply.date is None or answered.date is None:
        return False
    return answered.date.value.earliest - reply.date.value.latest > _CALENDARS


def _answered(document: Document, known: Collection[str]) -> tuple[ContextRef, ...]:
    """The first reference to each document that is answered."""
    found: dict[str, ContextRef] = {}
    for ref in answers(document):
        if ref.target is not None and ref.target in known:
            found.setdefault(ref.target, ref)
    return tuple(found.values())


def _in_time(document: Document) -> tuple[bool, date, date, str]:
    if document.date is None:
        return (True, date.max, date.max, document.id)
    return (False, document.date.value.earliest, document.date.value.latest, document.id)


def _entries(above: Mapping[str, str], ordered: Sequence[str]) -> Iterator[str]:
    """Give back the earliest document of each circle."""
    places = {id_: place for place, id_ in enumerate(ordered)}
    known: set[str] = set()
    found: list[str] = []
    for id_ in ordered:
        path: dict[str, None] = {}
        while id_ in above and id_ not in known:
            known.add(id_)
            path[id_] = None
            id_ = above[id_]  # noqa: PLW2901 - the way up from the document
        if id_ in path:
            circle = list(path)[list(path).index(id_) :]
            found.append(min(circle, key=lambda member: places[member]))
    yield from found
