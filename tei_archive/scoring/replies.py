"""Figure and differences of reply links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tei_archive.scoring.matching import Pair
from tei_archive.scoring.values import Difference, Figure, Item, Kind

REPLY_TO = "reply_to"

Link = tuple[str, str]


def count_replies(pairs: Sequence[Pair], gold: Sequence[Item]) -> Figure | None:
    """Give back the figure of the links, over the documents that were read for links; None where there are none."""
    right, said = set(_right(gold)), set(_said(pairs))
    return Figure(len(right & said), len(said), len(right)) if right or said else None


def compare_replies(pairs: Sequence[Pair], gold: Sequence[Item]) -> Iterator[Difference]:
    """Give back each link that was missed and each that is wrong."""
    machine = {pair.gold.id: pair.said for pair in pairs}
    items = {item.id: item for item in gold}
    said = _said(pairs)
    for link in _right(gold):
        if link not in said:
            yield _missed(link, items[link[0]], machine)
    right = set(_right(gold))
    for link, target in said.items():
        if link not in right:
            yield _wrong(items[link[0]], machine, target)


def _right(gold: Sequence[Item]) -> list[Link]:
    return [(item.id, target) for item in gold for target in dict.fromkeys(item.replies or ())]


def _said(pairs: Sequence[Pair]) -> Mapping[Link, str]:
    """The machine's links in the ids of the gold, with the target as the machine names it."""
    names = {pair.said.id: pair.gold.id for pair in pairs}
    return {
        # A target that is no document of the gold must not be taken for one that has its id by chance.
        (pair.gold.id, names.get(target, f"machine:{target}")): target
        for pair in pairs
        if pair.gold.replies is not None
        for target in pair.said.replies or ()
    }


def _missed(link: Link, item: Item, machine: Mapping[str, Item]) -> Difference:
    answering, target = link
    if answering not in machine:
        kind = Kind.LINK_LOST
    else:
        kind = Kind.LINK_MISSED if target in machine else Kind.LINK_OUT_OF_REACH
    ours = machine.get(answering)
    said = " | ".join(ours.replies or ()) if ours else ""
    return Difference(REPLY_TO, kind, item.source, item.span, ours.id if ours else None, item.id, said, target)


def _wrong(item: Item, machine: Mapping[str, Item], target: str) -> Difference:
    right = " | ".join(item.replies or ())
    return Difference(
        REPLY_TO, Kind.LINK_WRONG, item.source, item.span, machine[item.id].id, item.id, target, right
    )  # fmt: skip
