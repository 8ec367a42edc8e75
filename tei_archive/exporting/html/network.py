"""The network of correspondents: who exchanged letters with whom, and the order in which a figure shows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tei_archive.exporting.html.letters import Party, by_name
from tei_archive.exporting.html.pairs import Pair

# What a figure can show and still be read; the table of pairs has them all.
_LARGEST = 48
_ROUNDS = 24


@dataclass(frozen=True, slots=True)
class Node:
    """A correspondent, and the number of letters to and from all others."""

    party: Party
    letters: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two correspondents, by their places among the nodes, and the letters between them."""

    first: int
    second: int
    letters: int


@dataclass(frozen=True, slots=True)
class Network:
    """The correspondents with most letters in the order of the figure; `total` counts all that there are."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    total: int


def build_network(pairs: Sequence[Pair]) -> Network:
    """Give back the network of the strongest correspondents, in an order that keeps those who correspond close."""
    letters: dict[Party, int] = {}
    for pair in pairs:
        for party in pair.parties:
            letters[party] = letters.get(party, 0) + len(pair.letters)
    strongest = sorted(letters, key=lambda party: (-letters[party], *by_name(party)))[:_LARGEST]
    among = frozenset(strongest)
    shown = [pair for pair in pairs if among.issuperset(pair.parties)]
    ordered = _arrange(strongest, shown)
    places = {party: place for place, party in enumerate(ordered)}
    ends = (sorted(places[party] for party in pair.parties) for pair in shown)
    edges = (Edge(first, second, len(pair.letters)) for (first, second), pair in zip(ends, shown, strict=True))
    return Network(tuple(Node(party, letters[party]) for party in ordered), tuple(edges), len(letters))


def _arrange(parties: Sequence[Party], pairs: Iterable[Pair]) -> tuple[Party, ...]:
    """Put parties on a line so that those who exchange letters stand near each other.

    The barycentre heuristic of Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
    structures", IEEE Transactions on Systems, Man, and Cybernetics 11 (1981), on one line: each moves to the mean
    place of its correspondents, weighted with the letters, until nothing moves. The order with the shortest lines of
    all that were tried is kept. The first has the strongest in the middle and the others by turns on either side.
    """
    weights = _weights(pairs)
    ordered = best = (*parties[1::2][::-1], *parties[::2])
    least = _length(best, weights)
    for _ in range(_ROUNDS):
        before, ordered = ordered, _by_barycentre(ordered, weights)
        if (length := _length(ordered, weights)) < least:
            best, least = ordered, length
        if ordered == before:
            break
    return best


_Weights = Mapping[Party, Mapping[Party, int]]


def _weights(pairs: Iterable[Pair]) -> _Weights:
    weights: dict[Party, dict[Party, int]] = {}
    for pair in pairs:
        first, second = pair.parties
        weights.setdefault(first, {})[second] = weights.setdefault(second, {})[first] = len(pair.letters)
    return weights


def _by_barycentre(ordered: tuple[Party, ...], weights: _Weights) -> tuple[Party, ...]:
    """The place of a party itself counts as well, or two who write to each other alone would change places for ever."""
    places = {party: place for place, party in enumerate(ordered)}

    def barycentre(party: Party) -> tuple[float, int]:
        others = weights.get(party, {})
        total = sum(others.values())
        own = (total or 1) * places[party]
        pulled = own + sum(letters * places[other] for other, letters in others.items())
        return (pulled / (total + (total or 1)), places[party])

    return tuple(sorted(ordered, key=barycentre))


def _length(ordered: tuple[Party, ...], weights: _Weights) -> int:
    """The lengths of all lines, each as often as there are letters; every line counts twice."""
    places = {party: place for place, party in enumerate(ordered)}
    return sum(
        letters * abs(places[party] - places[other])
        for party, others in weights.items()
        for other, letters in others.items()
    )
