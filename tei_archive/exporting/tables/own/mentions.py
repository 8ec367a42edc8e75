"""The table of mentions: a row for each name in a text that the registers know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_archive.exporting.tables.column import NIF, Column
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.own.letter_rows import Letter, letters
from tei_archive.exporting.tables.own.pointers import EntryKind, entries_by_pointer, first_pointer
from tei_archive.exporting.tables.own.register_rows import NAMES
from tei_archive.exporting.tables.own.spans import end_column, start_column
from tei_archive.exporting.tables.table import ForeignKey, Table, reader
from tei_archive.model import Block, Document, Mark, Span
from tei_archive.tei import EncodedEdition, align


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text of a letter, what it points to, and where it stands in the source, if that is known."""

    letter: Letter
    pointer: str
    kind: EntryKind
    words: str
    span: Span | None


def mentions(edition: EncodedEdition) -> Iterator[Mention]:
    """Give back the names that point to an entry of the registers, in the order of letters and texts."""
    known = entries_by_pointer(edition.registers)
    sources = {source.name: source.text for source in edition.sources}
    for letter in letters(edition):
        for block, start in _places(letter.document, sources.get(letter.document.source)):
            for mark in block.marks:
                pointer = first_pointer(mark.ref) if mark.kind in NAMES else ""
                if pointer in known:
                    kind, _ = known[pointer]
                    yield Mention(letter, pointer, kind, mark.span.cut(block.text), _moved(mark, start))


def _places(document: Document, source: str | None) -> Iterator[tuple[Block, int | None]]:
    """The blocks of a document and where each begins in its source; nowhere, where the two do not agree.

    The text of enclosures follows that of the document, whose span takes both in.
    """
    blocks = (*document.blocks, *(block for enclosure in document.enclosures for block in enclosure.blocks))
    spans = align([block.text for block in blocks], source, document.span) if source is not None else None
    starts = [span.start for span in spans] if isinstance(spans, tuple) else [None] * len(blocks)
    yield from zip(document.blocks, starts, strict=False)


def _moved(mark: Mark, start: int | None) -> Span | None:
    return Span(start + mark.span.start, start + mark.span.end) if start is not None else None


def _file(mention: Mention) -> Path:
    return mention.letter.file.path


_COLUMNS: tuple[Column[Mention], ...] = (
    Column(
        "letter_id",
        Kind.ID,
        lambda mention: (mention.letter.document.id,),
        ("document", "Schriftstück", "document"),
    ),
    Column(
        "entry_id",
        Kind.ID,
        lambda mention: (mention.pointer,),
        ("whom or what it names", "wen oder was es nennt", "qui ou ce qu’il nomme"),
    ),
    Column(
        "kind",
        Kind.ENTRY,
        lambda mention: (mention.kind.value,),
        ("kind of entry", "Art des Eintrags", "type de notice"),
    ),
    Column(
        "text",
        Kind.TEXT,
        lambda mention: (mention.words,),
        ("name in the text", "Name im Text", "nom dans le texte"),
        NIF + "anchorOf",
    ),
    start_column(lambda mention: mention.span),
    end_column(lambda mention: mention.span),
)

MENTIONS = Table(
    "mentions",
    "One row for each name in the text of a letter that points to an entry of the registers.",
    _COLUMNS,
    reader(_COLUMNS, mentions, _file),
    foreign_keys=(ForeignKey("letter_id", "letters"), ForeignKey("entry_id", "entries")),
)
