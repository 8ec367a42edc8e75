"""Columns of the letters table, in its order: name, kind of cell, and the function that reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tei_archive.exporting.tables import cells
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.letters import Letter
from tei_archive.model import ActionType

SEPARATOR = " | "

_SENT, _RECEIVED = ActionType.SENT, ActionType.RECEIVED


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `many` says that a cell may hold several values."""

    name: str
    kind: Kind
    values: Callable[[Letter], cells.Values]
    many: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("id", Kind.ID, lambda letter: (letter.document.id,)),
    Column("source", Kind.TEXT, lambda letter: (letter.document.source,)),
    Column("start", Kind.COUNT, cells.start),
    Column("end", Kind.COUNT, cells.end),
    Column("part_of", Kind.ID, lambda letter: (letter.part_of or "",)),
    Column("relation", Kind.RELATION, cells.relation),
    Column("kind", Kind.TEXT, lambda letter: (letter.document.kind,)),
    Column("title", Kind.TEXT, lambda letter: (letter.document.title,)),
    Column("number", Kind.TEXT, lambda letter: cells.claimed(letter.document.number)),
    Column("edition_number", Kind.TEXT, lambda letter: cells.claimed(letter.document.edition_number)),
    Column("sender", Kind.TEXT, partial(cells.names, type_=_SENT), many=True),
    Column("sender_role", Kind.TEXT, partial(cells.roles, type_=_SENT), many=True),
    Column("sender_id", Kind.ID, partial(cells.refs, type_=_SENT), many=True),
    Column("sender_cert", Kind.CERTAINTY, partial(cells.names_certainty, type_=_SENT)),
    Column("sender_place", Kind.TEXT, partial(cells.place, type_=_SENT)),
    Column("sender_place_id", Kind.ID, partial(cells.place_ref, type_=_SENT)),
    Column("addressee", Kind.TEXT, partial(cells.names, type_=_RECEIVED), many=True),
    Column("addressee_role", Kind.TEXT, partial(cells.roles, type_=_RECEIVED), many=True),
    Column("addressee_id", Kind.ID, partial(cells.refs, type_=_RECEIVED), many=True),
    Column("addressee_cert", Kind.CERTAINTY, partial(cells.names_certainty, type_=_RECEIVED)),
    Column("addressee_place", Kind.TEXT, partial(cells.place, type_=_RECEIVED)),
    Column("addressee_place_id", Kind.ID, partial(cells.place_ref, type_=_RECEIVED)),
    Column("cc", Kind.TEXT, cells.copies, many=True),
    Column("date", Kind.EDTF, cells.date),
    Column("date_from", Kind.DAY, cells.first_day),
    Column("date_to", Kind.DAY, cells.last_day),
    Column("date_text", Kind.TEXT, cells.date_text),
    Column("date_calendar", Kind.TEXT, cells.calendar, many=True),
    Column("date_cert", Kind.CERTAINTY, cells.date_certainty),
    Column("date_received", Kind.EDTF, cells.date_received),
    Column("language", Kind.LANGUAGE, lambda letter: (letter.document.language,)),
    Column("classification", Kind.TEXT, lambda letter: cells.claimed(letter.document.classification)),
    Column("reply_to", Kind.ID, cells.replied_ids, many=True),
    Column("reply_to_text", Kind.TEXT, cells.replied_words, many=True),
    Column("reply_cert", Kind.CERTAINTY, cells.reply_certainty),
    Column("archive_ref", Kind.TEXT, lambda letter: cells.claimed(letter.document.archive_ref)),
    Column("pages", Kind.TEXT, cells.pages, many=True),
    Column("words", Kind.COUNT, cells.words),
    Column("review", Kind.TEXT, lambda letter: (letter.document.status,)),
    Column("url", Kind.ADDRESS, cells.url),
    Column("tei_file", Kind.TEXT, cells.tei_file),
    Column("tei_sha256", Kind.CHECKSUM, lambda letter: (letter.file.sha256,)),
)
