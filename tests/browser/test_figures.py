"""Figures in a browser: links that are reached without a mouse, names that fit, nothing that moves."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def visit(page: Page, site: Path, name: str) -> None:
    page.goto((site / name).as_uri())


def test_the_network_leads_to_persons_from_the_keyboard(page: Page, kars: Path) -> None:
    visit(page, kars, "network.html")
    page.locator(".figure a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_visible()
    assert "/persons/" in page.url


def test_the_map_and_its_table_lead_to_the_same_places(page: Page, kars: Path) -> None:
    visit(page, kars, "places.html")
    on_the_map = page.locator(".figure a").evaluate_all("links => links.map(link => link.href.baseVal)")
    in_the_table = page.locator("tbody th a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(on_the_map) == 4
    assert set(on_the_map) < set(in_the_table)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["network.html", "places.html", "pairs/natsarenus--yusuf-kemal.html"])
def test_every_word_of_a_figure_is_on_the_page_and_large_enough(page: Page, kars: Path, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, kars, name)
    words = page.locator(".figure text:visible")
    assert words.count() >= 3
    for box, size in words.evaluate_all("""texts => texts.map(text => {
        const box = text.getBoundingClientRect();
        return [[box.left, box.right], parseFloat(getComputedStyle(text).fontSize)];
    })"""):
        assert box[0] >= 0
        assert box[1] <= width
        assert size >= 13


def test_a_day_of_the_calendar_leads_to_its_documents(page: Page, kars: Path) -> None:
    visit(page, kars, "chronology/1921.html")
    page.get_by_role("link", name="28 August 1921: 1 document").click()
    expect(page.locator("li:target .letter-date")).to_have_text("received 28 August 1921")
    expect(page.locator("li:target")).to_be_in_viewport()


def test_all_is_there_without_scripts(browser: Browser, kars: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, kars, "statistics.html")
    expect(page.locator(".figure-time rect").first).to_be_visible()
    expect(page.locator(".counted-bar rect").first).to_be_visible()
    context.close()


def test_columns_are_seen_on_a_dark_ground(page: Page, kars: Path) -> None:
    visit(page, kars, "statistics.html")
    fill = "rect => getComputedStyle(rect).fill"
    light = page.locator(".figure-fill").first.evaluate(fill)
    page.emulate_media(color_scheme="dark")
    assert page.locator(".figure-fill").first.evaluate(fill) != light
