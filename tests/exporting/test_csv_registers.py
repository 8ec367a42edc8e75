"""The tables of the registers and of mentions: ids, authority files, coordinates, offsets."""

from dataclasses import replace
from pathlib import Path

import pytest
from court import REGISTERS, court_letter, rows, write_court
from hypothesis import given
from hypothesis import strategies as st
from zenda import STRAY

from tei_archive.exporting.authorities import Authority
from tei_archive.exporting.tables.degrees import latitude_and_longitude
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.model import Coordinates, Registers
from tei_archive.tei import EncodedEdition


def test_a_person_has_names_authorities_and_counts(court: EncodedEdition) -> None:
    flavia, regent = rows(court, "persons")
    assert flavia == {
        "id": "pers:flavia",
        "name": "Flavia",
        "name_known": "true",
        "variants": "Flavie | Princess Flavia",
        "roles": "queen",
        "gnd": "https://d-nb.info/gnd/118540238",
        "viaf": "https://viaf.org/viaf/1",
        "wikidata": "",
        "other_ids": "local: 7 | gnd: 2-X",
        "sent": "1",
        "received": "1",
        "mentioned": "0",
    }
    assert (regent["name_known"], regent["mentioned"]) == ("false", "1")


def test_an_organisation_is_like_a_person(court: EncodedEdition) -> None:
    (senate,) = rows(court, "organisations")
    assert (senate["id"], senate["viaf"]) == ("org:senate", "https://viaf.org/viaf/22")
    assert (senate["sent"], senate["received"], senate["mentioned"]) == ("1", "1", "1")


def test_a_place_has_coordinates_or_none(court: EncodedEdition) -> None:
    strelsau, zenda = rows(court, "places")
    assert (strelsau["lat"], strelsau["long"]) == ("50.08", "-14.43")
    assert strelsau["geonames"] == "https://www.geonames.org/3067696"
    assert strelsau["tgn"] == "http://vocab.getty.edu/tgn/7006464"
    assert strelsau["other_ids"] == ""
    assert (zenda["lat"], zenda["long"]) == ("", "")
    assert (zenda["sent"], strelsau["sent"], strelsau["mentioned"]) == ("1", "1", "1")


def test_ids_are_those_of_the_other_tables(court: EncodedEdition) -> None:
    entries = {row["id"]: row["kind"] for row in rows(court, "entries")}
    persons, organisations, places = (rows(court, name) for name in ("persons", "organisations", "places"))
    assert list(entries) == [row["id"] for row in (*persons, *organisations, *places)]
    assert {entries[row["id"]] for row in organisations} == {"organisation"}
    (letter,) = (row for row in rows(court, "letters") if row["id"] == "zenda-d001")
    assert {letter["sender_place_id"], letter["addressee_id"]} <= set(entries)


def test_a_mention_is_where_the_source_has_it(court: EncodedEdition) -> None:
    found = rows(court, "mentions")
    text = court.sources[0].text
    assert [(row["letter_id"], row["entry_id"], row["kind"], row["text"]) for row in found] == [
        ("zenda-d001", "pers:regent", "person", "regent"),
        ("zenda-d001", "place:strelsau", "place", "Strelsau"),
        ("zenda-d001-e1", "org:senate", "organisation", "crowns"),
    ]
    assert all(text[int(row["start"]) : int(row["end"])] == row["text"] for row in found)


def test_a_name_that_no_register_has_is_no_mention(tmp_path: Path) -> None:
    edition = write_court(tmp_path / "e", court_letter(), registers=replace(REGISTERS, persons=()))
    assert {row["kind"] for row in rows(edition, "mentions")} == {"place", "organisation"}


def test_a_mention_in_a_text_that_is_not_that_of_the_source_stands_nowhere(court: EncodedEdition) -> None:
    file = court.folder / "sources" / "zenda.txt"
    changed = replace(court.sources[0], text=file.read_text(encoding="utf-8").replace("accept", "refuse"))
    found = rows(replace(court, sources=(changed,)), "mentions")
    assert [(row["text"], row["start"], row["end"]) for row in found[:2]] == [("regent", "", ""), ("Strelsau", "", "")]
    assert found[2]["start"]
    assert len(rows(replace(court, sources=()), "mentions")) == 3


def test_empty_registers_are_tables_without_rows(tmp_path: Path) -> None:
    edition = write_court(tmp_path / "e", STRAY, registers=Registers())
    assert [rows(edition, name) for name in ("persons", "organisations", "places", "entries", "mentions")] == [[]] * 5


@pytest.mark.parametrize(
    ("authority", "type_", "value", "address"),
    [
        (Authority.GND, "GND", "4021477-1", "https://d-nb.info/gnd/4021477-1"),
        (Authority.GND, "URI", "http://d-nb.info/gnd/11850553X", "https://d-nb.info/gnd/11850553X"),
        (Authority.GND, "URI", "118505537", None),
        (Authority.GND, "viaf", "118505537", None),
        (Authority.WIKIDATA, "Wikidata", "Q937", "http://www.wikidata.org/entity/Q937"),
        (Authority.WIKIDATA, "wikidata", "https://www.wikidata.org/wiki/Q937", "http://www.wikidata.org/entity/Q937"),
        (Authority.WIKIDATA, "wikidata", "Q937' OR 1", None),
        (Authority.GEONAMES, "GeoNames", "https://sws.geonames.org/2950159/", "https://www.geonames.org/2950159"),
        (Authority.GEONAMES, "GeoNames", "https://www.geonames.org/2950159.html", "https://www.geonames.org/2950159"),
        (Authority.GEONAMES, "GeoNames", "javascript:alert(1)", None),
        (Authority.VIAF, "VIAF", "=1+1", None),
        (Authority.TGN, "tgn", "7006464", "http://vocab.getty.edu/tgn/7006464"),
    ],
)
def test_an_authority_knows_its_own_numbers(authority: Authority, type_: str, value: str, address: str | None) -> None:
    assert authority.address(type_, value) == address


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_degrees_are_decimals_a_hair_from_the_truth(latitude: float, longitude: float) -> None:
    for said, true in zip(latitude_and_longitude(Coordinates(latitude, longitude)), (latitude, longitude), strict=True):
        assert Kind.DEGREES.holds(said)
        assert said != "-0"
        assert abs(float(said) - true) <= 0.000001
