"""An edition with registers, names in its texts, and dates of several kinds; and tables read back."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

from zenda import LETTER, REPLY, STRAY, write_edition

from tei_archive import api
from tei_archive.exporting import TABLES, CsvLayout, CsvTables, OutputFile
from tei_archive.exporting.tables.csv_text import csv_text
from tei_archive.model import (
    ActionType,
    Agent,
    AgentKind,
    Claim,
    Coordinates,
    CorrespAction,
    Document,
    Entry,
    Evidence,
    HistoricalDate,
    Mark,
    MarkKind,
    Place,
    Precision,
    Registers,
    Reserve,
    Span,
)
from tei_archive.reading import read_project
from tei_archive.tei import EncodedEdition, encode_registers

Row = dict[str, str]

REGISTERS = Registers(
    persons=(
        Entry(
            "flavia",
            "Flavia",
            ("Flavie", "Princess Flavia"),
            ("queen",),
            (("GND", "118540238"), ("VIAF", "https://viaf.org/viaf/1"), ("local", "7"), ("gnd", "2-X")),
        ),
        Entry("regent", "regent", name_known=False),
    ),
    organisations=(Entry("senate", "Senate of Ruritania", authorities=(("viaf", "https://viaf.org/viaf/22"),)),),
    places=(
        Entry(
            "strelsau",
            "Strelsau",
            authorities=(("GeoNames", "3067696"), ("URI", "http://vocab.getty.edu/tgn/7006464")),
            coordinates=Coordinates(50.08, -14.430),
        ),
        Entry("zenda", "Zenda"),
    ),
)
MARKS = {
    "To the regent": Mark(MarkKind.ROLE_NAME, Span(7, 13), "pers:regent"),
    "Strelsau, March 3, 1894": Mark(MarkKind.PLACE_NAME, Span(0, 8), "place:strelsau"),
    "Three crowns.": Mark(MarkKind.ORG_NAME, Span(6, 12), "org:senate"),
    "I accept.": Mark(MarkKind.PERS_NAME, Span(0, 1), "pers:nobody"),
}


def court_letter() -> Document:
    """The letter, with marks in it and in its enclosure, and the Senate known to the registers."""
    (enclosure,) = LETTER.enclosures
    sent, _, copies = LETTER.actions
    senate = Agent(Claim("Senate"), kind=AgentKind.ORGANISATION, ref="org:senate")
    received = CorrespAction(ActionType.RECEIVED, (senate,))
    marked = [
        tuple(replace(block, marks=(MARKS[block.text],)) if block.text in MARKS else block for block in blocks)
        for blocks in (LETTER.blocks, enclosure.blocks)
    ]
    return replace(
        LETTER, blocks=marked[0], enclosures=(replace(enclosure, blocks=marked[1]),), actions=(sent, received, copies)
    )


def court_reply() -> Document:
    """The reply: a conjectured sender, a date with a question mark, a day of receipt, and a place not located."""
    week = HistoricalDate(date(1894, 3, 5), date(1894, 3, 9), Precision.WINDOW, reserve=Reserve.UNCERTAIN)
    guessed = Claim("Senate", evidence=Evidence.CONJECTURE)
    sent = CorrespAction(
        ActionType.SENT,
        (Agent(guessed, kind=AgentKind.ORGANISATION, ref="org:senate"),),
        Claim(Place("Zenda", "place:zenda"), evidence=Evidence.CONJECTURE),
        Claim(week),
    )
    day = HistoricalDate(date(1894, 3, 12), date(1894, 3, 12))
    received = CorrespAction(ActionType.RECEIVED, (Agent(Claim("Flavia"), ref="pers:flavia"),), date=Claim(day))
    return replace(REPLY, actions=(sent, received))


def write_court(
    folder: Path, *documents: Document, registers: Registers = REGISTERS, **settings: str
) -> EncodedEdition:
    """Write documents, those of the court where none are given, with their registers; give back the edition."""
    write_edition(folder, *(documents or (STRAY, court_reply(), court_letter())), **settings)
    (folder / "registers.xml").write_bytes(encode_registers(registers, read_project(folder), {}))
    return api.load_edition(folder)


def rows(edition: EncodedEdition, name: str) -> list[Row]:
    """The rows of a table of our own, unguarded."""
    return read(csv_text(TABLES[name], edition, safe=False))


def read(content: bytes) -> list[Row]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def files(form: CsvTables | CsvLayout, edition: EncodedEdition) -> dict[str, bytes]:
    """The files of an export by name."""
    made: list[OutputFile] = list(form.files(edition, form.file_name or ""))
    return {str(file.path): file.content for file in made}
