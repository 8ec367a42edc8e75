"""What can be downloaded from the site: each document, and all of them."""

import json
import zipfile
from io import BytesIO

import bibtexparser
import pytest
import rispy
from html_site import Site, build_site

from tei_archive.tei import EncodedEdition


@pytest.fixture
def site(zenda: EncodedEdition) -> Site:
    return build_site(zenda)


def test_a_document_is_there_in_every_form(site: Site) -> None:
    links = site.page("documents/zenda-d001.html").xpath("//ul[@class='downloads']//a")
    assert [(link.text_content(), link.get("href"), link.get("type")) for link in links] == [
        ("TEI-XML", "../tei/zenda-d001.xml", "application/tei+xml"),
        ("Plain text", "../texts/zenda-d001.txt", "text/plain"),
        ("BibTeX", "../citations/zenda-d001.bib", "application/x-bibtex"),
        ("RIS", "../citations/zenda-d001.ris", "application/x-research-info-systems"),
        ("CSL-JSON", "../citations/zenda-d001.json", "application/vnd.citationstyles.csl+json"),
    ]
    assert all(link.get("download") is not None for link in links)


def test_the_whole_edition_is_there_in_every_form(site: Site) -> None:
    links = site.page("about.html").xpath("//h2[.='The whole edition to download']/following-sibling::ul//a/@href")
    assert links == [f"edition.{form}" for form in ("zip", "txt", "bib", "ris", "json")]
    assert set(links) <= set(site.files)


def test_the_plain_text_holds_enclosures_too(site: Site) -> None:
    assert site.files["texts/zenda-d001.txt"].decode() == (
        "To the regent\n\nStrelsau, March 3, 1894\n\nI accept.\n\nEnclosed:\na list\n\nThree crowns.\n"
    )


def test_the_text_of_all_is_in_the_order_of_time_with_ids_and_titles(site: Site) -> None:
    text = site.files["edition.txt"].decode()
    assert [line for line in text.splitlines() if line.startswith("[")] == [
        "[zenda-d002] =SUM(A1); a reply",
        "[zenda-d001] To the regent",
        "[zenda-d003] A stray leaf",
    ]
    assert site.files["texts/zenda-d001.txt"].decode() in text


def test_references_name_the_lasting_address(site: Site) -> None:
    (item,) = json.loads(site.files["citations/zenda-d001.json"])
    assert (item["id"], item["URL"]) == ("zenda-d001", "https://example.org/zenda/zenda-d001")


def test_the_references_of_all_are_in_the_order_of_time(site: Site) -> None:
    ids = ["zenda-d002", "zenda-d001", "zenda-d003"]
    assert [item["id"] for item in json.loads(site.files["edition.json"])] == ids
    assert [item["id"] for item in rispy.loads(site.files["edition.ris"].decode())] == ids
    assert [entry.key for entry in bibtexparser.parse_string(site.files["edition.bib"].decode()).entries] == ids


def test_the_zip_file_holds_the_files_that_point_to_each_other(site: Site) -> None:
    with zipfile.ZipFile(BytesIO(site.files["edition.zip"])) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "registers.xml",
            "sources/zenda.txt",
            "tei/zenda-d001.xml",
            "tei/zenda-d002.xml",
            "tei/zenda-d003.xml",
        ]
        assert archive.read("tei/zenda-d001.xml") == site.files["tei/zenda-d001.xml"]
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
