"""Exchanges: documents and what answers them, with the days between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.exporting.html.dates import Reserve, interval_words, reserved_words
from tei_archive.exporting.html.texts import say
from tei_archive.model import Certainty, ContextRef, Document, Relation


@dataclass(frozen=True, slots=True)
class Step:
    """A document in an exchange: the days since the one it answers, how sure that is, and what else it answers.

    A single reply is the next step of the same thread. Several replies are branches, one thread each.
    """

    item: Item
    interval: str | None = None
    certainty: str | None = None
    also_answers: tuple[Item, ...] = ()
    branches: tuple[Thread, ...] = ()


Thread = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """An exchange from its first document on, and all documents in it."""

    thread: Thread
    members: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class _Replies:
    """What each document answers, and what answers it, as far as this edition holds it."""

    answered: Mapping[str, tuple[Item, ...]]
    certainty: Mapping[str, Certainty]
    following: Mapping[str, tuple[Item, ...]]


def build_chains(catalogue: Catalogue) -> tuple[Chain, ...]:
    """Give back every exchange of at least two documents, in the order of their first documents.

    A document that answers several stands below the first of them. A circle of replies, which `validate` reports,
    is entered at its earliest document.
    """
    replies = _replies(catalogue)
    seen: set[str] = set()
    threads = [_thread(item, None, replies, seen) for item in catalogue.chronology if not replies.answered[item.id]]
    threads += [
        _thread(_entry(catalogue, item, replies), None, replies, seen)
        for item in catalogue.chronology
        if item.id not in seen
    ]
    chains = (Chain(thread, tuple(_members(thread))) for thread in threads)
    exchanges = (chain for chain in chains if len(chain.members) > 1)
    return tuple(sorted(exchanges, key=lambda chain: catalogue.places[chain.members[0].id]))


def answers(document: Document) -> tuple[ContextRef, ...]:
    """Give back what a document answers, targets first read first."""
    return tuple(ref for ref in document.context if ref.relation is Relation.IS_REPLY_TO and ref.target != document.id)


def _replies(catalogue: Catalogue) -> _Replies:
    answered: dict[str, tuple[Item, ...]] = {}
    certainty: dict[str, Certainty] = {}
    for encoded in catalogue.documents:
        refs = [ref for ref in answers(encoded.document) if ref.target in catalogue.items]
        answered[encoded.document.id] = tuple(catalogue.items[ref.target] for ref in refs if ref.target)
        if refs:
            certainty[encoded.document.id] = refs[0].certainty
    following: dict[str, list[Item]] = {id_: [] for id_ in answered}
    for item in catalogue.chronology:
        for first in answered[item.id][:1]:
            following[first.id].append(item)
    return _Replies(answered, certainty, {id_: tuple(items) for id_, items in following.items()})


def _entry(catalogue: Catalogue, item: Item, replies: _Replies) -> Item:
    """Give back the earliest document of the circle that a document leads up to."""
    path: dict[str, Item] = {}
    while item.id not in path:
        path[item.id] = item
        item = replies.answered[item.id][0]
    circle = list(path.values())[list(path).index(item.id) :]
    return min(circle, key=lambda member: catalogue.places[member.id])


def _thread(item: Item, before: Item | None, replies: _Replies, seen: set[str]) -> Thread:
    steps: list[Step] = []
    following: tuple[Item, ...] = (item,)
    while len(following) == 1:
        item = following[0]
        seen.add(item.id)
        following = tuple(reply for reply in replies.following[item.id] if reply.id not in seen)
        branches = tuple(_thread(reply, item, replies, seen) for reply in following) if len(following) > 1 else ()
        steps.append(_step(item, before, replies, branches))
        before = item
    return tuple(steps)


def _step(item: Item, before: Item | None, replies: _Replies, branches: tuple[Thread, ...]) -> Step:
    sure = replies.certainty.get(item.id, Certainty.HIGH)
    return Step(
        item=item,
        interval=_interval(before, item) if before else None,
        certainty=say(f"certainty.{sure}") if before and sure is not Certainty.HIGH else None,
        also_answers=replies.answered[item.id][1:],
        branches=branches,
    )


def _interval(before: Item, after: Item) -> str | None:
    """The days between, counted to the receipt where only its day is known."""
    words = interval_words(before.when, after.when)
    reserve = after.reserve if before.reserve is Reserve.NONE else Reserve.UNCERTAIN
    return reserved_words(words, reserve) if words else None


def _members(thread: Thread) -> Iterator[Item]:
    for step in thread:
        yield step.item
        for branch in step.branches:
            yield from _members(branch)
