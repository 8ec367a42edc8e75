"""The page of a document: what is known and how, the exchange, the neighbours, the citation."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from html_site import Site, build_site
from zenda import DAY, LETTER, REPLY, STRAY, TEXT, claim, span, write_edition

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.model import (
    ActionType,
    Agent,
    Certainty,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    Evidence,
    HistoricalDate,
    Precision,
    Relation,
    SourceNote,
    Unresolved,
)
from tei_archive.tei import EncodedEdition

INFERRED = Claim("Flavia", span("a reply"), "test.counterpart", Certainty.LOW, Evidence.CONJECTURE, "zenda-d001")


@pytest.fixture
def site(zenda: EncodedEdition) -> Site:
    return build_site(zenda)


def made(folder: Path, *documents: Document, **settings: str) -> Site:
    return build_site(api.load_edition(write_edition(folder, *documents, **settings)))


def sent(document: Document, agent: Agent) -> Document:
    return replace(document, actions=(CorrespAction(ActionType.SENT, (agent,)),))


def rows(site: Site, id_: str) -> dict[str, str]:
    """The metadata box: label and everything that stands beside it."""
    found = site.page(f"documents/{id_}.html").xpath("//section[@class='apparatus']//dl/div")
    return {
        row.xpath("string(dt)"): " ".join(" ".join(dd.text_content() for dd in row.xpath("dd")).split())
        for row in found
    }


# -- what is known, and how ----------------------------------------------------------------------------------------


def test_every_value_stands_in_the_box(site: Site) -> None:
    assert list(rows(site, "zenda-d001")) == [
        "From", "To", "Copies to", "Date", "Place", "Number", "Marked", "Kind", "State",
    ]  # fmt: skip
    assert rows(site, "zenda-d003") == {
        "From": "not known",
        "To": "not known",
        "Date": "not known",
        "Kind": "note",
        "State": "encoded automatically, not reviewed",
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (claim("Flavia", "a reply"), "read from the source"),
        (Claim("Flavia", span("a reply"), "test.rule", evidence=Evidence.INTERNAL), "stated in the document"),
        (
            Claim("Flavia", span("a reply"), "test.rule", Certainty.MEDIUM, Evidence.EXTERNAL),
            "stated by the editors of the source (medium certainty)",
        ),
        (
            Claim("Flavia", span("a reply"), "test.rule", Certainty.LOW, Evidence.CONJECTURE),
            "conjectured (low certainty)",
        ),
        (INFERRED, "inferred from document zenda-d001 (low certainty)"),
        (Claim("Flavia"), "entered by an editor"),
    ],
)
def test_certainty_is_said_in_words(tmp_path: Path, name: Claim[str], expected: str) -> None:
    site = made(tmp_path, LETTER, sent(REPLY, Agent(name)), STRAY)
    told = site.text("documents/zenda-d002.html", "(//section[@class='apparatus']//dd)[1]/*[contains(@class,'basis')]")
    numbered = expected.replace("zenda-d001", site.text("documents/zenda-d001.html", "//p[@class='folio']")[9:])
    assert told.startswith(numbered)


def test_a_value_that_an_editor_signed_is_the_editors(tmp_path: Path) -> None:
    folder = write_edition(tmp_path, LETTER, sent(REPLY, Agent(INFERRED)), STRAY)
    path = folder / "tei" / "zenda-d002.xml"
    proposed = path.read_text(encoding="utf-8")
    signed = re.sub(r'(<persName [^>]*)cert="low"([^>]*)resp="#resp.auto"', r'\1cert="high"\2resp="#ed.1"', proposed)
    path.write_text(signed, encoding="utf-8")
    assert signed != proposed
    assert rows(build_site(api.load_edition(folder)), "zenda-d002")["From"].startswith("Flavia entered by an editor")


def test_the_words_that_a_value_was_read_from_are_shown_on_demand(site: Site) -> None:
    basis = site.page("documents/zenda-d001.html").xpath("//dt[.='Date']/following-sibling::dd//details")[0]
    assert basis.get("open") is None
    assert basis.xpath("string(.//mark)") == "March 3, 1894"
    assert " ".join(basis.xpath("string(.//blockquote)").split()).startswith("To the regent Strelsau, March 3, 1894")
    assert basis.xpath("string(.//code)") == "test.rule"


def test_a_value_taken_from_another_document_leads_there(tmp_path: Path) -> None:
    site = made(tmp_path, LETTER, sent(REPLY, Agent(INFERRED)), STRAY)
    links = site.page("documents/zenda-d002.html").xpath("//details[@class='basis']//a/@href")
    assert "../documents/zenda-d001.html" in links


def test_a_name_and_a_role_from_the_same_words_say_so_once(tmp_path: Path) -> None:
    agent = Agent(claim("Flavia", "a reply"), claim("queen", "a reply"))
    site = made(tmp_path, LETTER, sent(REPLY, agent), STRAY)
    assert rows(site, "zenda-d002")["From"].count("read from the source") == 1


def test_a_reference_without_a_target_says_why(site: Site) -> None:
    told = rows(site, "zenda-d002")["In reply to"]
    assert "your note of the 5th no document of this edition fits (low certainty)" in told


@pytest.mark.parametrize("reason", Unresolved)
def test_every_reason_has_words(tmp_path: Path, reason: Unresolved) -> None:
    ref = ContextRef(Relation.CITES, "the 5th", span("the 5th"), reason=reason, rule="test.rule")
    page = made(tmp_path, replace(REPLY, context=(ref,))).page("documents/zenda-d002.html")
    told = page.xpath("string(//dt[.='Mentions']/following-sibling::dd//summary)")
    assert len(told.split()) > 1
    assert reason not in told


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (DAY, "3 March 1894"),
        (HistoricalDate(date(1894, 3, 1), date(1894, 3, 31), Precision.MONTH), "March 1894"),
        (HistoricalDate(date(1894, 1, 1), date(1894, 12, 31), Precision.YEAR), "1894"),
        (HistoricalDate(date(1894, 3, 1), date(1894, 3, 3), Precision.DURATION), "1 March 1894 to 3 March 1894"),
        (HistoricalDate(date(1894, 3, 1), date(1894, 3, 3), Precision.WINDOW), "between 1 March 1894 and 3 March 1894"),
    ],
)
def test_dates_are_told_as_exactly_as_they_are_known(tmp_path: Path, when: HistoricalDate, expected: str) -> None:
    dated = replace(REPLY, actions=(CorrespAction(ActionType.SENT, date=Claim(when)),))
    assert rows(made(tmp_path, dated), "zenda-d002")["Date"] == f"{expected} entered by an editor"


# -- exchange, neighbours, citation, source ------------------------------------------------------------------------


def test_a_document_leads_to_what_it_answers_and_back(site: Site) -> None:
    there = site.page("documents/zenda-d002.html").xpath("//section[@class='exchange']//a/@href")
    back = site.page("documents/zenda-d001.html").xpath("//section[@class='exchange']//a/@href")
    assert there == ["../documents/zenda-d001.html", "../chains.html"]
    assert back == ["../documents/zenda-d002.html", "../chains.html"]
    assert not site.page("documents/zenda-d003.html").xpath("//section[@class='exchange']")


def test_earlier_and_later_follow_the_dates(site: Site) -> None:
    page = site.page("documents/zenda-d001.html")
    assert (
        page.xpath("//a[@rel='prev']/@href")
        == ["../documents/zenda-d002.html"]
        == page.xpath("//link[@rel='prev']/@href")
    )
    assert (
        page.xpath("//a[@rel='next']/@href")
        == ["../documents/zenda-d003.html"]
        == page.xpath("//link[@rel='next']/@href")
    )
    assert not site.page("documents/zenda-d002.html").xpath("//*[@rel='prev']")
    assert not site.page("documents/zenda-d003.html").xpath("//*[@rel='next']")


def test_a_number_that_stands_twice_is_no_number(tmp_path: Path) -> None:
    folder = write_edition(tmp_path, LETTER, REPLY, STRAY)
    for id_, n in (("zenda-d001", "7"), ("zenda-d002", "7"), ("zenda-d003", "8")):
        path = folder / "tei" / f"{id_}.xml"
        start, _, rest = path.read_text(encoding="utf-8").partition(">\n  <teiHeader")
        start = re.sub(r' n="[^"]*"', "", start)
        path.write_text(f'{start} n="{n}">\n  <teiHeader{rest}', encoding="utf-8")
    site = build_site(api.load_edition(folder))
    folios = [site.text(f"documents/zenda-d00{n}.html", "//p[@class='folio']") for n in (1, 2, 3)]
    assert folios == ["Document zenda-d001", "Document zenda-d002", "Document 8"]


def test_the_citation_has_a_permalink_where_the_edition_has_an_address(site: Site, tmp_path: Path) -> None:
    address = "https://example.org/zenda/zenda-d001"
    page = site.page("documents/zenda-d001.html")
    assert page.xpath("//section[@class='cite']//span[@class='permalink']/a/@href") == [address]
    assert page.xpath("//link[@rel='cite-as']/@href") == [address]
    local = made(tmp_path, LETTER)
    assert local.text("documents/zenda-d001.html", "//span[@class='permalink']") == "zenda-d001"
    assert not local.page("documents/zenda-d001.html").xpath("//link[@rel='cite-as']")


def test_the_citation_names_the_source_where_it_has_a_title(zenda: EncodedEdition) -> None:
    note = SourceNote("zenda.txt", "Papers of the regent")
    named = build_site(replace(zenda, project=replace(zenda.project, sources=(note,))))
    assert "Source: Papers of the regent." in named.text("documents/zenda-d001.html", "//section[@class='cite']")
    assert "Source:" not in build_site(zenda).text("documents/zenda-d001.html", "//section[@class='cite']")


def test_the_permalink_leads_to_the_page(site: Site) -> None:
    page = site.page("zenda-d001/index.html")
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../documents/zenda-d001.html"]
    assert page.xpath("//a/@href") == ["../documents/zenda-d001.html"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert (page.get("lang"), page.xpath("string(//title)")) == ("en", "To the regent – The Zenda letters")


def test_the_permalink_is_the_address_in_the_tei_file(site: Site, zenda: EncodedEdition) -> None:
    stated = zenda.documents[0].root.xpath("string(//*[local-name()='publicationStmt']/*[@type='URI'])")
    assert site.page("documents/zenda-d001.html").xpath("//link[@rel='cite-as']/@href") == [stated]


@pytest.mark.parametrize("base_url", ["example", "file:///zenda"])
def test_without_an_address_on_the_web_there_is_no_permalink(zenda: EncodedEdition, base_url: str) -> None:
    site = build_site(replace(zenda, project=replace(zenda.project, base_url=base_url)))
    assert "zenda-d001/index.html" not in site.files


@pytest.mark.parametrize("id_", ["tei", "documents", "assets"])
def test_a_permalink_takes_no_folder_of_the_site(zenda: EncodedEdition, id_: str) -> None:
    encoded = replace(zenda.documents[0], document=replace(zenda.documents[0].document, id=id_))
    with pytest.raises(ExportError, match="is a folder of the site"):
        build_site(replace(zenda, documents=(encoded,)))


def test_the_source_stands_below_to_the_letter(site: Site) -> None:
    page = site.page("documents/zenda-d001.html")
    assert page.xpath("string(//div[@class='source-text'])") == LETTER.span.cut(TEXT)
    assert site.text("documents/zenda-d001.html", "//p[@class='source-where']") == "zenda.txt, characters 0 to 78"
