"""Pages that survey an edition: by time, by exchange, by pair, by person, by place, and in numbers."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tei_archive.exporting.html.catalogue import Catalogue
from tei_archive.exporting.html.chains import Chain
from tei_archive.exporting.html.chronology import view_chronology, view_years
from tei_archive.exporting.html.correspondence import Correspondence, build_correspondence
from tei_archive.exporting.html.encoding import view_encoding
from tei_archive.exporting.html.figures import both_names
from tei_archive.exporting.html.letters import Letter
from tei_archive.exporting.html.links import year_page
from tei_archive.exporting.html.network_page import view_network
from tei_archive.exporting.html.page import Page
from tei_archive.exporting.html.pair_pages import view_pair, view_pairs
from tei_archive.exporting.html.pairs import Pair
from tei_archive.exporting.html.persons import view_persons
from tei_archive.exporting.html.places import view_places
from tei_archive.exporting.html.review import view_review
from tei_archive.exporting.html.statistics import view_statistics
from tei_archive.exporting.html.texts import Texts
from tei_archive.model import Registers


def build_overviews(
    catalogue: Catalogue, registers: Registers, chains: Sequence[Chain], folder: Path
) -> Iterator[Page]:
    """Give back the pages, one after another; `folder` is that of the edition."""
    texts, found = catalogue.texts, build_correspondence(catalogue, registers)
    yield from _time(catalogue, found.letters)
    yield from _exchanges(texts, chains)
    yield from _pairs(texts, found)
    yield from _registers(catalogue, registers, found.pairs)
    statistics = view_statistics(catalogue, found.letters, found.pairs, found.answers)
    yield Page("statistics.html", "statistics.html", texts.gettext("Statistics"), statistics)
    yield Page("review.html", "review.html", texts.gettext("To be checked"), view_review(catalogue, folder))
    yield Page("encoding.html", "encoding.html", texts.gettext("How the text is encoded"), view_encoding(catalogue))


def _time(catalogue: Catalogue, letters: Sequence[Letter]) -> Iterator[Page]:
    title = catalogue.texts.gettext("Chronology")
    yield Page("chronology.html", "chronology.html", title, view_chronology(catalogue, letters))
    for year in view_years(catalogue):
        yield Page(year_page(year.year), "year.html", str(year.year), year)


def _exchanges(texts: Texts, chains: Sequence[Chain]) -> Iterator[Page]:
    yield Page("chains.html", "chains.html", texts.gettext("Exchanges"), chains)
    for chain in chains:
        title = texts.gettext("Exchange: %(title)s", title=chain.members[0].title)
        yield Page(chain.href, "chain.html", title, chain)


def _pairs(texts: Texts, found: Correspondence) -> Iterator[Page]:
    yield Page("pairs.html", "pairs.html", texts.gettext("Pairs of correspondents"), view_pairs(found.pairs))
    yield Page("network.html", "network.html", texts.gettext("Network"), view_network(texts, found.pairs))
    for pair in found.pairs:
        if pair.href:
            title = both_names(*(party.name for party in pair.parties))
            yield Page(pair.href, "pair.html", title, view_pair(texts, pair))


def _registers(catalogue: Catalogue, registers: Registers, pairs: Sequence[Pair]) -> Iterator[Page]:
    texts = catalogue.texts
    persons, places = view_persons(catalogue, registers, pairs), view_places(catalogue, registers)
    yield Page("persons.html", "persons.html", texts.gettext("Persons and organisations"), persons)
    yield Page("places.html", "places.html", texts.gettext("Places"), places)
    for person in (*persons.persons, *persons.organisations):
        yield Page(person.href, "person.html", person.name, person)
    for place in places.places:
        yield Page(place.href, "place.html", place.name, place)
