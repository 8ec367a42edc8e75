"""A map without a ground: places as dots between lines of longitude and latitude, with names where there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from lxml import etree

from tei_archive.exporting.html.drawing.projection import Window, find_window
from tei_archive.exporting.html.drawing.svg import group, link, shape, share, shortened, titled
from tei_archive.model import Coordinates

_SMALLEST, _LARGEST = 3.0, 11.0
_MOST = 160  # dots; the table has all places
_LONGEST = 24
_EDGE = 0.1  # of the map: lines so near its corners bear no degrees
_NARROW, _WIDE = 290.0, 760.0  # pixels of the map on a telephone and on a desk
_LETTER, _LINE = 8.0, 16.0  # pixels that a letter and a line of the names take


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: its name, the page it leads to, where it lies, a number, and what is said of it in words."""

    name: str
    href: str | None
    where: Coordinates
    value: int
    words: str


@dataclass(frozen=True, slots=True)
class _Label:
    """Where a name stands by its dot: to which side, how far below its middle, and whether a narrow page has room."""

    anchor: str
    right: float
    down: float
    is_wide: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """The letters that stand for the four quarters of the sky behind degrees."""

    north: str
    south: str
    east: str
    west: str


def draw_map(spots: Sequence[Spot], sides: Sides) -> tuple[etree._Element, ...]:
    """Give back the parts of a map; there must be a spot. Where there are very many, the strongest are shown."""
    shown = sorted(spots, key=lambda spot: (-spot.value, spot.name))[:_MOST]
    window = find_window([spot.where for spot in shown])
    greatest = max(spot.value for spot in shown) or 1
    labels = _place_labels(shown, window, greatest)
    # The strongest come last: on the page what is later lies above.
    dots = (_spot(spot, window, greatest, label) for spot, label in reversed(list(zip(shown, labels, strict=True))))
    return (*_graticule(window, sides), *dots)


def _graticule(window: Window, sides: Sides) -> Iterator[etree._Element]:
    for degrees, across in window.meridians():
        yield shape("line", "figure-line", x1=share(across), x2=share(across), y1="0", y2="100%")
        if _EDGE < across < 1 - _EDGE:
            words = _degrees(degrees, sides.east, sides.west)
            yield shape("text", "figure-number", words, x=share(across), y="100%", dx=3, dy=-4)
    for degrees, down in window.parallels():
        yield shape("line", "figure-line", x1="0", x2="100%", y1=share(down), y2=share(down))
        if _EDGE < down < 1 - _EDGE:
            words = _degrees(degrees, sides.north, sides.south)
            yield shape("text", "figure-number", words, x="0", y=share(down), dx=3, dy=-4)


def _degrees(value: float, positive: str, negative: str) -> str:
    side = positive if value > 0 else negative if value < 0 else ""
    return f"{abs(value):g}°{f' {side}' if side else ''}"


def _spot(spot: Spot, window: Window, greatest: int, label: _Label | None) -> etree._Element:
    across, down = window.place(spot.where)
    radius = _radius(spot, greatest)
    dot = shape("circle", "figure-spot", cx=share(across), cy=share(down), r=radius)
    touch = shape("circle", "figure-touch", cx=share(across), cy=share(down), r=max(radius, 12))
    name = _name(spot, across, down, label) if label else ()
    return titled(group("figure-row", link(spot.href, touch, dot, *name)), spot.words)


def _radius(spot: Spot, greatest: int) -> float:
    """The area of a dot goes with the number."""
    return max(_LARGEST * sqrt(spot.value / greatest), _SMALLEST)


def _name(spot: Spot, across: float, down: float, label: _Label) -> tuple[etree._Element]:
    class_ = "figure-name figure-wide" if label.is_wide else "figure-name"
    words = shortened(spot.name, _LONGEST)
    text = shape("text", class_, words, x=share(across), y=share(down), dx=label.right, dy=label.down)
    text.set("text-anchor", label.anchor)
    return (text,)


_Box = tuple[float, float, float, float]  # left, top, right, bottom


def _place_labels(spots: Sequence[Spot], window: Window, greatest: int) -> tuple[_Label | None, ...]:
    """Give back where each name stands; None where there is no room for it even on a wide page.

    The greedy placement that Christensen, Marks and Shieber compare others with: "An empirical study of algorithms for
    point-feature label placement", ACM Transactions on Graphics 14 (1995). The strongest come first, and what has room
    on a narrow page stays where it is on a wide one.
    """
    found: dict[int, _Label] = {}
    for width, is_wide in ((_NARROW, False), (_WIDE, True)):
        centres = [_pixels(window.place(spot.where), width) for spot in spots]
        radii = [_radius(spot, greatest) for spot in spots]
        taken = [_around(centre, radius) for centre, radius in zip(centres, radii, strict=True)]
        taken += [_box(spots[place].name, centres[place], label) for place, label in found.items()]
        for place, spot in enumerate(spots):
            if place not in found and (label := _free(spot, centres[place], radii[place], taken, (width, is_wide))):
                found[place] = label
                taken.append(_box(spot.name, centres[place], label))
    return tuple(found.get(place) for place in range(len(spots)))


def _free(
    spot: Spot, centre: tuple[float, float], radius: float, taken: Sequence[_Box], page: tuple[float, bool]
) -> _Label | None:
    width, is_wide = page
    sides = (
        _Label("start", radius + 4, 4.5, is_wide),
        _Label("end", -radius - 4, 4.5, is_wide),
        _Label("middle", 0, -radius - 4, is_wide),
        _Label("middle", 0, radius + 14, is_wide),
    )
    for label in sides:
        left, top, right, bottom = box = _box(spot.name, centre, label)
        is_inside = left >= 0 and top >= 0 and right <= width and bottom <= width * 3 / 4
        if is_inside and not any(_overlap(box, other) for other in taken):
            return label
    return None


def _pixels(place: tuple[float, float], width: float) -> tuple[float, float]:
    return (place[0] * width, place[1] * width * 3 / 4)


def _around(centre: tuple[float, float], radius: float) -> _Box:
    return (centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius)


def _box(name: str, centre: tuple[float, float], label: _Label) -> _Box:
    long = _LETTER * min(len(name), _LONGEST)
    back = {"start": 0.0, "middle": long / 2, "end": long}[label.anchor]
    left, bottom = centre[0] + label.right - back, centre[1] + label.down + 3
    return (left, bottom - _LINE, left + long, bottom)


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
