"""The `sourceDesc` of a document: the file it was cut from, and what the print says of its original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tei_archive.model import Document, Project, Source, SourceNote
from tei_archive.tei.building import Element, build, share
from tei_archive.tei.claims import plain_claim_attributes
from tei_archive.tei.names import XML_ID, one_line, word


def encode_source(document: Document, source: Source, project: Project) -> Element:
    """Give back the `sourceDesc`: file, checksum and character range, and the archival reference where one was read."""
    return build("sourceDesc", {}, _encode_file(document, source, project), _encode_archive(document))


def encode_sources(sources: Sequence[Source], project: Project) -> Element:
    """Give back a `sourceDesc` that lists all files with their checksums."""
    unknown = build("p", {}, "The headers of the documents say where each comes from.")
    files = (build("bibl", {"type": _kind(source, project)}, *_facts(source, project)) for source in sources)
    return build("sourceDesc", {}, *(files if sources else [unknown]))


def _encode_file(document: Document, source: Source, project: Project) -> Element:
    start, end = str(document.span.start), str(document.span.end)
    return build(
        "bibl",
        {XML_ID: "src.raw", "type": _kind(source, project)},
        *_shared_facts(source, project),
        build("biblScope", {"unit": "character", "from": start, "to": end}, f"characters {start} to {end}"),
    )


@lru_cache(maxsize=1)
def _shared_facts(source: Source, project: Project) -> tuple[Element, ...]:
    """The facts that all documents of a source repeat; the documents of one come one after the other."""
    return tuple(map(share, _facts(source, project)))


def _facts(source: Source, project: Project) -> Iterator[Element]:
    note = _note(source, project)
    yield build("title", {}, one_line(note.title or source.name))
    if note.url:
        yield build("ref", {"target": note.url}, note.url)
    if note.accessed:
        yield build("date", {"type": "accessed", "when": note.accessed}, note.accessed)
    yield build("idno", {"type": "filename"}, source.name)
    yield build("idno", {"type": "sha256"}, source.sha256)


def _kind(source: Source, project: Project) -> str | None:
    kind = _note(source, project).kind
    return word(kind) if kind else None


def _note(source: Source, project: Project) -> SourceNote:
    notes = (note for note in project.sources if note.file == source.name)
    return next(notes, SourceNote(source.name))


def _encode_archive(document: Document) -> Element | None:
    claim = document.archive_ref
    if claim is None:
        return None
    return build("bibl", {"type": "archival", **plain_claim_attributes(claim, document.source)}, one_line(claim.value))
