"""The page of a document: the text beside its source, and the ways to other documents."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from html_site import Site, build_site
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from zenda import STRAY, write_edition

from tei_archive import api
from tei_archive.exporting.html.alignment import PASSAGE, align
from tei_archive.model import ActionType, Agent, Claim, CorrespAction, Document, HistoricalDate, Source, Span
from tei_archive.tei import EncodedDocument, EncodedEdition

TEI = "http://www.tei-c.org/ns/1.0"


@pytest.fixture
def site(zenda: EncodedEdition) -> Site:
    return build_site(zenda)


# -- source --------------------------------------------------------------------------------------------------------


def encoded(*paragraphs: str, text: str) -> tuple[EncodedDocument, Source]:
    """A document of paragraphs, and a source of the text."""
    root = etree.Element(f"{{{TEI}}}TEI")
    body = etree.SubElement(etree.SubElement(root, f"{{{TEI}}}text"), f"{{{TEI}}}body")
    for words in paragraphs:
        etree.SubElement(body, f"{{{TEI}}}p").text = words
    document = replace(STRAY, id="s-1", source="s.txt", span=Span(0, len(text)))
    return EncodedDocument(document, root, Path("s-1.xml"), ""), Source("s", "s.txt", text)


words = st.text("ab c1.", min_size=1, max_size=30).filter(str.strip)


@given(st.lists(words, max_size=5), st.sampled_from(["\n", "\n\n", "  "]), st.text("\n x", max_size=5))
def test_the_passages_are_together_the_words_of_the_source(found: list[str], between: str, rest: str) -> None:
    text = between.join(found) + rest
    document, source = encoded(*found, text=text)
    aligned = align(document, source)
    assert "".join(passage.text for passage in aligned.passages) == text
    numbers = [passage.number for passage in aligned.passages if passage.number]
    assert numbers == list(range(1, len(found) + 1))
    blocks = [block for block in aligned.encoded.root.iter(f"{{{TEI}}}p") if block.get(PASSAGE)]
    for block, passage in zip(blocks, [p for p in aligned.passages if p.number], strict=True):
        assert (block.text or "").strip() == passage.text


def test_the_encoded_file_itself_is_left_alone() -> None:
    document, source = encoded("One.", text="One.")
    align(document, source)
    assert not next(iter(document.root.iter("{*}p"))).keys()


def test_a_block_that_was_edited_has_no_passage_and_those_after_it_have_theirs() -> None:
    last = "The last paragraph, which is long."
    document, source = encoded("One.", "Two, corrected.", last, text=f"One.\nTwo, corected.\n{last}")
    passages = align(document, source).passages
    assert [(p.number, p.text) for p in passages] == [(1, "One."), (0, "\nTwo, corected.\n"), (2, last)]


def test_a_short_block_is_not_looked_for_far_away() -> None:
    document, source = encoded("One.", "7", "Two.", text="One.\nTwo.\n7")
    assert [p.text for p in align(document, source).passages if p.number] == ["One.", "Two."]


def test_each_passage_leads_to_its_block_and_each_block_to_its_passage(site: Site) -> None:
    for path, page in site.pages():
        for block in page.xpath("//*[@data-source]"):
            (passage,) = page.xpath("//*[@id=$id]", id=block.get("data-source"))
            assert passage.xpath("a/@href") == [f"#{block.get('id')}"], path
            assert " ".join(passage.text_content().split()) in " ".join(block.text_content().split())
    assert len(site.page("documents/zenda-d001.html").xpath("//*[@data-source]")) >= 4


def test_a_document_without_its_source_has_no_pane(zenda: EncodedEdition) -> None:
    page = build_site(replace(zenda, sources=())).page("documents/zenda-d001.html")
    assert not page.xpath("//details[@class='source'] | //*[@data-source] | //a[@href='#page-source']")


# -- neighbours ----------------------------------------------------------------------------------------------------


def letter(number: int, sender: str, *addressees: str) -> Document:
    day = HistoricalDate(date(1894, 3, number), date(1894, 3, number))
    agents = {ActionType.SENT: (sender,), ActionType.RECEIVED: addressees}
    actions = tuple(
        CorrespAction(type_, tuple(Agent(Claim(name)) for name in names if name), date=Claim(day))
        for type_, names in agents.items()
    )
    return replace(STRAY, id=f"z-{number}", title=f"Letter {number}", actions=actions, context=())


@pytest.fixture
def exchange(tmp_path: Path) -> Site:
    letters = [letter(1, "Anna", "Boris"), letter(2, "Anna", "Clara"), letter(3, "Boris", "Anna"), letter(4, "Anna")]
    more = [letter(5, "Anna", "Boris", "Clara"), letter(6, "Anna", "Anna")]
    return build_site(api.load_edition(write_edition(tmp_path / "pairs", *letters, *more)))


@pytest.mark.parametrize(
    ("number", "in_time", "by_pair"),
    [
        (1, ["z-2"], ["z-3"]),
        (2, ["z-1", "z-3"], []),
        (3, ["z-2", "z-4"], ["z-1", "z-5"]),
        (4, ["z-3", "z-5"], []),
        (5, ["z-4", "z-6"], ["z-3"]),
        (6, ["z-5"], []),
    ],
)
def test_a_page_leads_on_in_time_and_between_the_same_two(
    exchange: Site, number: int, in_time: list[str], by_pair: list[str]
) -> None:
    page = exchange.page(f"documents/z-{number}.html")
    found = {
        name: page.xpath("//nav[@aria-labelledby=$name]//a/@href", name=name)
        for name in ("page-in-time", "page-same-pair")
    }
    assert found["page-in-time"] == [f"../documents/{id_}.html" for id_ in in_time]
    assert found["page-same-pair"] == [f"../documents/{id_}.html" for id_ in by_pair]
    rel = {link.get("rel"): link.get("href") for link in page.xpath("//link[@rel='prev' or @rel='next']")}
    assert set(rel.values()) == set(found["page-in-time"])


# -- what the headers say ------------------------------------------------------------------------------------------


def test_comments_and_instructions_in_a_header_are_not_shown(tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "zenda", STRAY)
    file = next((folder / "tei").iterdir())
    text = file.read_text(encoding="utf-8")
    start = text.index("<p>", text.index("<editorialDecl>")) + len("<p>")
    file.write_text(f"{text[:start]}<!-- unseen --><?unseen unseen?>{text[start:]}", encoding="utf-8")
    pages = build_site(api.load_edition(folder))
    assert not [path for path, content in pages.files.items() if path.endswith(".html") and b"unseen" in content]
