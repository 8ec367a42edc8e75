"""The site of the first edition, made from its raw page, and pages of a browser that watches what they do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tei_archive import api
from tei_archive.exporting import Site


@pytest.fixture(scope="session")
def kars(seed_text: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first edition as a site: its folder."""
    folder = tmp_path_factory.mktemp("kars")
    api.segment([seed_text], folder / "edition", settings=seed_text.parent.parent / "tei-archive.toml")
    api.export(Site(), folder / "edition", folder / "site")
    return folder / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page at the width of a desk; the test fails where the page complains or asks something of another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    complaints, foreign = list[str](), list[str]()

    def let_through(route: Route) -> None:
        if route.request.url.startswith("file://"):
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
