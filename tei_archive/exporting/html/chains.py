"""Exchanges: documents and what answers them, with the days between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.exporting.html.dates import Reserve, interval_words, reserved_words
from tei_archive.exporting.html.links import chain_page
from tei_archive.exporting.html.terms import CERTAINTIES
from tei_archive.exporting.html.texts import Texts
from tei_archive.model import Certainty, ContextRef, ReplyTrees, build_reply_trees


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
    """An exchange from its first document on, all documents in it, and the latest of them."""

    thread: Thread
    members: tuple[Item, ...]
    last: Item

    @property
    def href(self) -> str:
        """The page of the exchange."""
        return chain_page(self.members[0].id)


def build_chains(catalogue: Catalogue) -> tuple[Chain, ...]:
    """Give back every exchange of at least two documents, in the order of their first documents.

    A document that answers several stands below the first of them. A circle of replies, which `validate` reports,
    is entered at its earliest document.
    """
    trees = build_reply_trees(encoded.document for encoded in catalogue.documents)
    threads = (_thread(first, None, catalogue, trees) for first in trees.firsts if trees.replies[first])
    return tuple(_chain(catalogue, thread) for thread in threads)


def _chain(catalogue: Catalogue, thread: Thread) -> Chain:
    members = tuple(_members(thread))
    dated = tuple(item for item in members if item.when)
    return Chain(thread, members, max(dated or members, key=lambda item: catalogue.places[item.id]))


def _thread(id_: str, before: Item | None, catalogue: Catalogue, trees: ReplyTrees) -> Thread:
    steps: list[Step] = []
    following: tuple[str, ...] = (id_,)
    while len(following) == 1:
        item = catalogue.items[following[0]]
        following = trees.replies[item.id]
        several = following if len(following) > 1 else ()
        branches = tuple(_thread(reply, item, catalogue, trees) for reply in several)
        steps.append(_step(item, before, trees.answered[item.id], catalogue, branches))
        before = item
    return tuple(steps)


def _step(
    item: Item,
    before: Item | None,
    answered: tuple[ContextRef, ...],
    catalogue: Catalogue,
    branches: tuple[Thread, ...],
) -> Step:
    sure = answered[0].certainty if answered else Certainty.HIGH
    return Step(
        item=item,
        interval=_interval(catalogue.texts, before, item) if before else None,
        certainty=catalogue.texts.gettext(CERTAINTIES[sure]) if before and sure is not Certainty.HIGH else None,
        also_answers=tuple(catalogue.items[ref.target] for ref in answered[1:] if ref.target),
        branches=branches,
    )


def _interval(texts: Texts, before: Item, after: Item) -> str | None:
    """The days between, counted to the receipt where only its day is known."""
    words = interval_words(texts, before.when, after.when)
    reserve = after.reserve if before.reserve is Reserve.NONE else Reserve.UNCERTAIN
    return reserved_words(texts, words, reserve) if words else None


def _members(thread: Thread) -> Iterator[Item]:
    for step in thread:
        yield step.item
        for branch in step.branches:
            yield from _members(branch)
