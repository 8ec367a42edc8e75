"""The search in a browser: from a web server with the index of Pagefind, and from a disk without it."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tei_archive.serving import serve

pytestmark = pytest.mark.browser

CONFERENCE = {f"kars-1921-d00{number}" for number in (1, 2, 5, 6)}
PLAIN = "Words are found by their beginnings."


@pytest.fixture(scope="session")
def web(kars: Path) -> Iterator[str]:
    """The address of the site of the first edition on a web server."""
    with serve(0) as served:
        served.replace(
            {path.relative_to(kars).as_posix(): path.read_bytes() for path in kars.rglob("*") if path.is_file()}
        )
        yield served.address


@pytest.fixture(params=["web", "disk"])
def home(request: pytest.FixtureRequest, kars: Path, web: str) -> str:
    return web if request.param == "web" else f"{kars.as_uri()}/"


def look_for(page: Page, home: str, words: str) -> None:
    page.goto(f"{home}search.html")
    page.get_by_label("Words in the text").fill(words)
    # The address says that the search is done.
    page.wait_for_url(re.compile("#words="))


def found(page: Page) -> list[str]:
    rows = page.locator("li[data-page]:visible")
    return [row.get_attribute("data-page")[10:-5] for row in rows.all()]  # type: ignore[index]


def test_words_are_found_and_their_passages_shown(page: Page, home: str) -> None:
    look_for(page, home, "conference")
    expect(page.locator("output")).to_have_text("4 of 6 documents are shown.")
    assert set(found(page)) == CONFERENCE
    expect(page.locator(".passages mark").first).to_have_text("conference")
    assert len(page.locator("li[data-page]:visible .passages").all()) >= 1


def test_a_passage_is_a_link_that_lands_on_it(page: Page, home: str) -> None:
    look_for(page, home, "conference kars")
    passage = page.locator("[data-page$='d001.html'] .passages a").filter(has_text="should complement")
    passage.click()
    mark = page.locator("mark.found")
    expect(mark).to_have_text("conference")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()
    expect(page.locator(".tei-p").filter(has=mark)).to_contain_text("which conference should complement")


def test_a_passage_beside_the_call_of_a_note_is_landed_on(page: Page, home: str) -> None:
    look_for(page, home, "Fuad")
    link = page.locator(".passages a")
    expect(link).to_contain_text("representative in Moscow * about")
    link.click()
    expect(page.locator("mark.found")).to_have_text("Fuad")
    expect(page.locator("mark.found")).to_be_in_viewport()


def test_words_in_quotation_marks_stand_in_this_order(page: Page, home: str) -> None:
    look_for(page, home, '"conference be held in Kars"')
    expect(page.locator("output")).to_have_text("1 of 6 documents are shown.")
    page.locator(".passages a").first.click()
    expect(page.locator("mark.found").first).to_be_visible()
    assert " ".join(page.locator("mark.found").all_inner_texts()) == "conference be held in Kars"


def test_facets_narrow_what_was_found_and_count_it(page: Page, home: str) -> None:
    look_for(page, home, "conference")
    expect(page.locator("output")).to_have_text("4 of 6 documents are shown.")
    page.get_by_label("Kind").select_option("reply")
    page.wait_for_url(re.compile("kind=reply"))
    options = page.get_by_label("Sender").locator("option").all_inner_texts()
    assert set(found(page)) < CONFERENCE
    assert "Natsarenus (0)" in options
    expect(page.locator("output")).to_have_text(f"{len(found(page))} of 6 documents are shown.")


def test_what_is_nowhere_is_not_found(page: Page, home: str) -> None:
    look_for(page, home, "xylophone")
    expect(page.locator("output")).to_have_text("0 of 6 documents are shown.")
    assert found(page) == []
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("output")).to_have_text("All 6 documents are shown.")
    expect(page.get_by_label("Words in the text")).to_be_focused()
    assert len(found(page)) == 6


def test_a_search_has_an_address(page: Page, home: str) -> None:
    look_for(page, home, "conference")
    page.get_by_label("Kind").select_option("note")
    page.wait_for_url(re.compile("kind=note"))
    address, before = page.url, found(page)
    page.goto(f"{home}about.html")
    page.goto(address)
    expect(page.get_by_label("Words in the text")).to_have_value("conference")
    expect(page.locator("output")).to_have_text(f"{len(before)} of 6 documents are shown.")
    assert found(page) == before


def test_the_page_says_how_it_searches(page: Page, kars: Path, web: str) -> None:
    note = page.locator(".search-notes")
    page.goto(f"{web}search.html")
    expect(note.get_by_text("Other forms of a word are found too.")).to_be_visible()
    expect(note.get_by_text("read from a folder")).to_be_hidden()
    page.goto((kars / "search.html").as_uri())
    expect(note.get_by_text("read from a folder and not from a web server")).to_be_visible()
    expect(note.get_by_text("Other forms of a word are found too.")).to_be_hidden()


def test_on_a_web_server_other_forms_are_found(page: Page, kars: Path, web: str) -> None:
    look_for(page, web, "conferences")
    expect(page.locator("output")).to_have_text("4 of 6 documents are shown.")
    look_for(page, f"{kars.as_uri()}/", "conferences")
    expect(page.locator("output")).to_have_text("0 of 6 documents are shown.")


def test_from_a_disk_accents_and_capitals_do_not_count(page: Page, kars: Path) -> None:
    look_for(page, f"{kars.as_uri()}/", "CONFÉRENCE")
    expect(page.locator("output")).to_have_text("4 of 6 documents are shown.")


def test_without_the_index_a_web_server_has_the_plain_search(page: Page, kars: Path) -> None:
    files = {path.relative_to(kars).as_posix(): path.read_bytes() for path in kars.rglob("*") if path.is_file()}
    with serve(0) as served:
        served.replace(files | {"search.html": files["search.html"].replace(b'data-index="yes"', b'data-index="no"')})
        look_for(page, served.address, "conference")
        expect(page.locator("output")).to_have_text("4 of 6 documents are shown.")
        expect(page.get_by_text(PLAIN)).to_be_visible()


def test_where_the_index_is_not_handed_out_the_plain_search_takes_its_place(browser: Browser, kars: Path) -> None:
    page = browser.new_page()  # one that may complain of what it does not get
    files = {path.relative_to(kars).as_posix(): path.read_bytes() for path in kars.rglob("*") if path.is_file()}
    with serve(0) as served:
        served.replace({path: content for path, content in files.items() if not path.startswith("pagefind/")})
        look_for(page, served.address, "conference")
        expect(page.locator("output")).to_have_text("4 of 6 documents are shown.")
        expect(page.get_by_text(PLAIN)).to_be_visible()
    page.close()


def test_the_search_is_used_with_the_keyboard_alone(page: Page, home: str) -> None:
    page.goto(f"{home}search.html")
    page.locator("#page-main").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Words in the text")).to_be_focused()
    page.keyboard.type("martial law")
    expect(page.locator("output")).to_have_text("1 of 6 documents are shown.")
    expect(page.locator(".passages a").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Words in the text")).to_be_focused()
    link = page.locator(".passages a").first
    for _ in range(12):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("mark.found").first).to_be_focused()


def test_words_that_are_markup_are_words(page: Page, home: str) -> None:
    page.goto(f"{home}search.html#words=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.locator("output")).to_contain_text(" of 6 documents are shown.")
    expect(page.locator("img")).to_have_count(0)
    page.goto(f"{home}documents/kars-1921-d001.html?found=%3Cimg%20src%3Dx%3E&before=%3Cb%3E")
    expect(page.locator("mark.found")).to_have_count(0)


def test_an_address_with_words_that_are_not_there_marks_nothing(page: Page, home: str) -> None:
    page.goto(f"{home}documents/kars-1921-d001.html?found=xylophone")
    expect(page.locator("mark.found")).to_have_count(0)
    assert parse_qs(urlsplit(page.url).query) == {"found": ["xylophone"]}


def test_without_scripts_all_documents_are_listed(browser: Browser, kars: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((kars / "search.html").as_uri())
    expect(page.get_by_text("The search needs scripts")).to_be_visible()
    expect(page.locator("form")).to_be_hidden()
    assert len(found(page)) == 6
    context.close()
