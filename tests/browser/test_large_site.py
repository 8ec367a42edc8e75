"""The site of a thousand letters: every page is reached, and words are found among all of them."""

import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

import pytest
from accessibility import check_beginning_with_axe
from lxml import html
from playwright.sync_api import Page, expect

from tei_archive import api
from tei_archive.exporting import Site
from tei_archive.serving import Served, serve

pytestmark = pytest.mark.browser

VOLUMES = ("chronological-1890-1894", "chronological-1906-1908")
WORDS = "Premiere"


@pytest.fixture
def large(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site of two volumes of letters, made from their raw texts, on a web server; its files stay in memory."""
    folder = tmp_path_factory.mktemp("large") / "edition"
    api.segment([shared / "gold" / "schnitzler" / "raw" / f"{name}.txt" for name in VOLUMES], folder)
    with serve(0) as served:
        served.replace({str(file.path): file.content for file in api.render(Site(pagefind=True), folder)})
        yield served


def check_links(large: Served) -> None:
    """Every page is reached by links, and every link leads somewhere."""
    connection = HTTPConnection(urlsplit(large.address).netloc, timeout=60)
    reached, left, broken = {"index.html"}, ["index.html"], list[tuple[str, str]]()
    while left:
        path = left.pop()
        connection.request("GET", f"/{quote(path)}")
        page = html.document_fromstring(connection.getresponse().read().decode())
        ids = set(page.xpath("//@id"))
        for found in map(str, page.xpath("//a/@href | //link[not(@rel='schema.DC')]/@href | //script/@src")):
            target, fragment = urldefrag(urljoin(f"{large.address}{path}", found))
            name = unquote(target.removeprefix(large.address))
            if name not in large.paths or (fragment and name == path and fragment not in ids):
                broken.append((path, found))
            elif name not in reached and name.endswith(".html"):
                left.append(name)
            reached.add(name)
    pages = {path for path in large.paths if path.endswith(".html")}
    assert broken == []
    assert len(pages) > 1_000
    assert pages - reached == set()


def check_search(page: Page, large: Served) -> None:
    """Words are found among all letters, and facets narrow them."""
    page.goto(f"{large.address}search.html")
    state = page.locator("output")  # the interface has the language of the letters
    expect(state).to_have_text(re.compile(r"^Alle 1\d\d\d Dokumente werden gezeigt\.$"))
    page.locator("#page-words").fill(WORDS)
    expect(state).to_have_text(re.compile(r"^\d{1,3} von 1\d\d\d Dokumenten "))
    found = int(state.inner_text().partition(" ")[0])
    assert found > 5
    page.locator("#page-facet-year").select_option("1893")
    expect(state).not_to_have_text(re.compile(f"^{found} "))
    assert 0 < int(state.inner_text().partition(" ")[0]) < found

    passage = page.locator(".passages a:visible").first
    words = passage.locator("mark").inner_text()
    passage.click()
    mark = page.locator("mark.found").first
    expect(mark).to_have_text(words)
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()


def check_overviews(page: Page, large: Served) -> None:
    """Pages that grow with the edition are clean to axe, lead to their content from the keyboard, and are printed."""
    for name in ("index.html", "network.html", "statistics.html", "review.html"):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{large.address}{name}")
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#page-main")).to_be_in_viewport()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert page.pdf(format="A4").startswith(b"%PDF"), name
        check_beginning_with_axe(page)


def test_the_site_of_a_thousand_letters(page: Page, large: Served) -> None:
    """One test, so that the site is made once, whatever process it runs in."""
    check_links(large)
    check_search(page, large)
    check_overviews(page, large)
