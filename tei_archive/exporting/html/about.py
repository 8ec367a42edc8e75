"""The page about the edition: who made it, from what, by which principles, how far it is reviewed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from tei_archive.exporting.html.catalogue import Catalogue, Link
from tei_archive.exporting.html.links import tei_file
from tei_archive.exporting.html.terms import PRINCIPLES, state_name
from tei_archive.exporting.html.texts import Texts
from tei_archive.model import Source, SourceNote
from tei_archive.tei import EncodedDocument
from tei_archive.tei.names import local_name, one_line, qualified

_PRINCIPLES = ".//{*}encodingDesc/{*}editorialDecl"


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source: where it comes from, its checksum, how many documents were found in it, and its copy in the site."""

    note: SourceNote
    sha256: str
    documents: str
    href: str


@dataclass(frozen=True, slots=True)
class Principle:
    """What a header says about one side of the encoding, in paragraphs, and in which language."""

    label: str
    language: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AboutView:
    """What the page about the edition shows."""

    sources: tuple[SourceView, ...]
    principles: tuple[Principle, ...]
    review: tuple[str, ...]
    files: tuple[Link, ...]


def view_about(catalogue: Catalogue) -> AboutView:
    """Give back what the page about the edition shows, from its settings and the headers of its files."""
    states = Counter(encoded.document.status for encoded in catalogue.documents)
    found = Counter(encoded.document.source for encoded in catalogue.documents)
    texts = catalogue.texts
    ordered = sorted(catalogue.documents, key=lambda encoded: encoded.document.id)
    return AboutView(
        sources=tuple(_source(catalogue, source, found[source.name]) for source in catalogue.sources.values()),
        principles=tuple(dict.fromkeys(_principles(texts, ordered))),
        review=tuple(f"{_documents(texts, n)}: {state_name(texts, status)}" for status, n in sorted(states.items())),
        files=tuple(Link(encoded.document.title, tei_file(encoded.document.id)) for encoded in ordered),
    )


def _source(catalogue: Catalogue, source: Source, found: int) -> SourceView:
    notes = (note for note in catalogue.project.sources if note.file == source.name)
    note = next(notes, SourceNote(source.name))
    return SourceView(note, source.sha256, _documents(catalogue.texts, found), f"sources/{source.name}")


def _principles(texts: Texts, documents: Iterable[EncodedDocument]) -> Iterator[Principle]:
    """Give back what the headers say. Most headers of an edition say the same to the letter, so each is read once."""
    found = (element for encoded in documents for element in encoded.root.iterfind(_PRINCIPLES))
    different = {etree.tostring(element, with_tail=False): element for element in found}
    for element in (child for declaration in different.values() for child in declaration.iterchildren("*")):
        name = local_name(element)
        paragraphs = tuple(
            one_line("".join(map(str, paragraph.itertext()))) for paragraph in element.iter(qualified("p"))
        )
        if paragraphs:
            label = texts.gettext(PRINCIPLES[name]) if name in PRINCIPLES else ""
            language = element.xpath("string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)")
            yield Principle(label, str(language), paragraphs)


def _documents(texts: Texts, number: int) -> str:
    return texts.ngettext("%(num)s document", "%(num)s documents", number)
