"""Titles of the columns of the letters table in three languages, and what the columns mean to other vocabularies."""

from collections.abc import Mapping
from types import MappingProxyType

_SCHEMA = "https://schema.org/"
_TERMS = "http://purl.org/dc/terms/"
_NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"

TITLES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "id": ("identifier", "Kennung", "identifiant"),
        "source": ("source file", "Quelldatei", "fichier source"),
        "start": ("first character in the source", "erstes Zeichen in der Quelle", "premier caractère dans la source"),
        "end": ("character after the last", "Zeichen nach dem letzten", "caractère après le dernier"),
        "part_of": ("part of", "Teil von", "partie de"),
        "relation": ("relation to the whole", "Verhältnis zum Ganzen", "rapport au tout"),
        "kind": ("kind of document", "Art des Schriftstücks", "type de document"),
        "title": ("title", "Titel", "titre"),
        "number": ("number given by the sender", "Nummer des Absenders", "numéro donné par l’expéditeur"),
        "edition_number": ("number in the print", "Nummer im Druck", "numéro dans l’imprimé"),
        "sender": ("sender", "Absender", "expéditeur"),
        "sender_role": ("role of the sender", "Funktion des Absenders", "fonction de l’expéditeur"),
        "sender_id": ("sender in the registers", "Absender im Register", "expéditeur dans les registres"),
        "sender_cert": ("certainty of the sender", "Sicherheit des Absenders", "certitude de l’expéditeur"),
        "sender_place": ("place of sending", "Absendeort", "lieu d’expédition"),
        "sender_place_id": (
            "place of sending in the registers",
            "Absendeort im Register",
            "lieu d’expédition dans les registres",
        ),
        "addressee": ("addressee", "Empfänger", "destinataire"),
        "addressee_role": ("role of the addressee", "Funktion des Empfängers", "fonction du destinataire"),
        "addressee_id": ("addressee in the registers", "Empfänger im Register", "destinataire dans les registres"),
        "addressee_cert": ("certainty of the addressee", "Sicherheit des Empfängers", "certitude du destinataire"),
        "addressee_place": ("place of receipt", "Empfangsort", "lieu de réception"),
        "addressee_place_id": (
            "place of receipt in the registers",
            "Empfangsort im Register",
            "lieu de réception dans les registres",
        ),
        "cc": ("copies to", "Abschriften an", "copies à"),
        "date": ("date of sending (EDTF)", "Absendedatum (EDTF)", "date d’expédition (EDTF)"),
        "date_from": ("first possible day", "frühester Tag", "premier jour possible"),
        "date_to": ("last possible day", "spätester Tag", "dernier jour possible"),
        "date_text": ("date as printed", "Datum im Wortlaut", "date telle qu’imprimée"),
        "date_calendar": (
            "calendar of the printed date",
            "Kalender des gedruckten Datums",
            "calendrier de la date imprimée",
        ),
        "date_cert": ("certainty of the date", "Sicherheit des Datums", "certitude de la date"),
        "date_received": ("date of receipt (EDTF)", "Empfangsdatum (EDTF)", "date de réception (EDTF)"),
        "language": ("language", "Sprache", "langue"),
        "classification": ("classification", "Einstufung", "classification"),
        "reply_to": ("answers", "Antwort auf", "répond à"),
        "reply_to_text": ("words of the reference", "Wortlaut des Verweises", "termes du renvoi"),
        "reply_cert": ("certainty of the reference", "Sicherheit des Verweises", "certitude du renvoi"),
        "archive_ref": ("archival reference", "Archivsignatur", "cote d’archives"),
        "pages": (
            "pages of the print that begin here",
            "Druckseiten, die hier beginnen",
            "pages de l’imprimé qui commencent ici",
        ),
        "words": ("number of words", "Wortzahl", "nombre de mots"),
        "review": ("state of review", "Stand der Prüfung", "état de la révision"),
        "url": ("address", "Adresse", "adresse"),
        "tei_file": ("TEI file", "TEI-Datei", "fichier TEI"),
        "tei_sha256": (
            "checksum of the TEI file (SHA-256)",
            "Prüfsumme der TEI-Datei (SHA-256)",
            "somme de contrôle du fichier TEI (SHA-256)",
        ),
    }
)

PROPERTIES: Mapping[str, str] = MappingProxyType(
    {
        "id": _TERMS + "identifier",
        "source": _TERMS + "source",
        "start": _NIF + "beginIndex",
        "end": _NIF + "endIndex",
        "part_of": _TERMS + "isPartOf",
        "kind": _TERMS + "type",
        "title": _TERMS + "title",
        "sender": _SCHEMA + "sender",
        "sender_place": _SCHEMA + "locationCreated",
        "addressee": _SCHEMA + "recipient",
        "cc": _SCHEMA + "ccRecipient",
        "date": _SCHEMA + "dateSent",
        "date_received": _SCHEMA + "dateReceived",
        "language": _TERMS + "language",
        "pages": _SCHEMA + "pagination",
        "words": _SCHEMA + "wordCount",
        "review": _SCHEMA + "creativeWorkStatus",
        "url": _SCHEMA + "url",
    }
)
