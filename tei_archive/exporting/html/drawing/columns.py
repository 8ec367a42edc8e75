"""Columns: how many there are of each, side by side, upwards alone or in both directions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from tei_archive.exporting.html.drawing.svg import fitted, shape, share, ticks, titled

_HEIGHT = 150.0
_HEAD = 22.0  # room above the highest line for its number
_FOOT = 24.0  # room below for the labels of the columns
_LEFT, _RIGHT = 0.09, 0.99
_GAP = 0.2  # of the width of a column
_WIDEST = 0.07
_SIDE = (36, 90)  # characters of what either side is
_FEW, _MANY = 6, 16  # labels that have room on a narrow and on a wide page


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its label, its value upwards and downwards, and what is said of it in words."""

    label: str
    up: int
    words: str
    down: int = 0


Write = Callable[[float], str]  # how the language of the page writes a number


def draw_columns(columns: Sequence[Column], write: Write) -> tuple[float, tuple[etree._Element, ...]]:
    """Give back the height and the parts of a figure of columns upwards."""
    greatest = max((column.up for column in columns), default=0) or 1
    steps, unit, ground = ticks(greatest), _HEIGHT / greatest, _HEAD + _HEIGHT
    parts = (
        *(line for step in steps for line in _line(step, ground - step * unit, write)),
        *(part for place, column in _placed(columns) for part in _both(place, len(columns), column, (ground, unit))),
        *_labels(columns, ground + 17),
    )
    return ground + _FOOT, parts


def draw_two_ways(
    columns: Sequence[Column], above: str, below: str, write: Write
) -> tuple[float, tuple[etree._Element, ...]]:
    """Give back the height and the parts of a figure of columns upwards and downwards, with what either side is."""
    up, down = (max(values, default=0) or 1 for values in zip(*((it.up, it.down) for it in columns), strict=True))
    unit = _HEIGHT / (up + down)
    ground, foot = 2 * _HEAD + up * unit, 2 * _HEAD + _HEIGHT
    steps = [-step for step in ticks(down, steps=2) if step] + list(ticks(up, steps=2))
    parts = (
        *_side(f"↑ {above}", 14),
        *(line for step in steps for line in _line(abs(step), ground - step * unit, write)),
        *(part for place, column in _placed(columns) for part in _both(place, len(columns), column, (ground, unit))),
        *_labels(columns, foot + 17),
        *_side(f"↓ {below}", foot + 40),
    )
    return foot + 48, parts


def _side(words: str, y: float) -> Iterator[etree._Element]:
    yield from fitted("figure-side", words, _SIDE, x="0", y=y)


def _placed(columns: Sequence[Column]) -> Iterator[tuple[int, Column]]:
    return ((place, column) for place, column in enumerate(columns) if column.up or column.down)


def _both(place: int, of: int, column: Column, measures: tuple[float, float]) -> Iterator[etree._Element]:
    ground, unit = measures
    if column.up:
        yield titled(_column(place, of, ground, column.up * unit), column.words)
    if column.down:
        yield titled(_column(place, of, ground + column.down * unit, column.down * unit, "figure-other"), column.words)


def _column(place: int, of: int, foot: float, height: float, class_: str = "figure-fill") -> etree._Element:
    width = (_RIGHT - _LEFT) / of
    size = min(width * (1 - _GAP), _WIDEST)
    left = _LEFT + (place + 0.5) * width - size / 2
    return shape("rect", class_, x=share(left), y=foot - height, width=share(size), height=height)


def _line(step: int, y: float, write: Write) -> Iterator[etree._Element]:
    yield shape("line", "figure-line" if step else "figure-ground", x1="0", x2="100%", y1=y, y2=y)
    if step:
        yield shape("text", "figure-number", write(step), x="0", y=y - 4)


def _labels(columns: Sequence[Column], y: float) -> Iterator[etree._Element]:
    """Only so many labels as have room; a wide page has room for more."""
    often, seldom = -(-len(columns) // _MANY), -(-len(columns) // _FEW)
    seldom = often * -(-seldom // often)
    width = (_RIGHT - _LEFT) / max(len(columns), 1)
    for place in range(0, len(columns), often):
        class_ = "figure-label" if place % seldom == 0 else "figure-label figure-wide"
        middle = _LEFT + (place + 0.5) * width
        yield shape("text", class_, columns[place].label, x=share(middle), y=y, text_anchor="middle")
