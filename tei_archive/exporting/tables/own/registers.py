"""The tables of the registers: persons, organisations, places, and all entries together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tei_archive.exporting.authorities import Authority, address_in, other_ids
from tei_archive.exporting.tables.column import DC, SCHEMA, Column, Values
from tei_archive.exporting.tables.degrees import latitude_and_longitude
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.own.pointers import EntryKind
from tei_archive.exporting.tables.own.register_rows import Part, Registered, registered
from tei_archive.exporting.tables.table import ForeignKey, Table, reader
from tei_archive.tei import EncodedEdition

_GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
_FOR_ACTORS = (Authority.GND, Authority.VIAF, Authority.WIKIDATA)
_FOR_PLACES = (Authority.GEONAMES, Authority.GND, Authority.TGN, Authority.WIKIDATA)
_TITLES = {
    Authority.GND: "GND",
    Authority.VIAF: "VIAF",
    Authority.WIKIDATA: "Wikidata",
    Authority.GEONAMES: "GeoNames",
    Authority.TGN: "Getty TGN",
}


def _authority(authority: Authority) -> Column[Registered]:
    def values(row: Registered) -> Values:
        return (address_in(row.entry, authority) or "",)

    return Column(authority.value, Kind.ADDRESS, values, (_TITLES[authority],) * 3, SCHEMA + "sameAs")


def _other_ids(columns: tuple[Authority, ...]) -> Column[Registered]:
    def values(row: Registered) -> Values:
        return tuple(other_ids(row.entry, columns))

    titles = ("other identifiers", "andere Kennungen", "autres identifiants")
    return Column("other_ids", Kind.TEXT, values, titles, many=True)


def _count(part: Part, titles: tuple[str, str, str]) -> Column[Registered]:
    def values(row: Registered) -> Values:
        return (str(row.count(part)),)

    return Column(part.value, Kind.COUNT, values, titles)


def _latitude(row: Registered) -> Values:
    return latitude_and_longitude(row.entry.coordinates)[:1] if row.entry.coordinates else ()


def _longitude(row: Registered) -> Values:
    return latitude_and_longitude(row.entry.coordinates)[1:] if row.entry.coordinates else ()


_ID: Column[Registered] = Column(
    "id", Kind.ID, lambda row: (row.pointer,), ("identifier", "Kennung", "identifiant"), DC + "identifier"
)
_NAME: Column[Registered] = Column(
    "name", Kind.TEXT, lambda row: (row.entry.name,), ("preferred name", "Vorzugsname", "nom retenu"), SCHEMA + "name"
)
_NAME_KNOWN: Column[Registered] = Column(
    "name_known",
    Kind.TRUTH,
    lambda row: ("true" if row.entry.name_known else "false",),
    ("is the name known", "ist der Name bekannt", "le nom est-il connu"),
)
_VARIANTS: Column[Registered] = Column(
    "variants",
    Kind.TEXT,
    lambda row: row.entry.variants,
    ("other forms of the name", "andere Namensformen", "autres formes du nom"),
    SCHEMA + "alternateName",
    many=True,
)
_ROLES: Column[Registered] = Column(
    "roles",
    Kind.TEXT,
    lambda row: row.entry.roles,
    ("offices", "Ämter", "fonctions"),
    SCHEMA + "roleName",
    many=True,
)
_LATITUDE: Column[Registered] = Column("lat", Kind.DEGREES, _latitude, ("latitude", "Breite", "latitude"), _GEO + "lat")
_LONGITUDE: Column[Registered] = Column(
    "long", Kind.DEGREES, _longitude, ("longitude", "Länge", "longitude"), _GEO + "long"
)
_KIND: Column[Registered] = Column(
    "kind",
    Kind.ENTRY,
    lambda row: (row.kind.value,),
    ("kind of entry", "Art des Eintrags", "type de notice"),
    DC + "type",
)
_ACTORS = (
    _ID,
    _NAME,
    _NAME_KNOWN,
    _VARIANTS,
    _ROLES,
    *map(_authority, _FOR_ACTORS),
    _other_ids(_FOR_ACTORS),
    _count(Part.SENT, ("documents sent", "gesandte Schriftstücke", "documents envoyés")),
    _count(Part.RECEIVED, ("documents received", "empfangene Schriftstücke", "documents reçus")),
    _count(Part.MENTIONED, ("documents that name it", "nennende Schriftstücke", "documents qui le nomment")),
)
_PLACES = (
    _ID,
    _NAME,
    _VARIANTS,
    _LATITUDE,
    _LONGITUDE,
    *map(_authority, _FOR_PLACES),
    _other_ids(_FOR_PLACES),
    _count(Part.SENT, ("documents sent from there", "von dort gesandt", "documents envoyés de là")),
    _count(Part.RECEIVED, ("documents received there", "dort empfangen", "documents reçus là")),
    _count(Part.MENTIONED, ("documents that name it", "nennende Schriftstücke", "documents qui le nomment")),
)
_ENTRIES = (
    _ID,
    _KIND,
    _NAME,
)
_IN_ENTRIES = (ForeignKey("id", "entries"),)


def _file(row: Registered) -> Path:
    return row.file


def _persons(edition: EncodedEdition) -> Iterator[Registered]:
    return registered(edition, EntryKind.PERSON)


def _organisations(edition: EncodedEdition) -> Iterator[Registered]:
    return registered(edition, EntryKind.ORGANISATION)


def _places(edition: EncodedEdition) -> Iterator[Registered]:
    return registered(edition, EntryKind.PLACE)


def _entries(edition: EncodedEdition) -> Iterator[Registered]:
    return registered(edition, *EntryKind)


PERSONS = Table(
    "persons", "One row for each person of the registers.", _ACTORS, reader(_ACTORS, _persons, _file), "id", _IN_ENTRIES
)
ORGANISATIONS = Table(
    "organisations",
    "One row for each organisation of the registers.",
    _ACTORS,
    reader(_ACTORS, _organisations, _file),
    "id",
    _IN_ENTRIES,
)
PLACES = Table(
    "places", "One row for each place of the registers.", _PLACES, reader(_PLACES, _places, _file), "id", _IN_ENTRIES
)
ENTRIES = Table(
    "entries",
    "One row for each entry of the registers, whatever it is: what mentions point to.",
    _ENTRIES,
    reader(_ENTRIES, _entries, _file),
    "id",
)
