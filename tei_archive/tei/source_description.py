"""The `sourceDesc` of a document: the file it was cut from, and what the print says of its original."""

from __future__ import annotations

from lxml import etree

from tei_archive.model import Document, Project, Source, SourceNote
from tei_archive.tei.building import build
from tei_archive.tei.claims import plain_claim_attributes
from tei_archive.tei.names import XML_ID, one_line, word


def encode_source(document: Document, source: Source, project: Project) -> etree._Element:
    """Give back the `sourceDesc`: file, checksum and character range, and the archival reference where one was read."""
    return build("sourceDesc", {}, _encode_file(document, source, project), _encode_archive(document))


def _encode_file(document: Document, source: Source, project: Project) -> etree._Element:
    notes = (note for note in project.sources if note.file == source.name)
    note = next(notes, SourceNote(source.name))
    start, end = str(document.span.start), str(document.span.end)
    return build(
        "bibl",
        {XML_ID: "src.raw", "type": word(note.kind) if note.kind else None},
        build("title", {}, one_line(note.title or source.name)),
        build("ref", {"target": note.url}, note.url) if note.url else None,
        build("date", {"type": "accessed", "when": note.accessed}, note.accessed) if note.accessed else None,
        build("idno", {"type": "filename"}, source.name),
        build("idno", {"type": "sha256"}, source.sha256),
        build("biblScope", {"unit": "character", "from": start, "to": end}, f"characters {start} to {end}"),
    )


def _encode_archive(document: Document) -> etree._Element | None:
    claim = document.archive_ref
    if claim is None:
        return None
    return build("bibl", {"type": "archival", **plain_claim_attributes(claim, document.source)}, one_line(claim.value))
