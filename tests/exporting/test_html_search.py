"""The search: what its page offers, the index that Pagefind makes, and the texts that are searched without it."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from html_site import Site, build_site
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_archive import exporting
from tei_archive.errors import ExportError
from tei_archive.exporting.html import pagefind
from tei_archive.exporting.html.pagefind import Index, Indexed, build_index
from tei_archive.tei import EncodedEdition

LETTER = "documents/zenda-d001.html"
TEXTS = (
    Indexed("documents/a.html", ("The king accepts.", "<b>Three</b> crowns & a castle")),
    Indexed("documents/b.html", ("Nobody knows.",)),
)


@pytest.fixture
def site(zenda: EncodedEdition) -> Site:
    return build_site(zenda)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(TEXTS, "en-GB")


def texts_of(site: Site) -> dict[str, str]:
    script = site.files["assets/texts.js"].decode()
    found: dict[str, str] = json.loads(script.removeprefix("window.editionTexts = ").removesuffix(";\n"))
    return found


# -- the page ------------------------------------------------------------------------------------------------------


def test_the_page_offers_words_and_facets_and_lists_everything(site: Site) -> None:
    page = site.page("search.html")
    assert page.xpath("//form//*[@name]/@name") == ["words", "sender", "addressee", "year", "place", "kind"]
    assert all(page.xpath("//label[@for=$id]", id=field.get("id")) for field in page.xpath("//form//*[@name]"))
    assert page.xpath("//li[@data-facets]/@data-page") == [
        "documents/zenda-d002.html",
        "documents/zenda-d001.html",
        "documents/zenda-d003.html",
    ]
    assert page.xpath("//li[@data-facets]//a/@href") == page.xpath("//li/@data-page")


def test_without_an_index_no_document_has_an_id_in_it(site: Site) -> None:
    page = site.page("search.html")
    assert page.xpath("//@data-index") == ["no"]
    assert not page.xpath("//@data-result")
    assert not any(path.startswith("pagefind/") for path in site.files)


def test_with_an_index_every_document_has_its_id_there(zenda: EncodedEdition) -> None:
    files = {str(file.path): file.content for file in exporting.Site(pagefind=True).files(zenda)}
    page = Site(files).page("search.html")
    assert page.xpath("//@data-index") == ["yes"]
    for row in page.xpath("//li[@data-result]"):
        fragment = gzip.decompress(files[f"pagefind/fragment/{row.get('data-result')}.pf_fragment"])
        assert row.get("data-page").encode() in fragment
    assert len(page.xpath("//@data-result")) == 3
    assert len(set(page.xpath("//@data-result"))) == 3


def test_an_edition_without_documents_has_a_page_to_search_in(zenda: EncodedEdition) -> None:
    empty = replace(zenda, documents=())
    files = {str(file.path): file.content for file in exporting.Site(pagefind=True).files(empty)}
    assert not Site(files).page("search.html").xpath("//li[@data-facets]")


# -- the texts -----------------------------------------------------------------------------------------------------


def test_the_texts_are_there_for_pages_opened_from_a_disk(site: Site) -> None:
    assert texts_of(site)[LETTER] == ("To the regent Strelsau, March 3, 1894 I accept. Enclosed: a list Three crowns.")
    assert set(texts_of(site)) == set(site.page("search.html").xpath("//@data-page"))


@pytest.mark.parametrize("text", ["</script>\u2028x\u2029", "\\", '"; alert(1); "', "\u0431\u0435\u0440"])
def test_no_text_ends_the_script(zenda: EncodedEdition, text: str) -> None:
    (first, *_) = zenda.documents
    blocks = (replace(first.document.blocks[0], text=text.strip(), marks=()),)
    hostile = replace(first, document=replace(first.document, blocks=blocks, enclosures=()))
    site = build_site(replace(zenda, documents=(hostile,)))
    assert list(texts_of(site).values()) == [" ".join(text.split())]
    assert not set("\u2028\u2029") & set(site.files["assets/texts.js"].decode())


# -- the index -----------------------------------------------------------------------------------------------------


def test_every_page_has_its_id(index: Index) -> None:
    assert set(index.ids) == {text.href for text in TEXTS}
    assert {f"fragment/{id_}.pf_fragment" for id_ in index.ids.values()} <= set(index.files)


def test_markup_in_a_text_is_text(index: Index) -> None:
    content = json.loads(gzip.decompress(index.files[f"fragment/{index.ids['documents/a.html']}.pf_fragment"])[12:])
    assert "<b>Three</b> crowns & a castle" in content["content"]


def test_only_what_the_search_needs_is_there(index: Index) -> None:
    plain = {name for name in index.files if "/" not in name}
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"} <= plain
    assert not any("ui" in name or "highlight" in name for name in index.files)


def test_the_same_texts_give_the_same_bytes_in_any_order(index: Index) -> None:
    assert build_index(TEXTS, "en") == index
    assert build_index(reversed(TEXTS), "en") == index


def test_settings_of_pagefind_elsewhere_change_nothing(
    index: Index, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    monkeypatch.chdir(tmp_path)
    Path("pagefind.toml").write_text('exclude_selectors = ["p"]\n', encoding="utf-8")
    assert build_index(TEXTS, "en") == index


def test_without_pagefind_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "find_spec", lambda _: None)
    assert not exporting.has_pagefind()
    with pytest.raises(ExportError, match="Pagefind is not installed") as caught:
        build_index(TEXTS, "en")
    assert caught.value.hint is not None
    assert "tei-archive[site]" in caught.value.hint


def test_what_pagefind_complains_of_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind.sys, "executable", "/bin/false")
    with pytest.raises(ExportError, match="Pagefind could not make the index"):
        build_index(TEXTS, "en")


@pytest.mark.parametrize(
    "content",
    [b"", b"no gzip", gzip.compress(b"no JSON"), gzip.compress(b"pagefind_dcd[]")],
    ids=["empty", "no gzip", "no JSON", "no list"],
)
def test_another_form_of_index_is_not_taken_for_the_one_that_is_known(content: bytes) -> None:
    with pytest.raises(ExportError, match="writes another form of index"):
        dict(pagefind._ids({"fragment/en_1.pf_fragment": content}))


@settings(max_examples=5)
@given(st.lists(st.text(min_size=1), max_size=3))
def test_any_text_can_be_indexed(paragraphs: list[str]) -> None:
    assert set(build_index([Indexed("a.html", tuple(paragraphs))], "en").ids) <= {"a.html"}
