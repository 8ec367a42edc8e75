"""The page of a document in a browser: notes as pop-overs, the source beside the text, with and without scripts."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from accessibility import check_with_axe
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

NOTED = "documents/kars-1921-d003.html"
REPLY = "documents/kars-1921-d002.html"
# What is not part of a sentence must be large enough to hit (WCAG 2.5.8).
CONTROLS = (
    "nav a, summary, .to-text, .note-back, .downloads a, .more a, .neighbours a, select:visible, button:visible, .skip"
)


@pytest.fixture
def noted(page: Page, kars: Path) -> Page:
    page.goto((kars / NOTED).as_uri())
    return page


@pytest.fixture
def plain(browser: Browser, kars: Path) -> Iterator[Page]:
    """The page in a browser without scripts."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((kars / NOTED).as_uri())
    yield page
    context.close()


def call(page: Page) -> Locator:
    return page.locator("a[role=doc-noteref]")


def note(page: Page) -> Locator:
    return page.locator(".note-box")


# -- notes ---------------------------------------------------------------------------------------------------------


def test_without_scripts_a_note_is_reached_from_its_call_and_the_call_from_the_note(plain: Page) -> None:
    call(plain).click()
    at_the_foot = plain.locator("li.tei-note:target")
    expect(at_the_foot).to_be_in_viewport()
    at_the_foot.locator("a[role=doc-backlink]").click()
    expect(call(plain)).to_be_in_viewport()
    assert plain.url.endswith(f"#{call(plain).get_attribute('id')}")


def test_a_note_opens_under_the_pointer_which_may_go_there(noted: Page) -> None:
    call(noted).hover()
    expect(note(noted)).to_be_visible()
    expect(note(noted)).to_have_text("* see doc. No. 187")
    note(noted).hover()
    noted.wait_for_timeout(600)
    expect(note(noted)).to_be_visible()
    noted.mouse.move(5, 5)
    expect(note(noted)).to_be_hidden()


def test_a_note_that_is_hovered_closes_with_escape(noted: Page) -> None:
    call(noted).hover()
    expect(note(noted)).to_be_visible()
    noted.keyboard.press("Escape")
    expect(note(noted)).to_be_hidden()


def test_a_note_opens_and_closes_from_the_keyboard(noted: Page) -> None:
    call(noted).focus()
    noted.keyboard.press("Enter")
    expect(note(noted)).to_be_visible()
    expect(call(noted)).to_have_attribute("aria-expanded", "true")
    noted.keyboard.press("Escape")
    expect(note(noted)).to_be_hidden()
    expect(call(noted)).to_have_attribute("aria-expanded", "false")
    expect(call(noted)).to_be_focused()


def test_a_note_closes_when_the_focus_goes_on(noted: Page) -> None:
    call(noted).focus()
    noted.keyboard.press("Enter")
    expect(note(noted)).to_be_visible()
    noted.keyboard.press("Tab")
    expect(note(noted)).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_note_stays_within_the_window_and_beside_its_call(noted: Page, width: int) -> None:
    noted.set_viewport_size({"width": width, "height": 700})
    call(noted).click()
    at, box = call(noted).bounding_box(), note(noted).bounding_box()
    assert at is not None
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert min(abs(box["y"] - at["y"] - at["height"]), abs(box["y"] + box["height"] - at["y"])) < 30


# -- source --------------------------------------------------------------------------------------------------------


def opener(page: Page) -> Locator:
    return page.locator("[data-opens]")


def edges(locator: Locator) -> tuple[float, float, float]:
    """Left, right and top."""
    box = locator.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"], box["y"]


def test_the_source_opens_beside_the_text_and_closes_again(noted: Page) -> None:
    opener(noted).click()
    (_, right, top), (left, _, source_top) = edges(noted.locator(".reading")), edges(noted.locator(".source"))
    assert right < left
    assert abs(top - source_top) < 40
    expect(noted.locator(".source-text")).to_be_focused()
    opener(noted).focus()
    noted.keyboard.press("Space")
    expect(noted.locator(".source-text")).to_be_hidden()
    expect(opener(noted)).to_have_attribute("aria-expanded", "false")


def test_on_a_narrow_screen_the_source_is_below_the_text(noted: Page) -> None:
    noted.set_viewport_size({"width": 320, "height": 700})
    opener(noted).click()
    below, text = noted.locator(".source-text").bounding_box(), noted.locator(".reading").bounding_box()
    assert below is not None
    assert text is not None
    assert below["y"] >= text["y"] + text["height"]
    assert noted.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_paragraph_and_its_passage_are_marked_together(noted: Page) -> None:
    opener(noted).click()
    paragraph = noted.locator(".tei-p").nth(1)
    paragraph.hover()
    passage = noted.locator(".passage.aligned")
    expect(passage).to_contain_text("I am happy to have been instructed")
    noted.locator(".passage").nth(3).hover()
    expect(noted.locator(".reading .aligned")).to_contain_text("an ally of Soviet Russia")
    expect(passage).to_have_count(1)


def test_a_passage_far_below_is_brought_into_its_pane_and_the_page_stays(noted: Page) -> None:
    noted.set_viewport_size({"width": 1280, "height": 420})
    opener(noted).click()
    last = noted.locator(".tei-p").last
    last.scroll_into_view_if_needed()
    before = noted.evaluate("scrollY")
    last.hover()
    expect(noted.locator(".passage.aligned")).to_be_in_viewport()
    assert noted.evaluate("scrollY") == before


def test_without_scripts_the_source_opens_and_leads_to_the_text(plain: Page) -> None:
    plain.locator(".source > summary").click()
    plain.locator(".to-text").nth(4).click()
    expect(plain.locator(".reading :target")).to_be_in_viewport()
    expect(plain.locator(".reading :target")).to_contain_text("I am happy")


# -- all of it -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [NOTED, REPLY])
def test_axe_finds_nothing_with_everything_open(page: Page, kars: Path, name: str) -> None:
    page.goto((kars / name).as_uri())
    opener(page).click()
    if call(page).count():
        call(page).click()
        expect(note(page)).to_be_visible()
    check_with_axe(page, (320, 1280))


@pytest.mark.parametrize(
    ("name", "width"), [*product([NOTED, "index.html", "about.html", "persons.html"], [320, 1280])]
)
def test_what_is_to_be_hit_is_large_enough(page: Page, kars: Path, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((kars / name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    small = page.locator(CONTROLS).evaluate_all(
        """controls => controls.map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
           .filter(([, box]) => box.width < 24 || box.height < 23.9).map(([words]) => words)"""
    )
    assert small == []


def test_the_call_of_a_note_is_small_and_the_place_to_touch_is_not(noted: Page) -> None:
    call(noted).scroll_into_view_if_needed()
    hit = call(noted).evaluate(
        """a => { const box = a.getBoundingClientRect(), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
           return [[-11, 0], [11, 0], [0, -11], [0, 11]].every(([dx, dy]) =>
             document.elementFromPoint(x + dx, y + dy).closest('a') === a); }"""
    )
    assert hit


def test_nothing_moves(kars: Path) -> None:
    """There is nothing to reduce for readers who prefer reduced motion."""
    style = (kars / "assets" / "style.css").read_text(encoding="utf-8")
    assert not [word for word in ("animation", "transition", "smooth") if word in style]
