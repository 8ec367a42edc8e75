"""Figures as files of their own: with their style, in colours that are written out."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from tei_archive.exporting.html.drawing.svg import Figure, drawn, number, shape

_STYLE = Path(__file__).parents[1] / "assets" / "figures.css"
_WIDTH, _MARGIN = 760, 20
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# What takes the pointer, and what only narrow pages show.
_FOR_PAGES = {"figure-touch", "figure-narrow"}

# Those of the site's style sheet, light and dark.
LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#fcfaf5",
        "ink": "#211e1a",
        "faded": "#645c51",
        "rule": "#d8cfbd",
        "strong-rule": "#8a8070",
        "link": "#7c2318",
    }
)
DARK: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#191816",
        "ink": "#e2dccf",
        "faded": "#a9a091",
        "rule": "#3b3730",
        "strong-rule": "#857b6b",
        "link": "#e6a68f",
    }
)
_SERIF = 'Palatino, "Palatino Linotype", P052, Georgia, serif'


def stand_alone(figure: Figure, language: str) -> bytes:
    """Give back a figure as an SVG file: of a width of its own, without links, on a ground of its own.

    `language` is the tag of the language that its words are in.
    """
    svg = drawn(figure)
    etree.strip_tags(svg, "{*}a")
    for parent in list(svg.iter()):
        for child in [child for child in parent if _is_for_pages(child)]:
            parent.remove(child)
    height = figure.height or _WIDTH * 3 / 4
    title, desc, *parts = svg
    inside = shape("svg", "", *parts, x=_MARGIN, y=_MARGIN, width=_WIDTH, height=height, overflow="visible")
    paper = shape("rect", "figure-paper", x="0", y="0", width="100%", height="100%")
    svg[:] = [title, desc, shape("style", "", _style()), paper, inside]
    svg.set("width", number(_WIDTH + 2 * _MARGIN))
    svg.set("height", number(height + 2 * _MARGIN))
    svg.set("role", "img")
    svg.set(_XML_LANG, language)
    return etree.tostring(svg, encoding="utf-8", xml_declaration=True)


def _is_for_pages(element: etree._Element) -> bool:
    return not _FOR_PAGES.isdisjoint(element.get("class", "").split())


def _style() -> str:
    """The rules of the site with the colours in the place of their names: drawing programs know no variables."""
    rules = re.search(r"/\* -- figures -+ \*/(.*?)/\* -- ", _STYLE.read_text(encoding="utf-8"), re.DOTALL)
    assert rules is not None  # noqa: S101 - the file is ours
    light, dark = (_in_colours(rules[1].strip(), colours) for colours in (LIGHT, DARK))
    return f"text {{ font-family: {_SERIF}; }}\n{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}"


def _in_colours(rules: str, colours: Mapping[str, str]) -> str:
    return re.sub(r"var\(--([\w-]+)\)", lambda name: colours[name[1]], rules)
