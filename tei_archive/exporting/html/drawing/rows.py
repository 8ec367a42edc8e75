"""Rows: names below each other, and beside them bars, or the lines of a network."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from lxml import etree

from tei_archive.exporting.html.drawing.svg import fitted, group, link, number, shape, share, titled

_ROW = 26.0
_NAMES = 0.56  # of the width
_LENGTHS = (17, 44)  # characters that have room there on a narrow and on a wide page
_THICKEST = 7.0
_SMALLEST, _LARGEST = 3.0, 8.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a name, the page it leads to, a number and how it is written, and what is said of the row in words."""

    name: str
    href: str | None
    value: int
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two rows that belong together, by their places, how much, and what is said of it in words."""

    first: int
    second: int
    value: int
    words: str


def draw_bars(rows: Sequence[Row]) -> tuple[float, tuple[etree._Element, ...]]:
    """Give back the height and the parts of a figure with a bar for each row, its number beside it."""
    greatest = max((row.value for row in rows), default=1) or 1
    parts = (
        titled(group("figure-row", (*_name(row, place, _NAMES - 0.02), *_bar(row, place, greatest))), row.words)
        for place, row in enumerate(rows)
    )
    return _ROW * len(rows), tuple(parts)


def draw_ties(rows: Sequence[Row], ties: Sequence[Tie]) -> tuple[float, tuple[etree._Element, ...]]:
    """Give back the height and the parts of an arc diagram: rows on a line, an arc for each two that belong together.

    M. Wattenberg, "Arc diagrams: visualizing structure in strings", IEEE Symposium on Information Visualization (2002).
    """
    height = _ROW * len(rows)
    window = shape(
        "svg", "", *_arcs(ties, len(rows)), x=share(_NAMES), y=0, width=share(1 - _NAMES), height=height,
        viewBox=f"0 0 100 {number(height)}", preserveAspectRatio="none", aria_hidden="true",
    )  # fmt: skip
    greatest = max((row.value for row in rows), default=1) or 1
    return height, (window, *(_node(row, place, greatest) for place, row in enumerate(rows)))


def _node(row: Row, place: int, greatest: int) -> etree._Element:
    parts = link(row.href, _ground(place), *_name(row, place, _NAMES - 0.04), _dot(row, place, greatest))
    return titled(group("figure-row", parts), row.words)


def _name(row: Row, place: int, right: float) -> Iterator[etree._Element]:
    yield from fitted("figure-name", row.name, _LENGTHS, x=share(right), y=_middle(place) + 5, text_anchor="end")


def _ground(place: int) -> etree._Element:
    """What takes the pointer between the letters of a name, as high as the row."""
    return shape("rect", "figure-touch", x="0", y=place * _ROW, width=share(_NAMES), height=_ROW)


def _bar(row: Row, place: int, greatest: int) -> Iterator[etree._Element]:
    width = (1 - _NAMES - 0.14) * row.value / greatest
    yield shape("rect", "figure-fill", x=share(_NAMES), y=_middle(place) - 6, width=share(width), height=12)
    yield shape("text", "figure-number", row.label, x=share(_NAMES + width + 0.015), y=_middle(place) + 4.5)


def _dot(row: Row, place: int, greatest: int) -> etree._Element:
    """The area of a dot goes with the number."""
    radius = max(_LARGEST * sqrt(row.value / greatest), _SMALLEST)
    return shape("circle", "figure-dot", cx=share(_NAMES), cy=_middle(place), r=radius)


def _arcs(ties: Sequence[Tie], rows: int) -> Iterator[etree._Element]:
    """Long arcs before short ones, so that the short ones lie above; how far one reaches goes with its length."""
    greatest = max((tie.value for tie in ties), default=1)
    for tie in sorted(ties, key=lambda tie: (tie.first - tie.second, tie.first)):
        start, end = _middle(tie.first), _middle(tie.second)
        reach = 94 * ((tie.second - tie.first) / max(rows - 1, 1)) ** 0.6
        path = f"M0 {number(start)}A{number(reach)} {number((end - start) / 2)} 0 0 1 0 {number(end)}"
        thickness = max(_THICKEST * tie.value / greatest, 0.8)
        arc = shape("path", "figure-tie", d=path, stroke_width=thickness, vector_effect="non-scaling-stroke")
        yield titled(arc, tie.words)


def _middle(place: int) -> float:
    return (place + 0.5) * _ROW
