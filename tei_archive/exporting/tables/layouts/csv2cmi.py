"""The table that csv2cmi turns into CMIF, and the settings that it needs beside it (version 3.0.0).

Its notation: `[name]` is a conjecture, a sign after a date says that it is not certain, `|` stands between several
names of one cell, and `edition` is the short title whose section in the settings has the full one. csv2cmi leaves out
rows without an edition, and the Correspondence Metadata Interchange Format wants a name on either side.
"""

from __future__ import annotations

import configparser
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from tei_archive.exporting.authorities import Authority, address_in
from tei_archive.exporting.tables.column import Column, Values
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.own import letter_cells
from tei_archive.exporting.tables.own.letter_rows import Letter, letters
from tei_archive.exporting.tables.own.pointers import entries_by_pointer, first_pointer
from tei_archive.exporting.tables.table import Table, reader
from tei_archive.model import ActionType, Agent, Certainty, Claim, Entry, Evidence, Project, Reserve
from tei_archive.tei import EncodedEdition

T = TypeVar("T")

SETTINGS_FILE = "csv2cmi.ini"

_DELIMITER = "|"
_UNKNOWN = "Unknown"
_SENT, _RECEIVED = ActionType.SENT, ActionType.RECEIVED
# The files that CMIF takes names from, the most usual one first.
_AUTHORITIES = (Authority.GND, Authority.VIAF)
# Sections that mean something else to csv2cmi, or to the form of its settings.
_RESERVED = frozenset({"Project", "Edition", configparser.DEFAULTSECT})


@dataclass(frozen=True, slots=True)
class Indexed:
    """A letter, and the entries of the registers by their pointers."""

    letter: Letter
    entries: Mapping[str, Entry]


def settings(edition: EncodedEdition) -> bytes:
    """Give back `csv2cmi.ini`: the project, and the full title of the edition."""
    project = edition.project
    bibliography = {"title": _option(project.title), "type": project.cmif.type or "online"}
    url = project.cmif.url or (f"{project.base_url.rstrip('/')}/cmif.xml" if project.base_url else None)
    licence = project.cmif.licence or project.licence
    written = configparser.ConfigParser()
    written.optionxform = _as_it_is  # type: ignore[assignment, method-assign]  # else fileURL loses its capitals
    written["Project"] = {
        "title": _option(project.title),
        "editor": _option(*(f"{one.name} <{one.email}>" if one.email else one.name for one in project.editors)),
        "publisher": _option(project.publisher),
        **({"fileURL": _option(url)} if url else {}),
        **({"license": _option(licence)} if licence else {}),
        "extra-delimiter": _DELIMITER,
    }
    written["Edition"] = bibliography
    written[short_title(project)] = bibliography
    text = io.StringIO()
    written.write(text)
    return text.getvalue().encode("utf-8")


def short_title(project: Project) -> str:
    """Give back the short title for the column `edition`: the siglum, unless csv2cmi takes it for something else."""
    return f"{project.siglum} (edition)" if project.siglum in _RESERVED else project.siglum


def _as_it_is(option: str) -> str:
    return option


def _option(*lines: str) -> str:
    """The value of an option, one line each; a per cent sign would begin a reference to another option."""
    return "\n".join(" ".join(line.split()).replace("%", "%%") for line in lines)


def _rows(edition: EncodedEdition) -> Iterator[Indexed]:
    """The letters; enclosures have neither sender nor addressee."""
    entries = {pointer: entry for pointer, (_, entry) in entries_by_pointer(edition.registers).items()}
    return (Indexed(letter, entries) for letter in letters(edition) if letter.part_of is None)


def _names(row: Indexed, type_: ActionType) -> Values:
    """The names that the registers prefer, else those printed; copies are addressed to those who received them."""
    return tuple(_bracketed(_name(row, agent), agent.name or agent.role) for agent in _agents(row, type_)) or (
        _UNKNOWN,
    )


def _name_ids(row: Indexed, type_: ActionType) -> Values:
    return tuple(_address(row, agent.ref, _AUTHORITIES) for agent in _agents(row, type_))


def _place(row: Indexed, type_: ActionType) -> Values:
    action = row.letter.document.action(type_)
    if action is None or action.place is None:
        return ()
    entry = row.entries.get(first_pointer(action.place.value.ref))
    return (_bracketed(entry.name if entry else action.place.value.name, action.place),)


def _place_id(row: Indexed, type_: ActionType) -> Values:
    action = row.letter.document.action(type_)
    return (_address(row, action.place.value.ref, (Authority.GEONAMES,)),) if action and action.place else ()


def _date(row: Indexed, type_: ActionType) -> Values:
    """The date with the sign of its reserve; an uncertain date without one gets the question mark."""
    action = row.letter.document.action(type_)
    if action is None or action.date is None:
        return ()
    value, is_low = action.date.value, action.date.certainty is Certainty.LOW
    return (replace(value, reserve=Reserve.UNCERTAIN).edtf if is_low and not value.reserve else value.edtf,)


def _date_text(row: Indexed, type_: ActionType) -> Values:
    return letter_cells.date_words(row.letter, type_)


def _key(row: Indexed) -> Values:
    """The address of the letter, its number in the print, or its id: the first that there is."""
    document = row.letter.document
    return letter_cells.url(row.letter) or letter_cells.claimed(document.edition_number) or (document.id,)


def _agents(row: Indexed, type_: ActionType) -> tuple[Agent, ...]:
    """Those who took part, the receivers of copies last."""
    acts = sorted((act for act in row.letter.document.actions if act.type is type_), key=lambda act: act.copy)
    return tuple(agent for act in acts for agent in act.agents)


def _name(row: Indexed, agent: Agent) -> str:
    entry = row.entries.get(first_pointer(agent.ref))
    return entry.name if entry and entry.name_known else agent.label


def _bracketed(name: str, claim: Claim[T] | None) -> str:
    return f"[{name}]" if claim and claim.evidence is Evidence.CONJECTURE else name


def _address(row: Indexed, ref: str | None, authorities: Iterable[Authority]) -> str:
    entry = row.entries.get(first_pointer(ref))
    found = (address_in(entry, authority) for authority in authorities) if entry else iter(())
    return next(filter(None, found), "")


def _file(row: Indexed) -> Path:
    return row.letter.file.path


_COLUMNS: tuple[Column[Indexed], ...] = (
    Column("sender", Kind.TEXT, partial(_names, type_=_SENT), many=True),
    Column("senderID", Kind.ADDRESS, partial(_name_ids, type_=_SENT), many=True),
    Column("senderPlace", Kind.TEXT, partial(_place, type_=_SENT)),
    Column("senderPlaceID", Kind.ADDRESS, partial(_place_id, type_=_SENT)),
    Column("senderDate", Kind.DOUBTED_EDTF, partial(_date, type_=_SENT)),
    Column("senderDateText", Kind.TEXT, partial(_date_text, type_=_SENT)),
    Column("addressee", Kind.TEXT, partial(_names, type_=_RECEIVED), many=True),
    Column("addresseeID", Kind.ADDRESS, partial(_name_ids, type_=_RECEIVED), many=True),
    Column("addresseePlace", Kind.TEXT, partial(_place, type_=_RECEIVED)),
    Column("addresseePlaceID", Kind.ADDRESS, partial(_place_id, type_=_RECEIVED)),
    Column("addresseeDate", Kind.DOUBTED_EDTF, partial(_date, type_=_RECEIVED)),
    Column("addresseeDateText", Kind.TEXT, partial(_date_text, type_=_RECEIVED)),
    Column("edition", Kind.TEXT, lambda row: (short_title(row.letter.edition.project),)),
    Column("key", Kind.TEXT, _key),
    Column("note", Kind.TEXT, lambda row: (row.letter.document.title,)),
)

LETTERS = Table(
    "letters",
    "One row for each letter, for csv2cmi.",
    _COLUMNS,
    reader(_COLUMNS, _rows, _file),
    separator=_DELIMITER,
)
