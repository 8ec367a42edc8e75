"""Coordinates as cells: decimal degrees with a point, to about ten centimetres."""

from __future__ import annotations

from decimal import Decimal

from tei_archive.model import Coordinates

_EXACT = Decimal("0.000001")


def latitude_and_longitude(point: Coordinates) -> tuple[str, str]:
    """Give back degrees north and degrees east; never with an exponent."""
    return _degrees(point.latitude), _degrees(point.longitude)


def _degrees(number: float) -> str:
    rounded = Decimal(repr(number)).quantize(_EXACT).normalize()
    return format(rounded + 0, "f")  # without the sign of a zero
