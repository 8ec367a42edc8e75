"""The page of the network: the figure, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from tei_archive.exporting.html.drawing.svg import Figure
from tei_archive.exporting.html.figures import figure_of_network
from tei_archive.exporting.html.letters import Party, by_name
from tei_archive.exporting.html.network import build_network
from tei_archive.exporting.html.pairs import Pair, pairs_by_party
from tei_archive.exporting.html.texts import Texts


@dataclass(frozen=True, slots=True)
class Correspondent:
    """A correspondent, the number of letters, and the pairs, those with most letters first."""

    party: Party
    letters: int
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """What the page of the network shows: `shown` correspondents stand in the figure, all in the table."""

    figure: Figure | None
    shown: int
    correspondents: tuple[Correspondent, ...]


def view_network(texts: Texts, pairs: Sequence[Pair]) -> NetworkView:
    """Give back what the page of the network shows, the correspondents with most letters first."""
    network = build_network(pairs)
    parties = {party.key: party for pair in pairs for party in pair.parties}
    found = (
        Correspondent(parties[key], sum(len(pair.letters) for pair in of_party), of_party)
        for key, of_party in pairs_by_party(pairs).items()
    )
    ordered = sorted(found, key=lambda one: (-one.letters, *by_name(one.party)))
    return NetworkView(figure_of_network(texts, network), len(network.nodes), tuple(ordered))
