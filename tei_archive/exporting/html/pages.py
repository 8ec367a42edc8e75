"""The pages of the site: which there are, from which template, and what each shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_archive.exporting.html.about import view_about
from tei_archive.exporting.html.catalogue import Catalogue
from tei_archive.exporting.html.chains import Chain, build_chains
from tei_archive.exporting.html.document import view_document
from tei_archive.exporting.html.index import view_index
from tei_archive.exporting.html.links import permalink, permalink_page
from tei_archive.exporting.html.persons import view_persons
from tei_archive.exporting.html.places import view_places
from tei_archive.exporting.html.transform import build_transform
from tei_archive.model import Registers


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, its template, its title, and what the template shows."""

    path: str
    template: str
    title: str
    view: object


def build_pages(catalogue: Catalogue, registers: Registers, folder: Path) -> Iterator[Page]:
    """Give back the pages of the site, one after another."""
    texts = catalogue.texts
    chains = build_chains(catalogue)
    persons = view_persons(catalogue, registers)
    yield Page("index.html", "index.html", catalogue.project.title, view_index(catalogue))
    yield Page("chains.html", "chains.html", texts.gettext("Exchanges"), chains)
    yield Page("persons.html", "persons.html", texts.gettext("Persons and organisations"), persons)
    yield Page("places.html", "places.html", texts.gettext("Places"), view_places(catalogue, registers))
    yield Page("about.html", "about.html", texts.gettext("About this edition"), view_about(catalogue))
    yield from _documents(catalogue, chains, folder)
    yield from _permalinks(catalogue)
    for person in (*persons.persons, *persons.organisations):
        yield Page(person.href, "person.html", person.name, person)


def _documents(catalogue: Catalogue, chains: tuple[Chain, ...], folder: Path) -> Iterator[Page]:
    transform = build_transform(folder, catalogue.texts)
    pages = catalogue.pages | {f"doc:{id_}" for id_ in catalogue.items}
    of_document = {item.id: chain for chain in chains for item in chain.members}
    for encoded in catalogue.documents:
        view = view_document(catalogue, encoded.document, transform(encoded, pages), of_document)
        yield Page(view.item.href, "document.html", view.item.title, view)


def _permalinks(catalogue: Catalogue) -> Iterator[Page]:
    """Give back the pages that lead from the lasting address of each document to its page."""
    for item in catalogue.chronology:
        if permalink(catalogue.project.base_url, item.id):
            yield Page(permalink_page(item.id), "permalink.html", item.title, item)
