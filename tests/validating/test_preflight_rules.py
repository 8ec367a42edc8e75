"""The preflight of an index of letters: examples that pass and fail as they should, places, and whatever else comes."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_index import INDEX

from tei_archive.errors import TeiArchiveError
from tei_archive.tei.cmif import geonames_number, is_authority, is_licence, is_web_address, means_unknown
from tei_archive.validating.cmif import Registration, check_bytes, check_file, check_online

PATH = Path("cmif.xml")


def codes(text: str) -> list[str]:
    return [finding.code for finding in check_bytes(PATH, text.encode())]


# -- examples ------------------------------------------------------------------------------------------------------


def test_the_example_passes(shared: Path) -> None:
    assert check_file(shared / "examples" / "cmif.xml") == ()


def test_the_sample_of_the_checklist_passes(shared: Path) -> None:
    checklist = (shared / "design" / "CMIF_CHECKLIST.md").read_text(encoding="utf-8")
    (sample,) = re.findall(r"^```xml\n(.*?)^```", checklist, re.DOTALL | re.MULTILINE)
    assert check_bytes(PATH, sample.encode()) == ()


def test_the_negative_example_fails_with_its_three_mistakes_at_their_places(shared: Path) -> None:
    findings = check_file(shared / "examples" / "cmif-negative.xml")
    assert [(finding.code, finding.where.line, finding.where.column) for finding in findings] == [
        ("TA740", 16, 36),
        ("TA746", 18, 25),
        ("TA733", 21, 7),
    ]


def test_a_letter_of_an_edition_is_no_index(shared: Path) -> None:
    found = {finding.code for finding in check_file(shared / "examples" / "n012.xml")}
    assert {"TA706", "TA713", "TA715"} <= found


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("</titleStmt>", "<persName>Sapt</persName></titleStmt>", "TA711"),
        ("</publicationStmt>", "<p/></publicationStmt>", "TA713"),
        ('<date when="2026', '<date from="2025" when="2026', "TA713"),
        ("</sourceDesc>", "<p/></sourceDesc>", "TA715"),
        ("<body>", "<body><persName>Sapt</persName>", "TA722"),
        ("</correspDesc>", "<persName>Sapt</persName></correspDesc>", "TA706"),
        ("</correspDesc>", '<date when="1894"/></correspDesc>', "TA706"),
        ("<persName>Sapt<", "<persName><roleName>Colonel</roleName>Sapt<", "TA739"),
        ("<placeName>Strelsau<", '<placeName key="s">Strelsau<', "TA739"),
        ("</profileDesc>", "<langUsage/></profileDesc>", "TA706"),
    ],
)
def test_what_the_grammar_refuses_has_the_code_of_the_place_that_it_spoils(old: str, new: str, code: str) -> None:
    assert old in INDEX
    assert codes(INDEX.replace(old, new, 1)) == [code]


# -- whatever comes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "TA002"), ("no XML", "TA003"), ("<TEI>", "TA003"), ("<TEI/>", "TA701"), ("<html/>", "TA701")],
)
def test_what_is_no_index_is_one_finding(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    assert [finding.code for finding in check_file(tmp_path)] == ["TA001"]


def test_an_entity_is_refused() -> None:
    assert codes(f'<!DOCTYPE TEI [<!ENTITY x "y">]>{INDEX.partition("?>")[2]}') == ["TA005"]


def test_an_empty_index_says_what_it_lacks() -> None:
    found = codes('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')
    assert found == ["TA706"]


@given(st.integers(0, len(INDEX) - 1), st.integers(1, 60), st.sampled_from(["", "x", " ", '"', "<p/>", "&#233;", "é"]))
def test_a_damaged_index_never_stops_the_check(start: int, length: int, words: str) -> None:
    for finding in check_bytes(PATH, (INDEX[:start] + words + INDEX[start + length :]).encode()):
        assert finding.where.path == "cmif.xml"
        assert "\n" not in finding.message


def test_a_version_before_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "old.xml").write_text("<TEI", encoding="utf-8")
    with pytest.raises(TeiArchiveError):
        check_bytes(PATH, INDEX.encode(), Registration(previous=tmp_path / "old.xml"))


def test_each_place_is_asked_for_once(tmp_path: Path) -> None:
    asked: list[str] = []

    def fetch(number: str) -> bytes:
        asked.append(number)
        raise TeiArchiveError("no answer")

    again = INDEX.replace("<placeName>", '<placeName ref="https://sws.geonames.org/2950159/">')
    (tmp_path / "cmif.xml").write_text(again, encoding="utf-8")
    check_online(tmp_path / "cmif.xml", lambda _: pytest.fail("no address of the web"), fetch, "x")
    assert asked == ["2950159"]


# -- forms ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("https://d-nb.info/gnd/118540238", True),
        ("http://viaf.org/viaf/24602065", True),
        ("https://catalogue.bnf.fr/ark:/12148/cb11888092r", True),
        ("https://lccn.loc.gov/n79003362", True),
        ("https://id.ndl.go.jp/auth/ndlna/00431130", True),
        ("https://d-nb.info/gnd/", False),
        ("https://d-nb.info/118540238", False),
        ("https://www.d-nb.info/gnd/118540238", False),
        ("http://id.loc.gov/authorities/names/n79003362", False),
        ("http://www.wikidata.org/entity/Q5879", False),
        ("pers:sapt", False),
        ("#sapt", False),
        ("GND:118540238", False),
    ],
)
def test_authority_files_are_those_of_correspsearch(address: str, taken: bool) -> None:
    assert is_authority(address) is taken
    words = INDEX.replace("https://d-nb.info/gnd/118540238", address)
    assert codes(words) == ([] if taken else ["TA740"] * len(address.split()))


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("https://www.geonames.org/2950159", "2950159"),
        ("http://sws.geonames.org/2950159/", "2950159"),
        ("https://www.geonames.org/2950159/berlin.html", None),
        ("https://geonames.org/2950159", None),
        ("https://www.geonames.org/", None),
        ("2950159", None),
    ],
)
def test_places_are_those_of_geonames(address: str, number: str | None) -> None:
    assert geonames_number(address) == number
    assert codes(INDEX.replace("https://www.geonames.org/2950159", address)) == ([] if number else ["TA741"])


@pytest.mark.parametrize(
    ("address", "free"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", True),
        ("http://creativecommons.org/licenses/by/4.0", True),
        ("https://creativecommons.org/licenses/by/4.0/deed.de", True),
        ("https://creativecommons.org/publicdomain/zero/1.0/legalcode", True),
        ("https://creativecommons.org/licenses/by-sa/4.0/", False),
        ("https://creativecommons.org/licenses/by/3.0/", False),
        ("https://creativecommons.org/licenses/by/4.0/x y", False),
        ("https://example.org/creativecommons.org/licenses/by/4.0/", False),
    ],
)
def test_licences_are_the_two_that_are_free_enough(address: str, free: bool) -> None:
    assert is_licence(address) is free


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("https://example.org/a", True),
        ("http://localhost:8000/", True),
        ("https://example.org/é", True),
        ("ftp://example.org/a", False),
        ("https://", False),
        ("https://élan.example.org", False),
        ("https://example.org/a b", False),
        ("example.org", False),
    ],
)
def test_addresses_of_the_web_are_those_of_correspsearch(address: str, taken: bool) -> None:
    assert is_web_address(address) is taken


@pytest.mark.parametrize(
    "words", ["unknown", "UNKNOWN", "[unbekannt]", "Unbekannter", "N. N.", "N.N.", "NN", "?", "–", "(Inconnue)"]
)
def test_words_for_nobody_are_known(words: str) -> None:
    assert means_unknown(words)
    assert codes(INDEX.replace("<persName>Unknown<", f"<persName>{words}<")) == ["TA738"]


@pytest.mark.parametrize("words", ["Unknown soldier", "Nina", "Ann", "N", "An unknown lady", "Инкогнито", "李"])
def test_names_are_no_words_for_nobody(words: str) -> None:
    assert not means_unknown(words)
    assert codes(INDEX.replace("<persName>Unknown<", f"<persName>{words}<")) == []


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ('<date from="1894-03-03" to="1894-03-05"/>', []),
        ('<date from="1894-03"/>', []),
        ('<date notAfter="1894"/>', []),
        ('<date when="1894-03-03" evidence="conjecture">the day before the feast</date>', []),
        ('<date when="1894-03-03">3. März 1894</date>', ["TA745"]),
        ('<date when="1894-03-03">March 3, 1894</date>', ["TA745"]),
        ('<date when="1894-03-03">1894-03-03</date>', ["TA745"]),
        ('<date from="1894-03-05" to="1894-03-03"/>', ["TA302"]),
        ('<date when="1894-03-03" to="1894-03-05"/>', ["TA742"]),
        ('<date from="1894-03-03" notAfter="1894-03-05"/>', ["TA742"]),
        ('<date when="1894-03-03T10:00:00Z"/>', ["TA743"]),
        ('<date when="03.03.1894"/>', ["TA743"]),
        ('<date when-custom="1894-03-03"/>', ["TA742", "TA743"]),
    ],
)
def test_a_date_is_given_in_one_of_three_ways(date: str, expected: list[str]) -> None:
    assert codes(INDEX.replace('<date when="1894-03-03"/>', date)) == expected
