"""A page is tried with axe, by the rules of WCAG 2.2 AA and by good practice."""

from collections.abc import Iterable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe must not fetch files either.
_ALL = {"runOnly": {"type": "tag", "values": _GUIDELINES}, "preload": False}
# Of all rules, this one depends on the colours.
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "preload": False}


def check_with_axe(page: Page, widths: Iterable[int]) -> None:
    """Try a page at these widths, with all rules in light colours, and with that of contrast in dark ones."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, options in (("light", _ALL), ("dark", _COLOURS)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # the two that there are
            result = Axe().run(page, options=options)
            assert result.violations_count == 0, f"{width} px, {scheme}: {result.generate_report()}"


def check_structure_with_axe(page: Page) -> None:
    """Try a page with all rules but that of contrast, which takes minutes where a table has hundreds of rows."""
    result = Axe().run(page, options={**_ALL, "rules": {"color-contrast": {"enabled": False}}})
    assert result.violations_count == 0, result.generate_report()
