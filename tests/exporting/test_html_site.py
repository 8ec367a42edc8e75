"""The site as a whole: files, addresses, and what every page has."""

from dataclasses import replace
from itertools import pairwise

import pytest
from html_site import Site, build_site, resolved
from zenda import LETTER, REPLY, STRAY, write_edition

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.model import (
    ActionType,
    Agent,
    Block,
    Claim,
    CorrespAction,
    Entry,
    Label,
    Mark,
    MarkKind,
    Registers,
    Span,
)
from tei_archive.tei import EncodedEdition

REGISTERS = Registers(
    persons=(
        Entry(
            "flavia",
            "Flavia",
            ("Flavie",),
            ("queen",),
            (("GND", "118540238"), ("viaf", "https://viaf.org/viaf/1"), ("SSNE", "12")),
        ),
        Entry("office", "chancellor", name_known=False),
    ),
    organisations=(Entry("senate", "Senate"),),
    places=(
        Entry("tarlenheim", "Tarlenheim"),
        Entry("strelsau", "Strelsau", ("Strelsovia",), authorities=(("wikidata", "https://www.wikidata.org/wiki/Q1"),)),
    ),
)


@pytest.fixture
def site(zenda: EncodedEdition) -> Site:
    return build_site(replace(zenda, registers=REGISTERS))


def test_the_files_of_the_site(site: Site) -> None:
    assert sorted(site.files) == [
        "about.html",
        "assets/facets.js",
        "assets/found.js",
        "assets/icon.svg",
        "assets/reading.js",
        "assets/search.js",
        "assets/style.css",
        "assets/texts.js",
        "chains.html",
        "chains/zenda-d001.html",
        "chronology.html",
        "chronology/1894.html",
        *(f"citations/zenda-d00{n}.{form}" for n in (1, 2, 3) for form in ("bib", "json", "ris")),
        "documents/zenda-d001.html",
        "documents/zenda-d002.html",
        "documents/zenda-d003.html",
        *(f"edition.{form}" for form in ("bib", "json", "ris", "txt", "zip")),
        "encoding.html",
        "index.html",
        "network.html",
        "organisations/senate.html",
        "pairs.html",
        "persons.html",
        "persons/flavia.html",
        "persons/office.html",
        "places.html",
        "places/strelsau.html",
        "places/tarlenheim.html",
        "registers.xml",
        "review.html",
        "search.html",
        "sitemap.xml",
        "sources/zenda.txt",
        "statistics.html",
        "tei/zenda-d001.xml",
        "tei/zenda-d002.xml",
        "tei/zenda-d003.xml",
        "texts/zenda-d001.txt",
        "texts/zenda-d002.txt",
        "texts/zenda-d003.txt",
        "zenda-d001/index.html",
        "zenda-d002/index.html",
        "zenda-d003/index.html",
    ]


def test_the_same_edition_gives_the_same_bytes(zenda: EncodedEdition) -> None:
    assert build_site(zenda) == build_site(zenda)


def test_the_order_of_the_documents_does_not_matter(zenda: EncodedEdition) -> None:
    turned = replace(zenda, documents=tuple(reversed(zenda.documents)))
    assert build_site(turned) == build_site(zenda)


def test_every_link_within_the_site_leads_somewhere(site: Site) -> None:
    inside = [(page, resolved(page, address)) for page, address in site.links() if "://" not in address]
    broken = [
        (page, path, fragment)
        for page, (path, fragment) in inside
        if path not in site.files or (fragment and not site.page(path).xpath("//*[@id=$id]", id=fragment))
    ]
    assert len(inside) > 100
    assert broken == []


def test_every_page_is_reachable_from_the_first(site: Site) -> None:
    reached, left = set[str](), ["index.html"]
    while left:
        page = left.pop()
        reached.add(page)
        targets = {resolved(page, href)[0] for href in site.page(page).xpath("//a/@href") if "://" not in href}
        left += [path for path in targets if path.endswith(".html") and path not in reached]
    assert reached == {path for path, _ in site.pages()}


def test_nothing_is_asked_of_another_host(site: Site) -> None:
    named = " or ".join(f"@rel='{rel}'" for rel in ("canonical", "cite-as", "license", "schema.DC"))
    asked = [
        address
        for _, page in site.pages()
        for address in page.xpath(f"//@src | //link[not({named})]/@href | //@srcset | //object/@data")
    ]
    assert asked
    assert [address for address in asked if "//" in address.replace("../", "")] == []
    assert b"//" not in site.files["assets/style.css"].replace(b"/*", b"")
    assert b"@import" not in site.files["assets/style.css"]


def test_no_page_holds_script_or_style_of_its_own(site: Site) -> None:
    found = [
        (path, node)
        for path, page in site.pages()
        for node in page.xpath(
            "//script[not(@src or @type='application/ld+json')] | //style | //@style | //@*[starts-with(name(), 'on')]"
        )
    ]
    assert found == []


def test_every_page_has_what_a_reader_needs_to_find_the_way(site: Site) -> None:
    for path, page in site.pages():
        assert page.get("lang") == "en", path
        assert len(page.xpath("//h1")) == 1, path
        assert page.xpath("//main/@id") == ["page-main"], path
        assert page.xpath("//body/*[1]/@href") == ["#page-main"], path
        assert page.xpath("//header/nav[@aria-label]"), path
        assert page.xpath("//title/text()")[0].endswith("The Zenda letters"), path
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
        assert all(level - before <= 1 for before, level in pairwise(levels)), path


def test_the_files_are_copied_as_they_are(site: Site, zenda: EncodedEdition) -> None:
    first = zenda.documents[0]
    assert site.files[f"tei/{first.document.id}.xml"] == first.path.read_bytes()
    assert site.files["sources/zenda.txt"] == (zenda.folder / "sources" / "zenda.txt").read_bytes()


@pytest.mark.parametrize("id_", ["../../outside", "a/b", "", "1up", "a b", ".."])
def test_an_id_that_is_no_file_name_is_refused(zenda: EncodedEdition, id_: str) -> None:
    with pytest.raises(ExportError, match="cannot be the name of a file"):
        build_site(replace(zenda, registers=Registers(persons=(Entry(id_, "Somebody"),))))


def test_an_edition_without_documents_still_has_pages(zenda: EncodedEdition) -> None:
    site = build_site(replace(zenda, documents=(), registers=Registers()))
    assert "holds no documents yet" in site.text("index.html")
    assert "No document of this edition answers another" in site.text("chains.html")
    assert "registers of this edition are empty" in site.text("persons.html")
    assert "register of places is empty" in site.text("places.html")


def test_a_thing_has_one_name(site: Site) -> None:
    names = ["Documents", "Search", "Chronology", "Exchanges", "Persons", "Places", "About"]
    assert site.page("index.html").xpath("//nav//a/text()") == names
    assert site.text("chains.html", "//h1") == "Exchanges"


# -- index ---------------------------------------------------------------------------------------------------------


def test_the_list_is_in_the_order_of_time_with_the_undated_at_the_end(site: Site) -> None:
    page = site.page("index.html")
    assert page.xpath("//section[@class='year']/h3/text()") == ["1894", "Without a date"]
    assert page.xpath("//li[@data-facets]//span[@class='letter-name']/a/@href") == [
        "documents/zenda-d002.html",
        "documents/zenda-d001.html",
        "documents/zenda-d003.html",
    ]


def test_the_list_says_what_answers_what(site: Site) -> None:
    links = site.page("index.html").xpath("//li[@data-facets][1]//span[@class='particulars']/a")
    assert [(link.get("href"), link.text_content()) for link in links] == [
        ("documents/zenda-d001.html", f"answers document {number(site, 'zenda-d001')}")
    ]


def number(site: Site, id_: str) -> str:
    return site.text(f"documents/{id_}.html", "//p[@class='folio']").removeprefix("Document ")


def test_the_facets_offer_what_the_documents_have(site: Site) -> None:
    page = site.page("index.html")
    offered = {
        select.get("name"): [option.text for option in select.xpath("option")] for select in page.xpath("//select")
    }
    assert offered == {
        "sender": ["any", "chancellor (1)", "Flavia (1)"],
        "addressee": ["any", "Senate (1)"],
        "year": ["any", "1894 (2)"],
        "place": ["any", "Strelsau (1)"],
        "kind": ["any", "letter (1)", "note (2)"],
    }
    assert all(page.xpath("//label[@for=$id]", id=select.get("id")) for select in page.xpath("//select"))


def test_a_facet_in_which_all_are_the_same_is_left_out(zenda: EncodedEdition) -> None:
    french = replace(STRAY, language="fr")
    site = build_site(api.load_edition(write_edition(zenda.folder.parent / "languages", LETTER, REPLY, french)))
    assert not build_site(zenda).page("index.html").xpath("//select[@name='language']")
    options = site.page("index.html").xpath("//select[@name='language']/option/text()")
    assert options == ["any", "English (2)", "French (1)"]


def test_one_person_under_two_names_is_one_choice(zenda: EncodedEdition) -> None:
    known = replace(REPLY, actions=(sent_by("Flavia"),))
    others = [replace(STRAY, id=f"zenda-d00{n}", actions=(sent_by(name),)) for n, name in ((3, "F."), (4, "Flavia"))]
    folder = write_edition(zenda.folder.parent / "named", known, *others, replace(STRAY, id="zenda-d005"))
    page = build_site(api.load_edition(folder)).page("index.html")
    options = page.xpath("//select[@name='sender']/option")
    assert [(option.get("value"), option.text) for option in options] == [("", "any"), ("pers:flavia", "Flavia (3)")]


def sent_by(name: str) -> CorrespAction:
    return CorrespAction(ActionType.SENT, (Agent(Claim(name), ref="pers:flavia"),))


def test_without_scripts_the_filter_is_not_there_and_the_list_is(site: Site) -> None:
    page = site.page("index.html")
    assert page.xpath("//form/@hidden") == ["hidden"] or page.xpath("//form[@hidden]")
    assert not page.xpath("//li[@data-facets][@hidden]")


# -- persons -------------------------------------------------------------------------------------------------------


def test_a_person_has_letters_names_and_authorities(site: Site) -> None:
    page = site.page("persons/flavia.html")
    assert site.text("persons/flavia.html", "//h1") == "Flavia"
    facts = site.text("persons/flavia.html", "//dl")
    assert "Also written Flavie" in facts.replace("written", "written ").replace("  ", " ")
    assert "SSNE: 12" in facts
    assert page.xpath("//dt[.='Office']/following-sibling::dd/bdi/text()") == ["queen"]
    assert page.xpath("//dl//a/@href") == ["https://d-nb.info/gnd/118540238", "https://viaf.org/viaf/1"]
    assert page.xpath("//h2[.='Documents sent']/following-sibling::ol//a/@href") == ["../documents/zenda-d001.html"]


def test_an_office_without_a_name_says_so(site: Site) -> None:
    assert "this office and no name" in site.text("persons/office.html")


def test_the_index_of_persons_counts_letters(site: Site) -> None:
    rows = [
        tuple(cell.text_content() for cell in row.xpath("th | td"))
        for row in site.page("persons.html").xpath("//tbody/tr")
    ]
    assert rows == [("chancellor", "–", "–", "–"), ("Flavia", "1", "–", "–"), ("Senate", "–", "–", "–")]


def test_who_writes_a_document_is_not_counted_as_mentioned_there(zenda: EncodedEdition) -> None:
    marked = Block(Label.P, "I accept.", (Mark(MarkKind.PERS_NAME, Span(0, 1), "pers:flavia"),))
    named = replace(STRAY, blocks=(replace(marked, text=STRAY.blocks[0].text),))
    own = replace(LETTER, blocks=(*LETTER.blocks[:2], marked))
    folder = write_edition(zenda.folder.parent / "marked", own, named)
    site = build_site(replace(api.load_edition(folder), registers=REGISTERS))
    mentioned = site.page("persons/flavia.html").xpath("//h2[.='Mentioned in']/following-sibling::ol//a/@href")
    assert mentioned == ["../documents/zenda-d003.html"]


# -- places --------------------------------------------------------------------------------------------------------


def test_a_place_has_the_documents_that_name_it(zenda: EncodedEdition) -> None:
    marked = Block(Label.P, STRAY.blocks[0].text, (Mark(MarkKind.PLACE_NAME, Span(0, 6), "place:strelsau"),))
    folder = write_edition(zenda.folder.parent / "placed", LETTER, REPLY, replace(STRAY, blocks=(marked,)))
    site = build_site(replace(api.load_edition(folder), registers=REGISTERS))
    index = site.page("places.html").xpath("//tbody/tr")
    assert [row.xpath("string(th)").strip() for row in index] == ["Strelsau", "Tarlenheim"]
    assert [row.xpath("string(td/span)") for row in index] == ["2", "0"]
    page = site.page("places/strelsau.html")
    assert page.xpath("//ol//a/@href") == ["../documents/zenda-d001.html", "../documents/zenda-d003.html"]
    assert page.xpath("//dl//dd//text()") == ["Strelsovia", "wikidata"]
    assert page.xpath("//dl//a/@href") == ["https://www.wikidata.org/wiki/Q1"]
    assert not site.page("places/tarlenheim.html").xpath("//main//ol")


def test_a_place_named_in_a_document_leads_to_its_page(zenda: EncodedEdition) -> None:
    marked = Block(Label.P, STRAY.blocks[0].text, (Mark(MarkKind.PLACE_NAME, Span(0, 6), "place:strelsau"),))
    folder = write_edition(zenda.folder.parent / "linked", LETTER, replace(STRAY, blocks=(marked,)))
    site = build_site(replace(api.load_edition(folder), registers=REGISTERS))
    assert site.page("documents/zenda-d003.html").xpath("//p[@class='tei-p']/a/@href") == ["../places/strelsau.html"]
    assert "../places/strelsau.html" in site.page("documents/zenda-d001.html").xpath("//dl//a/@href")


# -- about ---------------------------------------------------------------------------------------------------------


def test_the_page_about_the_edition(site: Site) -> None:
    text = site.text("about.html")
    assert "1 document: reviewed" in text
    assert "2 documents: encoded automatically, not reviewed" in text
    assert "inferred from another document" in text
    assert "3 documents" in text
    assert site.page("about.html").xpath("//a[@href='tei/zenda-d001.xml']")
