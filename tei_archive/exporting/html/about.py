"""The page about the edition: who made it, from what, with which programs, how far it is reviewed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tei_archive.exporting.html.catalogue import Catalogue, Link
from tei_archive.exporting.html.downloads import Download, downloads_of_all
from tei_archive.exporting.html.links import tei_file
from tei_archive.exporting.html.terms import state_name
from tei_archive.exporting.html.texts import Texts
from tei_archive.exporting.html.withdrawn import WithdrawnView, view_withdrawn
from tei_archive.model import Source, SourceNote
from tei_archive.tei import EncodedDocument
from tei_archive.tei.names import one_line

_APPLICATIONS = ".//{*}encodingDesc/{*}appInfo/{*}application"


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source: where it comes from, its checksum, how many documents were found in it, and its copy in the site."""

    note: SourceNote
    sha256: str
    documents: str
    href: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """What the page about the edition shows; `encoders` are the programs that the headers name, with their settings."""

    sources: tuple[SourceView, ...]
    encoders: tuple[str, ...]
    review: tuple[str, ...]
    files: tuple[Link, ...]
    downloads: tuple[Download, ...]
    withdrawn: tuple[WithdrawnView, ...]


def view_about(catalogue: Catalogue) -> AboutView:
    """Give back what the page about the edition shows, from its settings and the headers of its files."""
    states = Counter(encoded.document.status for encoded in catalogue.documents)
    found = Counter(encoded.document.source for encoded in catalogue.documents)
    texts = catalogue.texts
    ordered = sorted(catalogue.documents, key=lambda encoded: encoded.document.id)
    return AboutView(
        sources=tuple(_source(catalogue, source, found[source.name]) for source in catalogue.sources.values()),
        encoders=tuple(dict.fromkeys(encoder for encoded in ordered for encoder in _encoders(encoded))),
        review=tuple(f"{_documents(texts, n)}: {state_name(texts, status)}" for status, n in sorted(states.items())),
        files=tuple(Link(encoded.document.title, tei_file(encoded.document.id)) for encoded in ordered),
        downloads=downloads_of_all(),
        withdrawn=view_withdrawn(catalogue),
    )


def _source(catalogue: Catalogue, source: Source, found: int) -> SourceView:
    notes = (note for note in catalogue.project.sources if note.file == source.name)
    note = next(notes, SourceNote(source.name))
    return SourceView(note, source.sha256, _documents(catalogue.texts, found), f"sources/{source.name}")


def _encoders(encoded: EncodedDocument) -> Iterator[str]:
    for application in encoded.root.iterfind(_APPLICATIONS):
        name = one_line(application.findtext("{*}label", "")) or application.get("ident", "")
        details = [one_line("".join(map(str, child.itertext()))) for child in application.iterfind("{*}ab")]
        yield ", ".join(filter(None, (f"{name} {application.get('version', '')}".strip(), *details)))


def _documents(texts: Texts, number: int) -> str:
    return texts.ngettext("%(num)s document", "%(num)s documents", number)
