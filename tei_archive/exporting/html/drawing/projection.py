"""The stretch of the globe that a map shows, and where a point lies on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, radians

from tei_archive.model import Coordinates

ASPECT = 4 / 3  # width to height

_MARGIN = 0.14  # of the extent, on every side
_LEAST = 2.0  # degrees of latitude from top to bottom, so that one place has something around it
_STEPS = (0.25, 0.5, 1, 2, 5, 10, 15, 30, 45)
_LINES = 5


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the globe in the equirectangular projection, true to length along its middle parallel.

    J. P. Snyder, "Map projections: a working manual", U.S. Geological Survey Professional Paper 1395 (1987), ch. 12.
    The degrees are those of the edges; those east may lie beyond 180.
    """

    north: float
    south: float
    west: float
    east: float

    def place(self, point: Coordinates) -> tuple[float, float]:
        """Give back the shares of the width and of the height at which a point lies."""
        east = (point.longitude - self.west) % 360
        return (east / (self.east - self.west), (self.north - point.latitude) / (self.north - self.south))

    def meridians(self) -> Iterator[tuple[float, float]]:
        """Give back the degrees east of the lines to draw from top to bottom, each with its share of the width."""
        for degrees in _between(self.west, self.east):
            yield ((degrees + 180) % 360 - 180, (degrees - self.west) / (self.east - self.west))

    def parallels(self) -> Iterator[tuple[float, float]]:
        """Give back the degrees north of the lines to draw from left to right, each with its share of the height."""
        for degrees in _between(self.south, self.north):
            if abs(degrees) <= 90:
                yield (degrees, (self.north - degrees) / (self.north - self.south))


def find_window(points: Sequence[Coordinates]) -> Window:
    """Give back the least stretch of the globe, four wide and three high, that shows all points; there must be one."""
    west, width = _narrowest([point.longitude for point in points])
    latitudes = [point.latitude for point in points]
    middle, height = (max(latitudes) + min(latitudes)) / 2, max(latitudes) - min(latitudes)
    shrunk = max(cos(radians(middle)), 0.2)  # near the poles a degree of longitude has hardly any length
    grown = 1 + 2 * _MARGIN
    tall = max(height * grown, width * grown * shrunk / ASPECT, _LEAST)
    wide = min(tall * ASPECT / shrunk, 360.0)
    left = west + width / 2 - wide / 2
    return Window(middle + tall / 2, middle - tall / 2, left, left + wide)


def _narrowest(longitudes: Sequence[float]) -> tuple[float, float]:
    """Give back where the least stretch begins that holds all degrees, going east, and its width."""
    ordered = sorted(set(longitudes))
    following = [*ordered[1:], ordered[0] + 360]
    gaps = [after - before for before, after in zip(ordered, following, strict=True)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    return following[widest], 360 - gaps[widest]


def _between(first: float, last: float) -> Iterator[float]:
    step = next((step for step in _STEPS if (last - first) / step <= _LINES), _STEPS[-1])
    return (step * n for n in range(ceil(first / step), floor(last / step) + 1))
