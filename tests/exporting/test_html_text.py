"""The text of a document: what the stylesheet makes of TEI that scholars write by hand."""

from pathlib import Path

import pytest
from html_site import Site, build_site
from lxml import etree
from zenda import LETTER, REPLY, write_edition

from tei_archive import api

PAGE = "documents/zenda-d001.html"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_edition(tmp_path, LETTER, REPLY)


def site_with(folder: Path, body: str) -> Site:
    """The site of the edition after somebody wrote the body of a file anew."""
    path = folder / "tei" / "zenda-d001.xml"
    start, _, rest = path.read_text(encoding="utf-8").partition("<body>")
    path.write_text(f"{start}<body>{body}</body>{rest.partition('</body>')[2]}", encoding="utf-8")
    return build_site(api.load_edition(folder))


def text(folder: Path, body: str) -> etree._Element:
    return site_with(folder, f"<div type='letter'>{body}</div>").page(PAGE).xpath("//div[@class='tei']")[0]


def words(element: etree._Element, xpath: str = ".") -> str:
    return " ".join(" ".join(found.text_content() for found in element.xpath(xpath)).split())


def test_a_paragraph_that_a_note_interrupts_is_one_paragraph(folder: Path) -> None:
    page = text(
        folder,
        "<p>Before.</p><p part='I'>One two</p><note place='foot' n='*' xml:id='n1'>* a note</note>"
        "<p part='M'>three</p><note place='foot' n='**' xml:id='n2'>** another</note>"
        "<p part='F'>four.</p><p>After.</p>",
    )
    assert [words(p) for p in page.xpath(".//p")] == ["Before.", "One two three four.", "After."]
    assert [words(note) for note in page.xpath(".//section[@class='notes']//li")] == ["* a note", "** another"]


def test_pieces_of_a_paragraph_without_a_beginning_are_shown(folder: Path) -> None:
    page = text(folder, "<p>Whole.</p><p part='F'>a rest</p>")
    assert [words(p) for p in page.xpath(".//p")] == ["Whole.", "a rest"]


def test_two_interrupted_paragraphs_do_not_mix(folder: Path) -> None:
    page = text(folder, "<p part='I'>a</p><p part='F'>b</p><p part='I'>c</p><p part='F'>d</p>")
    assert [words(p) for p in page.xpath(".//p")] == ["a b", "c d"]


def test_a_note_is_linked_with_its_calls_both_ways(folder: Path) -> None:
    page = text(
        folder,
        "<p>One<ref type='noteCall' target='#n1'>*</ref> two<ref type='noteCall' target='#n1'>*</ref>.</p>"
        "<note place='foot' n='*' xml:id='n1'>* see there</note>",
    )
    calls = page.xpath(".//a[@role='doc-noteref']")
    assert [(call.get("id"), call.get("href")) for call in calls] == [("n1-call", "#n1"), ("n1-call2", "#n1")]
    assert page.xpath(".//li[@id='n1']//a[@role='doc-backlink']/@href") == ["#n1-call", "#n1-call2"]


def test_a_note_at_its_place_gets_a_call(folder: Path) -> None:
    page = text(folder, "<p>One<note place='foot' n='3'>A remark.</note> two.</p>")
    assert words(page, ".//p") == "One3 two."
    [call] = page.xpath(".//a[@role='doc-noteref']")
    [note] = page.xpath(".//section[@class='notes']//li")
    assert call.get("href") == f"#{note.get('id')}"
    assert note.xpath(".//a[@role='doc-backlink']/@href") == [f"#{call.get('id')}"]
    assert words(note).startswith("3 A remark.")


def test_a_call_without_its_note_is_no_link(folder: Path) -> None:
    page = text(folder, "<p>One<ref type='noteCall' target='#gone'>*</ref>.</p>")
    assert words(page) == "One*."
    assert not page.xpath(".//a")


@pytest.mark.parametrize(
    ("encoded", "shown"),
    [
        ("<choice><sic>detaind</sic><corr>detained</corr></choice>", "detaind [read: detained]"),
        ("<choice><abbr>Mr.</abbr><expan>Mister</expan></choice>", "Mr. [Mister]"),
        ("<choice><orig>vp</orig><reg>up</reg></choice>", "vp [up]"),
        ("<supplied>in</supplied>", "[in]"),
        ("<supplied>[in]</supplied>", "[in]"),
        ("<unclear>vessel</unclear>", "vessel[?]"),
        ("<gap reason='illegible'/>", "[illegible]"),
        ("<gap reason='editorial'/>........", "........"),
        ("a<lb/>b", "ab"),
        ("<pb n='32'/>b", "[page 32]b"),
        ("<graphic url='https://example.org/a.png'/>", "[Image]"),
        ("<w>a</w> <w>b</w>", "a b"),
        ("<app><lem>one</lem><rdg>two</rdg></app>", "one"),
        ("<!-- a remark --><?x y?>a", "a"),
        ("“Mr.\u00a0X, ʺ", "“Mr. X, ʺ"),
    ],
)
def test_what_was_done_to_the_text_is_told_in_signs(folder: Path, encoded: str, shown: str) -> None:
    assert words(text(folder, f"<p>{encoded}</p>"), ".//p") == shown


def test_a_gap_alone_says_what_it_is(folder: Path) -> None:
    assert words(text(folder, "<p><gap reason='editorial'/></p>")) == "[left out in the source]"


def test_rows_of_no_break_spaces_do_not_tear_holes(folder: Path) -> None:
    page = text(folder, "<p>in the \u00a0\u00a0\u00a0 hands</p><p>No.\u00a05</p>")
    assert [" ".join(p.text_content().split(" ")) for p in page.xpath(".//p")] == ["in the     hands", "No.\u00a05"]
    assert "\u00a0" not in page.xpath(".//p")[0].text_content()


@pytest.mark.parametrize(
    ("encoded", "href"),
    [
        ("<ref target='doc:zenda-d002'>x</ref>", "../documents/zenda-d002.html"),
        ("<ref target='doc:zenda-d002#zenda-d002-q1'>x</ref>", "../documents/zenda-d002.html#zenda-d002-q1"),
        ("<ref target='https://example.org/'>x</ref>", "https://example.org/"),
        ("<ref target='#here'>x</ref><seg xml:id='here'/>", "#here"),
        ("<ref target='doc:nowhere'>x</ref>", None),
        ("<ref target='#nowhere'>x</ref>", None),
        ("<ref target='javascript:alert(1)'>x</ref>", None),
        ("<ref target='data:text/html,x'>x</ref>", None),
        ("<ref target=' javascript:alert(1)'>x</ref>", None),
        ("<ref target='file:///etc'>x</ref>", None),
        ("<persName ref='pers:nobody'>x</persName>", None),
        ("<graphic url='javascript:alert(1)'/>", None),
    ],
)
def test_links_lead_to_pages_of_the_edition_or_to_the_web_alone(folder: Path, encoded: str, href: str | None) -> None:
    assert text(folder, f"<p>{encoded}</p>").xpath(".//a/@href") == ([href] if href else [])


def test_paragraphs_that_hold_blocks_stay_whole(folder: Path) -> None:
    page = text(folder, "<p>a <list><item>b</item><item>c</item></list> d <quote><p>e</p></quote> f</p>")
    assert words(page) == "a bc d e f"
    assert page.xpath("count(.//div[contains(@class,'tei-p')]//li)") == 2
    assert words(page, ".//div[contains(@class,'tei-p')]") == "a bc d e f"


def test_headings_go_down_by_one(folder: Path) -> None:
    page = site_with(
        folder,
        "<div type='document'><div type='letter'><head>a</head><p>b</p></div>"
        "<div type='enclosure'><head>c</head><div><head>d</head><p>e</p></div></div></div>",
    ).page(PAGE)
    assert [(h.tag, h.text_content()) for h in page.xpath("//*[contains(@class,'tei-head')]")] == [
        ("h2", "a"), ("h2", "c"), ("h3", "d"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("he", "rtl"),
        ("ar", "rtl"),
        ("ota-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("az-Arab-IR", "rtl"),
        ("fr", "ltr"),
        ("x-own", "auto"),
    ],
)
def test_foreign_words_keep_their_language_and_its_direction(folder: Path, language: str, direction: str) -> None:
    [foreign] = text(folder, f"<p><foreign xml:lang='{language}'>שלום</foreign></p>").xpath(".//*[@lang]")
    assert (foreign.get("lang"), foreign.get("dir"), foreign.text) == (language, direction, "שלום")


def test_a_text_that_is_written_from_right_to_left_is_set_so(folder: Path) -> None:
    path = folder / "tei" / "zenda-d001.xml"
    path.write_text(path.read_text(encoding="utf-8").replace('<text xml:lang="en">', '<text xml:lang="fa">'))
    page = build_site(api.load_edition(folder)).page(PAGE)
    [reading] = page.xpath("//div[@class='reading']")
    assert (reading.get("lang"), reading.get("dir")) == ("fa", "rtl")
    assert page.get("lang") == "en"
    assert page.get("dir") is None


def test_a_table_is_a_table(folder: Path) -> None:
    page = text(
        folder,
        "<table><head>Camels</head><row role='label'><cell>who</cell><cell>how many</cell></row>"
        "<row><cell cols='2'>none</cell></row></table>",
    )
    assert words(page, ".//caption") == "Camels"
    assert [cell.tag for cell in page.xpath(".//tr/*")] == ["th", "th", "td"]
    assert page.xpath(".//td/@colspan") == ["2"]


def test_elements_that_nobody_foresaw_are_shown(folder: Path) -> None:
    page = text(folder, "<p>a <measure unit='m'>b</measure> <rs>c</rs></p><sp><speaker>d</speaker><p>e</p></sp>")
    assert [words(p) for p in page.xpath(".//p")] == ["a b c", "d", "e"]
    assert page.xpath(".//span[@class='tei-measure']")
