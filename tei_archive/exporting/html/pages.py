"""The pages of the site: which there are, from which template, and what each shows."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tei_archive.exporting.html.about import view_about
from tei_archive.exporting.html.alignment import align
from tei_archive.exporting.html.catalogue import Catalogue
from tei_archive.exporting.html.chains import Chain, build_chains
from tei_archive.exporting.html.document import find_surroundings, view_document
from tei_archive.exporting.html.index import view_index
from tei_archive.exporting.html.links import permalink, permalink_page
from tei_archive.exporting.html.overviews import build_overviews
from tei_archive.exporting.html.page import Page
from tei_archive.exporting.html.search import view_search
from tei_archive.exporting.html.transform import build_transform
from tei_archive.exporting.html.withdrawn import view_withdrawn
from tei_archive.model import Registers


def build_pages(catalogue: Catalogue, registers: Registers, folder: Path, ids: Mapping[str, str]) -> Iterator[Page]:
    """Give back the pages of the site, one after another; `ids` are those of the pages in the index of the search."""
    texts = catalogue.texts
    chains = build_chains(catalogue)
    yield Page("index.html", "index.html", catalogue.project.title, view_index(catalogue))
    yield Page("search.html", "search.html", texts.gettext("Search"), view_search(catalogue, ids))
    yield Page("about.html", "about.html", texts.gettext("About this edition"), view_about(catalogue))
    yield from build_overviews(catalogue, registers, chains, folder)
    yield from _documents(catalogue, chains, folder)
    yield from _permalinks(catalogue)
    yield from _withdrawn(catalogue)


def _documents(catalogue: Catalogue, chains: tuple[Chain, ...], folder: Path) -> Iterator[Page]:
    transform = build_transform(folder, catalogue.texts)
    pages = catalogue.pages | {f"doc:{id_}" for id_ in catalogue.items}
    surroundings = find_surroundings(catalogue, chains)
    for encoded in catalogue.documents:
        aligned = align(encoded, catalogue.sources.get(encoded.document.source))
        view = view_document(catalogue, aligned, transform(aligned.encoded, pages), surroundings)
        yield Page(view.item.href, "document.html", view.item.title, view)


def _permalinks(catalogue: Catalogue) -> Iterator[Page]:
    """Give back the pages that lead from the lasting address of each document to its page."""
    for item in catalogue.chronology:
        if permalink(catalogue.project.base_url, item.id):
            yield Page(permalink_page(item.id), "permalink.html", item.title, item)


def _withdrawn(catalogue: Catalogue) -> Iterator[Page]:
    """Give back what stands at the addresses of a document that is no more: a word about it, or the way on."""
    for gone in view_withdrawn(catalogue):
        if gone.replaced_by:
            yield Page(gone.href, "permalink.html", gone.replaced_by.title, gone.replaced_by)
        else:
            yield Page(gone.href, "withdrawn.html", gone.title, gone)
        if permalink(catalogue.project.base_url, gone.id):
            yield Page(permalink_page(gone.id), "permalink.html", gone.title, gone.replaced_by or gone)
