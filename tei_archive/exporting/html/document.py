"""The page of a document: what is known, the text, the exchange it belongs to, its neighbours, how to cite it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from tei_archive.exporting.html.alignment import Aligned, Passage
from tei_archive.exporting.html.apparatus import Row, build_apparatus
from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.exporting.html.chains import Chain
from tei_archive.exporting.html.downloads import Download, downloads_of
from tei_archive.exporting.html.linked_data import MachineReadable, describe_document
from tei_archive.exporting.html.links import permalink, tei_file, text_file
from tei_archive.exporting.html.neighbours import Neighbours, neighbours_by_pair, neighbours_in_time
from tei_archive.model import SourceNote


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The stretch of the source that a document was read from, in passages, and where the source comes from."""

    passages: tuple[Passage, ...]
    where: str
    note: SourceNote | None


@dataclass(frozen=True, slots=True)
class Citation:
    """What a reference to a document names; `address` is its permalink, or its id where the edition has no address.

    `source` is the title of the source, empty where it has none.
    """

    title: str
    edition: str
    details: str
    source: str
    address: str
    is_link: bool


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Everything that the page of a document shows."""

    item: Item
    language: str
    rows: tuple[Row, ...]
    text: Markup
    chain: Chain | None
    neighbours: Neighbours
    same_pair: Neighbours
    excerpt: Excerpt | None
    citation: Citation
    tei: str
    plain_text: str
    downloads: tuple[Download, ...]
    machine: MachineReadable


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What each document belongs to, by its id: its exchange, its neighbours in time, those between the same two."""

    chains: Mapping[str, Chain]
    in_time: Mapping[str, Neighbours]
    by_pair: Mapping[str, Neighbours]


def find_surroundings(catalogue: Catalogue, chains: Iterable[Chain]) -> Surroundings:
    """Give back what the documents of an edition belong to."""
    of_document = {item.id: chain for chain in chains for item in chain.members}
    return Surroundings(of_document, neighbours_in_time(catalogue), neighbours_by_pair(catalogue))


def view_document(catalogue: Catalogue, aligned: Aligned, text: Markup, surroundings: Surroundings) -> DocumentView:
    """Give back what the page of a document shows."""
    document = aligned.encoded.document
    item = catalogue.items[document.id]
    excerpt = _excerpt(catalogue, aligned)
    return DocumentView(
        item=item,
        language=document.language,
        rows=build_apparatus(catalogue, document),
        text=text,
        chain=surroundings.chains.get(document.id),
        neighbours=surroundings.in_time[document.id],
        same_pair=surroundings.by_pair.get(document.id, Neighbours()),
        excerpt=excerpt,
        citation=_citation(catalogue, item, excerpt),
        tei=tei_file(document.id),
        plain_text=text_file(document.id),
        downloads=downloads_of(document.id),
        machine=describe_document(catalogue, document),
    )


def _excerpt(catalogue: Catalogue, aligned: Aligned) -> Excerpt | None:
    document = aligned.encoded.document
    source = catalogue.sources.get(document.source)
    if source is None:
        return None
    texts, span = catalogue.texts, document.span
    where = texts.gettext(
        "%(file)s, characters %(start)s to %(end)s",
        file=source.name,
        start=texts.number(span.start),
        end=texts.number(span.end),
    )
    note = next((note for note in catalogue.project.sources if note.file == source.name), None)
    return Excerpt(aligned.passages, where, note)


def _citation(catalogue: Catalogue, item: Item, excerpt: Excerpt | None) -> Citation:
    project, texts = catalogue.project, catalogue.texts
    editors = ", ".join(person.name for person in project.editors)
    parts = (
        texts.gettext("ed. by %(names)s", names=editors) if editors else "",
        project.publisher if project.publisher != editors else "",
        texts.day(project.date) if project.date else "",
        texts.gettext("version %(version)s", version=project.version),
        texts.gettext("document %(number)s", number=item.number),
    )
    details = ", ".join(part for part in parts if part)
    address = permalink(project.base_url, item.id)
    source = (excerpt.note.title or "") if excerpt and excerpt.note else ""
    return Citation(item.title, project.title, details, source, address or item.id, is_link=address is not None)
