"""The first page: every document in the order of time, and the facets that narrow the list."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.exporting.html.dates import date_words
from tei_archive.exporting.html.facets import Facet, build_facets
from tei_archive.exporting.html.linked_data import describe_edition
from tei_archive.model import Document, answers


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the list, what it answers, and the keys of its facets as JSON for the filter."""

    item: Item
    answers: tuple[Item, ...]
    facets: str


@dataclass(frozen=True, slots=True)
class Year:
    """The documents of a year, or those without a date."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """What the first page shows."""

    editors: str
    span: str
    total: int
    facets: tuple[Facet, ...]
    years: tuple[Year, ...]
    json_ld: Markup


def view_index(catalogue: Catalogue) -> IndexView:
    """Give back what the first page shows."""
    texts = catalogue.texts
    facets = build_facets(catalogue)
    answered = {encoded.document.id: _answered(catalogue, encoded.document) for encoded in catalogue.documents}
    dated = [date_words(texts, item.when) for item in catalogue.chronology if item.when]
    return IndexView(
        editors=", ".join(person.name for person in catalogue.project.editors),
        span=texts.gettext("%(first)s to %(last)s", first=dated[0], last=dated[-1]) if len(dated) > 1 else "",
        total=len(catalogue.chronology),
        json_ld=describe_edition(catalogue.project),
        facets=facets.offered,
        years=tuple(
            Year(
                year or texts.gettext("Without a date"),
                tuple(Entry(item, answered[item.id], facets.keys[item.id]) for item in items),
            )
            for year, items in groupby(catalogue.chronology, lambda item: item.year)
        ),
    )


def _answered(catalogue: Catalogue, document: Document) -> tuple[Item, ...]:
    return tuple(
        catalogue.items[ref.target] for ref in answers(document) if ref.target and ref.target in catalogue.items
    )
