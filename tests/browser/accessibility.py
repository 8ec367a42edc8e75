"""A page is tried with axe, by the rules of WCAG 2.2 AA and by good practice."""

from collections.abc import Iterable, Mapping
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe must not fetch files either.
_ALL = {"runOnly": {"type": "tag", "values": _GUIDELINES}, "preload": False}
# Of all rules, this one depends on the colours.
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "preload": False}
_BEGINNING = {"exclude": [["tr:nth-child(n+40)"], ["li:nth-child(n+40)"]]}


def check_with_axe(page: Page, widths: Iterable[int]) -> None:
    """Try a page with all rules in light colours at these widths, and with that of contrast in dark ones at the end."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        _check(page, "light", _ALL)
    _check(page, "dark", _COLOURS)


def _check(page: Page, scheme: Literal["light", "dark"], options: Mapping[str, object]) -> None:
    page.emulate_media(color_scheme=scheme)
    result = Axe().run(page, options=dict(options))
    assert result.violations_count == 0, f"{page.viewport_size}, {scheme}: {result.generate_report()}"


def check_beginning_with_axe(page: Page) -> None:
    """Try a page with all rules, but for the rows of tables and lists after so many: they are like those before."""
    result = Axe().run(page, context=_BEGINNING, options=_ALL)
    assert result.violations_count == 0, result.generate_report()
