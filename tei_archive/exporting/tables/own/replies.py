"""The table of replies: a row for each reference from one document of the edition to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_archive.exporting.tables.column import Column, Values
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.own.letter_rows import letters
from tei_archive.exporting.tables.own.spans import end_column, start_column
from tei_archive.exporting.tables.table import ForeignKey, Table, reader
from tei_archive.model import ContextRef, Relation
from tei_archive.tei import EncodedDocument, EncodedEdition


@dataclass(frozen=True, slots=True)
class Reply:
    """A reference whose target is in the edition, the document that makes it, and the text of its source."""

    ref: ContextRef
    target: str
    file: EncodedDocument
    source: str | None


def replies(edition: EncodedEdition) -> Iterator[Reply]:
    """Give back the references in the order of the letters; what both documents state is told by the one that answers.

    References without target, or to another edition, are none of them: a row has two ends.
    """
    rows = tuple(letters(edition))
    known = {row.document.id for row in rows}
    sources = {source.name: source.text for source in edition.sources}
    found = tuple(
        Reply(ref, ref.target, row.file, sources.get(row.document.source))
        for row in rows
        for ref in row.document.context
        if ref.target in known
    )
    stated = {(reply.file.document.id, reply.target) for reply in found if reply.ref.relation is Relation.IS_REPLY_TO}
    for reply in found:
        if reply.ref.relation is not Relation.HAS_REPLY or (reply.target, reply.file.document.id) not in stated:
            yield reply


def _evidence(reply: Reply) -> Values:
    """The words of the source; those of the TEI file where it names no stretch of the source."""
    return (reply.ref.words.cut(reply.source) if reply.ref.words and reply.source else reply.ref.label,)


def _file(reply: Reply) -> Path:
    return reply.file.path


_COLUMNS: tuple[Column[Reply], ...] = (
    Column(
        "from_id",
        Kind.ID,
        lambda reply: (reply.file.document.id,),
        ("document that refers", "verweisendes Schriftstück", "document qui renvoie"),
    ),
    Column(
        "to_id",
        Kind.ID,
        lambda reply: (reply.target,),
        ("document referred to", "Ziel des Verweises", "document visé"),
    ),
    Column(
        "subtype",
        Kind.REFERENCE,
        lambda reply: (reply.ref.relation.value,),
        ("kind of reference", "Art des Verweises", "type de renvoi"),
    ),
    Column(
        "cert",
        Kind.CERTAINTY,
        lambda reply: (reply.ref.certainty.value,),
        ("certainty of the reference", "Sicherheit des Verweises", "certitude du renvoi"),
    ),
    Column(
        "evidence_text",
        Kind.TEXT,
        _evidence,
        ("words of the reference", "Wortlaut des Verweises", "termes du renvoi"),
    ),
    start_column(lambda reply: reply.ref.words),
    end_column(lambda reply: reply.ref.words),
    Column(
        "rule",
        Kind.TEXT,
        lambda reply: (reply.ref.rule or "",),
        ("rule that read it", "Regel, die ihn gelesen hat", "règle qui l’a lu"),
    ),
)

REPLIES = Table(
    "replies",
    "One row for each reference of a letter to another of the edition.",
    _COLUMNS,
    reader(_COLUMNS, replies, _file),
    foreign_keys=(ForeignKey("from_id", "letters"), ForeignKey("to_id", "letters")),
)
