"""What machines read of the site: links, names and JSON-LD in the head, the feed of changes, the site map."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from html_site import Site, build_site
from lxml import etree
from zenda import STRAY, write_edition

from tei_archive import api
from tei_archive.model import (
    ActionType,
    Agent,
    AgentKind,
    Claim,
    CorrespAction,
    Entry,
    HistoricalDate,
    Person,
    Registers,
    Withdrawn,
)
from tei_archive.tei import EncodedEdition

BASE = "https://example.org/zenda"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
LETTER_PAGE = "documents/zenda-d001.html"
REGISTERS = Registers(
    persons=(Entry("flavia", "Flavia", authorities=(("GND", "118"), ("viaf", "https://viaf.org/1"))),)
)


@pytest.fixture
def edition(zenda: EncodedEdition) -> EncodedEdition:
    project = replace(
        zenda.project,
        editors=(Person("Rudolf Rassendyll", "https://orcid.org/0000-0001-2345-6789"),),
        publisher="Castle Press",
        licence="https://creativecommons.org/licenses/by/4.0/",
        date="2026-03-01",
    )
    return replace(zenda, project=project, registers=REGISTERS)


@pytest.fixture
def site(edition: EncodedEdition) -> Site:
    return build_site(edition)


def links(site: Site, path: str) -> dict[str, str]:
    return {
        link.get("rel"): link.get("href")
        for link in site.page(path).xpath("//head/link[not(@rel='stylesheet' or @rel='icon')]")
    }


def names(site: Site, path: str) -> list[tuple[str, str]]:
    metas = site.page(path).xpath("//meta[starts-with(@name, 'citation_') or starts-with(@name, 'DC.')]")
    return [(meta.get("name"), meta.get("content")) for meta in metas]


def json_ld(site: Site, path: str) -> dict[str, object]:
    (script,) = site.page(path).xpath("//script[@type='application/ld+json']")
    node: dict[str, object] = json.loads(script.text)
    return node


# -- links ---------------------------------------------------------------------------------------------------------


def test_a_document_links_to_its_address_its_file_and_its_neighbours(site: Site) -> None:
    assert links(site, LETTER_PAGE) == {
        "canonical": f"{BASE}/documents/zenda-d001.html",
        "cite-as": f"{BASE}/zenda-d001",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "schema.DC": "http://purl.org/dc/elements/1.1/",
        "alternate": "../tei/zenda-d001.xml",
        "prev": "../documents/zenda-d002.html",
        "next": "../documents/zenda-d003.html",
    }


def test_every_page_names_its_own_address(site: Site) -> None:
    found = {path: links(site, path)["canonical"] for path, _ in site.pages()}
    assert found.pop("index.html") == f"{BASE}/"
    assert found == {path: f"{BASE}/{path}" for path in found}


def test_a_page_that_leads_on_names_where_it_leads(site: Site) -> None:
    assert links(site, "zenda-d001/index.html") == {"canonical": f"{BASE}/documents/zenda-d001.html"}


def test_without_a_lasting_address_none_is_named(edition: EncodedEdition) -> None:
    site = build_site(replace(edition, project=replace(edition.project, base_url=None)))
    for path, _ in site.pages():
        assert not {"canonical", "cite-as"} & set(links(site, path))
    node = json_ld(site, LETTER_PAGE)
    assert not {"@id", "url", "encoding"} & set(node)
    assert ("DC.identifier", "zenda-d001") in names(site, LETTER_PAGE)
    assert not {"feed.xml", "sitemap.xml"} & set(site.files)


# -- names ---------------------------------------------------------------------------------------------------------


def test_names_for_zotero(site: Site) -> None:
    assert names(site, LETTER_PAGE) == [
        ("citation_title", "To the regent"),
        ("citation_author", "Flavia"),
        ("citation_author", "chancellor"),
        ("citation_publication_date", "2026/03/01"),
        ("citation_publisher", "Castle Press"),
        ("citation_language", "en"),
        ("citation_public_url", f"{BASE}/zenda-d001"),
        ("DC.title", "To the regent"),
        ("DC.creator", "Flavia"),
        ("DC.creator", "chancellor"),
        ("DC.contributor", "Rudolf Rassendyll"),
        ("DC.publisher", "Castle Press"),
        ("DC.date", "1894-03-03"),
        ("DC.type", "Text"),
        ("DC.language", "en"),
        ("DC.identifier", f"{BASE}/zenda-d001"),
        ("DC.relation", "The Zenda letters"),
        ("DC.rights", "https://creativecommons.org/licenses/by/4.0/"),
    ]


# -- JSON-LD -------------------------------------------------------------------------------------------------------


def test_a_document_is_a_message(site: Site) -> None:
    node = json_ld(site, LETTER_PAGE)
    collection = node.pop("isPartOf")
    assert node == {
        "@context": "https://schema.org",
        "@type": ["Message", "ArchiveComponent"],
        "@id": f"{BASE}/zenda-d001",
        "url": f"{BASE}/documents/zenda-d001.html",
        "identifier": "zenda-d001",
        "name": "To the regent",
        "genre": "letter",
        "inLanguage": "en",
        "sender": [
            {
                "@type": "Person",
                "name": "Flavia",
                "jobTitle": "queen",
                "url": f"{BASE}/persons/flavia.html",
                "sameAs": "https://viaf.org/1",
            },
            {"@type": "Person", "jobTitle": "chancellor"},
        ],
        "toRecipient": {"@type": "Organization", "name": "Senate"},
        "ccRecipient": [{"@type": "Person", "name": "Sapt"}, {"@type": "Person", "name": "Fritz"}],
        "dateSent": "1894-03-03",
        "locationCreated": {"@type": "Place", "name": "Strelsau"},
        "messageAttachment": {"@type": "CreativeWork", "identifier": "zenda-d001-e1"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "encoding": [
            {
                "@type": "MediaObject",
                "contentUrl": f"{BASE}/tei/zenda-d001.xml",
                "encodingFormat": "application/tei+xml",
            },
            {"@type": "MediaObject", "contentUrl": f"{BASE}/texts/zenda-d001.txt", "encodingFormat": "text/plain"},
        ],
    }
    assert json_ld(site, "index.html") == {"@context": "https://schema.org", **collection}  # type: ignore[dict-item]
    assert collection == {
        "@type": "Collection",
        "@id": f"{BASE}/",
        "name": "The Zenda letters",
        "url": f"{BASE}/",
        "inLanguage": "en",
        "editor": {
            "@type": "Person",
            "name": "Rudolf Rassendyll",
            "sameAs": "https://orcid.org/0000-0001-2345-6789",
        },
        "publisher": {"@type": "Organization", "name": "Castle Press"},
        "version": "0.1.0",
        "datePublished": "2026-03-01",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_a_date_of_low_certainty_is_told_to_no_machine(site: Site) -> None:
    path = "documents/zenda-d002.html"
    assert "dateSent" not in json_ld(site, path)
    assert "DC.date" not in dict(names(site, path))


def test_the_day_of_receipt_is_told(zenda: EncodedEdition) -> None:
    day = HistoricalDate(date(1894, 3, 5), date(1894, 3, 5))
    received = CorrespAction(
        ActionType.RECEIVED, (Agent(role=Claim("senate"), kind=AgentKind.ORGANISATION),), date=Claim(day)
    )
    letter = replace(STRAY, actions=(received,))
    site = build_site(api.load_edition(write_edition(zenda.folder.parent / "received", letter)))
    node = json_ld(site, "documents/zenda-d003.html")
    assert node["dateReceived"] == "1894-03-05"
    assert node["toRecipient"] == {"@type": "Organization", "name": "senate"}
    assert "dateSent" not in node


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!--<script>", "a & b\u2028\u2029", '"\\'])
def test_no_title_ends_the_script(zenda: EncodedEdition, title: str) -> None:
    (first, *_) = zenda.documents
    hostile = replace(first, document=replace(first.document, title=title))
    site = build_site(replace(zenda, documents=(hostile,), project=replace(zenda.project, title=title)))
    for path in ("index.html", f"documents/{hostile.document.id}.html"):
        page = site.page(path)
        assert [script.get("type") for script in page.xpath("//script[not(@src)]")] == ["application/ld+json"]
        assert json_ld(site, path)["name"] == title
        raw = site.files[path].decode().partition("ld+json")[2].partition("</script")[0]
        assert not set("<\u2028\u2029") & set(raw)


# -- changes -------------------------------------------------------------------------------------------------------


def feed(edition: EncodedEdition) -> etree._Element:
    return etree.fromstring(build_site(edition).files["feed.xml"])


def changed(edition: EncodedEdition, *changes: tuple[str, str]) -> EncodedEdition:
    """The edition with these changes in the header of its first document."""
    path = edition.documents[0].path
    text = path.read_text(encoding="utf-8")
    added = "".join(f'<change when="{when}">{words}</change>' for when, words in changes)
    head, mark, tail = text.partition("</revisionDesc>")
    assert mark
    path.write_text(head + added + mark + tail, encoding="utf-8")
    return replace(api.load_edition(edition.folder), project=edition.project)


def test_the_feed_has_the_changes_of_the_headers_the_latest_first(edition: EncodedEdition) -> None:
    corrected = changed(
        edition, ("2026-04-02", "Read &lt;again&gt;."), ("2026-05-01T10:00:00Z", "Corrected\n the date.")
    )
    root = feed(corrected)
    assert root.findtext("a:id", namespaces=ATOM) == f"{BASE}/"
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-05-01T00:00:00Z"
    assert root.findtext("a:author/a:name", namespaces=ATOM) == "Rudolf Rassendyll"
    found = [
        (entry.findtext("a:updated", namespaces=ATOM), entry.findtext("a:summary", namespaces=ATOM))
        for entry in root.iterfind("a:entry", ATOM)
    ]
    assert found == [("2026-05-01T00:00:00Z", "Corrected the date."), ("2026-04-02T00:00:00Z", "Read <again>.")]
    assert root.find("a:entry/a:link", ATOM).get("href") == f"{BASE}/{LETTER_PAGE}"  # type: ignore[union-attr]


def test_every_change_has_an_id_of_its_own_which_stays(edition: EncodedEdition) -> None:
    before = feed(changed(edition, ("2026-04-02", "One."), ("2026-04-02", "Two."))).xpath(
        "//a:entry/a:id/text()", namespaces=ATOM
    )
    after = feed(changed(edition, ("2026-04-03", "Three."))).xpath("//a:entry/a:id/text()", namespaces=ATOM)
    assert len(set(before)) == 2
    assert Counter(after) - Counter(before) == Counter(after[:1])


def test_what_is_no_day_is_no_change(edition: EncodedEdition) -> None:
    assert "feed.xml" not in build_site(changed(edition, ("2026-04", "A month."), ("2026-02-30", "No day."))).files


def test_a_withdrawal_is_a_change(edition: EncodedEdition) -> None:
    gone = Withdrawn("zenda-d009", "A leaf\x01", "2026-02-20", "A forgery.")
    root = feed(replace(edition, project=replace(edition.project, withdrawn=(gone, Withdrawn("zenda-d008")))))
    (entry,) = root.iterfind("a:entry", ATOM)
    assert entry.findtext("a:title", namespaces=ATOM) == "A leaf"
    assert (
        entry.findtext("a:summary", namespaces=ATOM) == "This document has been withdrawn from the edition. A forgery."
    )
    assert entry.find("a:link", ATOM).get("href") == f"{BASE}/documents/zenda-d009.html"  # type: ignore[union-attr]


def test_pages_name_the_feed_where_there_is_one(edition: EncodedEdition) -> None:
    named = "//link[@type='application/atom+xml']/@href"
    with_feed = build_site(changed(edition, ("2026-04-02", "One.")))
    assert with_feed.page("index.html").xpath(named) == ["feed.xml"]
    assert with_feed.page(LETTER_PAGE).xpath(named) == ["../feed.xml"]


# -- site map ------------------------------------------------------------------------------------------------------


def test_the_site_map_has_every_page_to_read_and_the_days_of_changes(edition: EncodedEdition) -> None:
    gone = replace(edition.project, withdrawn=(Withdrawn("zenda-d009"),))
    site = build_site(replace(changed(edition, ("2026-04-03", "A."), ("2026-04-02", "B.")), project=gone))
    root = etree.fromstring(site.files["sitemap.xml"])
    listed = {
        place.findtext("s:loc", namespaces=MAP): place.findtext("s:lastmod", namespaces=MAP)
        for place in root.iterfind("s:url", MAP)
    }
    pages = {path for path, _ in site.pages()} - {"index.html", "documents/zenda-d009.html"}
    assert set(listed) == {f"{BASE}/"} | {f"{BASE}/{path}" for path in pages}
    assert {address: day for address, day in listed.items() if day} == {f"{BASE}/{LETTER_PAGE}": "2026-04-03"}


def test_an_address_with_letters_of_other_scripts_is_written_out(tmp_path: Path) -> None:
    letter = replace(STRAY, id="étoile-0")
    site = build_site(api.load_edition(write_edition(tmp_path / "z", letter, base_url=BASE)))
    assert f"{BASE}/documents/%C3%A9toile-0.html" in site.files["sitemap.xml"].decode()
