"""The site of the first edition, made from its raw page, and pages of a browser that watches what they do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tei_archive import api
from tei_archive.exporting import Site


@pytest.fixture(scope="session")
def kars(seed_text: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first edition as a site: its folder. Some of its places have coordinates here, so that there is a map."""
    folder = tmp_path_factory.mktemp("kars")
    api.segment([seed_text], folder / "edition", settings=seed_text.parent.parent / "tei-archive.toml")
    locate(folder / "edition" / "registers.xml")
    api.export(Site(pagefind=True), folder / "edition", folder / "site")
    return folder / "site"


def locate(registers: Path) -> None:
    """Give places their coordinates, as an editor does."""
    text = registers.read_text(encoding="utf-8")
    for name, geo in (("Kars", "40.6 43.1"), ("Tiflis", "41.7 44.8"), ("Moscow", "55.75 37.6"), ("Baku", "40.4 49.9")):
        names = f'<placeName type="pref">{name}</placeName>'
        assert names in text
        text = text.replace(names, f"{names}<location><geo>{geo}</geo></location>")
    registers.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page at the width of a desk; the test fails where the page complains or asks something of another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    complaints, foreign = list[str](), list[str]()

    def let_through(route: Route) -> None:
        if route.request.url.startswith(("file://", "http://127.0.0.1:")):
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    context.route("**/*", let_through)
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []
    assert foreign == []
