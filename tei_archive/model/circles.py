"""Circles: what would answer itself."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def find_circles(links: Collection[tuple[N, N]], name: Callable[[N], str]) -> Iterator[tuple[N, ...]]:
    """Give back every circle of answers once: each node answers the next, and the first comes again at the end.

    The first link of a circle, that of the node with the least name, is left out of the search for others.
    """
    remaining = dict.fromkeys(links)
    while (circle := _find_circle(remaining)) is not None:
        closing = min(pairwise(circle), key=lambda link: name(link[0]))
        del remaining[closing]
        start = circle.index(closing[0])
        yield (*circle[start:-1], *circle[:start], closing[0])


def _find_circle(links: Iterable[tuple[N, N]]) -> list[N] | None:
    sorter: TopologicalSorter[N] = TopologicalSorter()
    for origin, target in links:
        sorter.add(target, origin)
    try:
        sorter.prepare()
    except CycleError as error:
        return list(error.args[1])
    return None
