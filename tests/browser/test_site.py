"""The site in a browser: reaching, reading, narrowing, printing, with a mouse and without."""

from pathlib import Path

import pytest
from accessibility import check_with_axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

FIRST = "documents/kars-1921-d001.html"
REPLY = "documents/kars-1921-d002.html"
TRANSMITTED = "documents/kars-1921-d005.html"
NOTED = "documents/kars-1921-d003.html"
KINDS = [
    "index.html",
    "search.html",
    REPLY,
    NOTED,
    "chronology.html",
    "chronology/1921.html",
    "chains.html",
    "chains/kars-1921-d001.html",
    "pairs.html",
    "pairs/natsarenus--yusuf-kemal.html",
    "network.html",
    "persons.html",
    "persons/yusuf-kemal.html",
    "places.html",
    "places/kars.html",
    "statistics.html",
    "review.html",
    "encoding.html",
    "about.html",
]


def visit(page: Page, site: Path, name: str) -> None:
    page.goto((site / name).as_uri())


def addresses(page: Page, site: Path, selector: str) -> list[str]:
    found = page.locator(selector).evaluate_all("links => links.map(link => link.href)")
    return [address.removeprefix(f"{site.as_uri()}/") for address in found]


def shown(page: Page) -> list[str]:
    """The documents that the list of the first page shows."""
    return page.locator("li[data-facets]:visible .letter-name a").all_inner_texts()


# -- reaching ------------------------------------------------------------------------------------------------------


def test_every_document_is_reached_from_the_first_page(page: Page, kars: Path) -> None:
    visit(page, kars, "index.html")
    for number in range(1, 7):
        page.locator(f".letter-name a[href$='d00{number}.html']").click()
        expect(page.locator(".folio")).to_have_text(f"Document {number}")
        expect(page.locator("h1")).to_be_visible()
        page.go_back()


def test_an_exchange_is_walked_there_and_back(page: Page, kars: Path) -> None:
    for first, reply in (("d001", "d002"), ("d003", "d004"), ("d005", "d006")):
        visit(page, kars, f"documents/kars-1921-{first}.html")
        page.locator(".exchange .step a").click()
        assert page.url.endswith(f"{reply}.html")
        page.locator(".exchange .step a").click()
        assert page.url.endswith(f"{first}.html")


def test_the_days_between_are_told(page: Page, kars: Path) -> None:
    told = []
    for first in ("d001", "d003", "d005"):
        visit(page, kars, f"chains/kars-1921-{first}.html")
        told += [text.split(",")[0] for text in page.locator(".interval").all_inner_texts()]
    assert told == ["received 8 days later", "received 3 days later", "received 6 days later"]


def test_later_and_later_leads_through_all_documents(page: Page, kars: Path) -> None:
    visit(page, kars, FIRST)
    visited = [page.url]
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        visited.append(page.url)
    assert [url[-6] for url in visited] == ["1", "3", "4", "5", "2", "6"]


def test_downloads_are_there(page: Page, kars: Path) -> None:
    visit(page, kars, REPLY)
    for address in addresses(page, kars, ".downloads a"):
        assert (kars / address).stat().st_size > 300


# -- reading -------------------------------------------------------------------------------------------------------


def test_what_was_inferred_says_so_and_shows_its_words(page: Page, kars: Path) -> None:
    visit(page, kars, REPLY)
    to = page.locator(".apparatus dl > div").filter(has=page.get_by_text("To", exact=True))
    expect(to).to_contain_text("Natsarenus")
    summary = to.locator("summary").last
    expect(summary).to_have_text("inferred from document 1 (low certainty)")
    words = to.locator("mark").last
    expect(words).to_be_hidden()
    summary.click()
    expect(words).to_be_visible()


def test_the_source_is_shown_on_demand(page: Page, kars: Path) -> None:
    visit(page, kars, REPLY)
    text = page.locator(".source-text")
    expect(text).to_be_hidden()
    page.locator(".source > summary").click()
    expect(text).to_be_visible()
    expect(text).to_contain_text("The following reply was received")


@pytest.mark.parametrize("name", KINDS)
def test_nothing_scrolls_sideways(page: Page, kars: Path, name: str) -> None:
    visit(page, kars, name)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert cut_off(page) == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_label_is_broken_within_a_word(page: Page, kars: Path, width: int) -> None:
    visit(page, kars, TRANSMITTED)
    page.set_viewport_size({"width": width, "height": 800})
    lines = page.get_by_text("Transmitted", exact=True).first.evaluate("""label => {
        const range = document.createRange();
        range.selectNodeContents(label);
        return range.getClientRects().length;
    }""")
    assert lines == 1


def cut_off(page: Page) -> list[str]:
    """The elements that reach over the edge of the window."""
    return page.evaluate("""[...document.querySelectorAll('main *')].filter(element => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1);
    }).map(element => element.outerHTML.slice(0, 80))""")


def test_the_lines_of_the_text_are_of_a_length_to_read(page: Page, kars: Path) -> None:
    visit(page, kars, REPLY)
    paragraph = page.locator(".tei-p").first
    characters = len(paragraph.inner_text())
    lines = paragraph.evaluate("p => p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight)")
    assert 55 <= characters / round(lines) <= 75


def test_without_scripts_the_whole_list_is_there(browser: Browser, kars: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, kars, "index.html")
    expect(page.locator("form")).to_be_hidden()
    assert len(shown(page)) == 6
    context.close()


# -- narrowing -----------------------------------------------------------------------------------------------------


def test_facets_narrow_the_list_from_the_keyboard(page: Page, kars: Path) -> None:
    visit(page, kars, "index.html")
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    page.get_by_label("Sender").focus()
    page.keyboard.type("Natsarenus")
    assert shown(page) == ["Natsarenus to Yusuf Kemal"] * 2
    expect(page.locator("output")).to_have_text("2 of 6 documents are shown.")
    page.get_by_label("Sender").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show all")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("output")).to_have_text("All 6 documents are shown.")
    assert len(shown(page)) == 6
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    expect(page.get_by_label("Sender")).to_be_focused()


def test_facets_work_together_and_count_what_is_left(page: Page, kars: Path) -> None:
    visit(page, kars, "index.html")
    page.get_by_label("Kind").select_option("reply")
    page.get_by_label("Addressee").select_option(label="Mravyan (1)")
    assert shown(page) == ["Yusuf Kemal to Mravyan"]
    options = page.get_by_label("Sender").locator("option")
    assert options.all_inner_texts() == ["any", "Mravyan (0)", "Natsarenus (0)", "Yusuf Kemal (1)"]
    expect(options.nth(1)).to_be_disabled()


def test_a_narrowed_list_has_an_address(page: Page, kars: Path) -> None:
    visit(page, kars, "index.html")
    page.get_by_label("Kind").select_option("note")
    address = page.url
    visit(page, kars, "about.html")
    page.goto(address)
    assert len(shown(page)) == 3
    expect(page.get_by_label("Kind")).to_have_value("note")
    page.goto(f"{address}-that-is-not-there&sender=pers:nobody")
    assert len(shown(page)) == 6


# -- without a mouse -----------------------------------------------------------------------------------------------


def test_the_first_tab_leads_to_the_content(page: Page, kars: Path) -> None:
    visit(page, kars, REPLY)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("name", KINDS)
def test_the_focus_is_seen_wherever_it_goes(page: Page, kars: Path, name: str) -> None:
    visit(page, kars, name)
    wanted = page.locator(":is(a[href], summary, select, button):visible").count()
    reached = set()
    for _ in range(wanted):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        expect(focused).to_be_in_viewport()
        assert focused.evaluate("e => getComputedStyle(e).outlineStyle") != "none"
        reached.add(focused.evaluate("e => [...document.querySelectorAll('*')].indexOf(e)"))
    assert len(reached) == wanted


@pytest.mark.parametrize("name", KINDS)
def test_axe_finds_nothing(page: Page, kars: Path, name: str) -> None:
    visit(page, kars, name)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    check_with_axe(page, (360, 1280))


# -- on paper ------------------------------------------------------------------------------------------------------


def test_paper_shows_the_text_and_not_the_navigation(page: Page, kars: Path) -> None:
    page.emulate_media(media="print")
    visit(page, kars, NOTED)
    for hidden in ("nav", ".skip", ".source", ".downloads", ".note-back"):
        expect(page.locator(hidden).first).to_be_hidden()
    for seen in ("h1", ".apparatus", ".tei-text", ".notes li", ".cite p", ".masthead-title"):
        expect(page.locator(seen).first).to_be_visible()
    visit(page, kars, "index.html")
    expect(page.locator(".facets")).to_be_hidden()
    assert len(shown(page)) == 6


def test_a_page_can_be_printed(page: Page, kars: Path) -> None:
    visit(page, kars, REPLY)
    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")
