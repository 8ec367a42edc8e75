"""The table of letters: a row a communication, enclosures among them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tei_archive.exporting.tables.column import DC, SCHEMA, Column
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.own import letter_cells as cells
from tei_archive.exporting.tables.own.letter_rows import Letter, letters
from tei_archive.exporting.tables.own.spans import end_column, start_column
from tei_archive.exporting.tables.table import Table, reader
from tei_archive.model import ActionType

_SENT, _RECEIVED = ActionType.SENT, ActionType.RECEIVED

_COLUMNS: tuple[Column[Letter], ...] = (
    Column(
        "id", Kind.ID, lambda letter: (letter.document.id,), ("identifier", "Kennung", "identifiant"), DC + "identifier"
    ),
    Column(
        "source",
        Kind.TEXT,
        lambda letter: (letter.document.source,),
        ("source file", "Quelldatei", "fichier source"),
        DC + "source",
    ),
    start_column(cells.span),
    end_column(cells.span),
    Column(
        "part_of",
        Kind.ID,
        lambda letter: (letter.part_of or "",),
        ("part of", "Teil von", "partie de"),
        DC + "isPartOf",
    ),
    Column(
        "relation", Kind.RELATION, cells.relation, ("relation to the whole", "Verhältnis zum Ganzen", "rapport au tout")
    ),
    Column(
        "kind",
        Kind.TEXT,
        lambda letter: (letter.document.kind,),
        ("kind of document", "Art des Schriftstücks", "type de document"),
        DC + "type",
    ),
    Column("title", Kind.TEXT, lambda letter: (letter.document.title,), ("title", "Titel", "titre"), DC + "title"),
    Column(
        "number",
        Kind.TEXT,
        lambda letter: cells.claimed(letter.document.number),
        ("number given by the sender", "Nummer des Absenders", "numéro donné par l’expéditeur"),
    ),
    Column(
        "edition_number",
        Kind.TEXT,
        lambda letter: cells.claimed(letter.document.edition_number),
        ("number in the print", "Nummer im Druck", "numéro dans l’imprimé"),
    ),
    Column(
        "sender",
        Kind.TEXT,
        partial(cells.names, type_=_SENT),
        ("sender", "Absender", "expéditeur"),
        SCHEMA + "sender",
        many=True,
    ),
    Column(
        "sender_role",
        Kind.TEXT,
        partial(cells.roles, type_=_SENT),
        ("role of the sender", "Funktion des Absenders", "fonction de l’expéditeur"),
        many=True,
    ),
    Column(
        "sender_id",
        Kind.ID,
        partial(cells.refs, type_=_SENT),
        ("sender in the registers", "Absender im Register", "expéditeur dans les registres"),
        many=True,
    ),
    Column(
        "sender_cert",
        Kind.CERTAINTY,
        partial(cells.names_certainty, type_=_SENT),
        ("certainty of the sender", "Sicherheit des Absenders", "certitude de l’expéditeur"),
    ),
    Column(
        "sender_place",
        Kind.TEXT,
        partial(cells.place, type_=_SENT),
        ("place of sending", "Absendeort", "lieu d’expédition"),
        SCHEMA + "locationCreated",
    ),
    Column(
        "sender_place_id",
        Kind.ID,
        partial(cells.place_ref, type_=_SENT),
        ("place of sending in the registers", "Absendeort im Register", "lieu d’expédition dans les registres"),
    ),
    Column(
        "addressee",
        Kind.TEXT,
        partial(cells.names, type_=_RECEIVED),
        ("addressee", "Empfänger", "destinataire"),
        SCHEMA + "recipient",
        many=True,
    ),
    Column(
        "addressee_role",
        Kind.TEXT,
        partial(cells.roles, type_=_RECEIVED),
        ("role of the addressee", "Funktion des Empfängers", "fonction du destinataire"),
        many=True,
    ),
    Column(
        "addressee_id",
        Kind.ID,
        partial(cells.refs, type_=_RECEIVED),
        ("addressee in the registers", "Empfänger im Register", "destinataire dans les registres"),
        many=True,
    ),
    Column(
        "addressee_cert",
        Kind.CERTAINTY,
        partial(cells.names_certainty, type_=_RECEIVED),
        ("certainty of the addressee", "Sicherheit des Empfängers", "certitude du destinataire"),
    ),
    Column(
        "addressee_place",
        Kind.TEXT,
        partial(cells.place, type_=_RECEIVED),
        ("place of receipt", "Empfangsort", "lieu de réception"),
    ),
    Column(
        "addressee_place_id",
        Kind.ID,
        partial(cells.place_ref, type_=_RECEIVED),
        ("place of receipt in the registers", "Empfangsort im Register", "lieu de réception dans les registres"),
    ),
    Column(
        "cc", Kind.TEXT, cells.copies, ("copies to", "Abschriften an", "copies à"), SCHEMA + "ccRecipient", many=True
    ),
    Column(
        "date",
        Kind.EDTF,
        cells.date,
        ("date of sending (EDTF)", "Absendedatum (EDTF)", "date d’expédition (EDTF)"),
        SCHEMA + "dateSent",
    ),
    Column("date_from", Kind.DAY, cells.first_day, ("first possible day", "frühester Tag", "premier jour possible")),
    Column("date_to", Kind.DAY, cells.last_day, ("last possible day", "spätester Tag", "dernier jour possible")),
    Column("date_text", Kind.TEXT, cells.date_text, ("date as printed", "Datum im Wortlaut", "date telle qu’imprimée")),
    Column(
        "date_calendar",
        Kind.TEXT,
        cells.calendar,
        ("calendar of the printed date", "Kalender des gedruckten Datums", "calendrier de la date imprimée"),
        many=True,
    ),
    Column(
        "date_cert",
        Kind.CERTAINTY,
        cells.date_certainty,
        ("certainty of the date", "Sicherheit des Datums", "certitude de la date"),
    ),
    Column(
        "date_received",
        Kind.EDTF,
        cells.date_received,
        ("date of receipt (EDTF)", "Empfangsdatum (EDTF)", "date de réception (EDTF)"),
        SCHEMA + "dateReceived",
    ),
    Column(
        "language",
        Kind.LANGUAGE,
        lambda letter: (letter.document.language,),
        ("language", "Sprache", "langue"),
        DC + "language",
    ),
    Column(
        "classification",
        Kind.TEXT,
        lambda letter: cells.claimed(letter.document.classification),
        ("classification", "Einstufung", "classification"),
    ),
    Column("reply_to", Kind.ID, cells.replied_ids, ("answers", "Antwort auf", "répond à"), many=True),
    Column(
        "reply_to_text",
        Kind.TEXT,
        cells.replied_words,
        ("words of the reference", "Wortlaut des Verweises", "termes du renvoi"),
        many=True,
    ),
    Column(
        "reply_cert",
        Kind.CERTAINTY,
        cells.reply_certainty,
        ("certainty of the reference", "Sicherheit des Verweises", "certitude du renvoi"),
    ),
    Column(
        "archive_ref",
        Kind.TEXT,
        lambda letter: cells.claimed(letter.document.archive_ref),
        ("archival reference", "Archivsignatur", "cote d’archives"),
    ),
    Column(
        "pages",
        Kind.TEXT,
        cells.pages,
        (
            "pages of the print that begin here",
            "Druckseiten, die hier beginnen",
            "pages de l’imprimé qui commencent ici",
        ),
        SCHEMA + "pagination",
        many=True,
    ),
    Column("words", Kind.COUNT, cells.words, ("number of words", "Wortzahl", "nombre de mots"), SCHEMA + "wordCount"),
    Column(
        "review",
        Kind.TEXT,
        lambda letter: (letter.document.status,),
        ("state of review", "Stand der Prüfung", "état de la révision"),
        SCHEMA + "creativeWorkStatus",
    ),
    Column("url", Kind.ADDRESS, cells.url, ("address", "Adresse", "adresse"), SCHEMA + "url"),
    Column("tei_file", Kind.TEXT, cells.tei_file, ("TEI file", "TEI-Datei", "fichier TEI")),
    Column(
        "tei_sha256",
        Kind.CHECKSUM,
        lambda letter: (letter.file.sha256,),
        (
            "checksum of the TEI file (SHA-256)",
            "Prüfsumme der TEI-Datei (SHA-256)",
            "somme de contrôle du fichier TEI (SHA-256)",
        ),
    ),
)


def _file(letter: Letter) -> Path:
    return letter.file.path


LETTERS = Table(
    "letters",
    "One row for each communication, and one for each enclosure that came with it. Lists of ids and roles are empty or"
    " have as many members as their list of names.",
    _COLUMNS,
    reader(_COLUMNS, letters, _file),
    key="id",
)
