"""Registers: the persons, organisations and places of an edition."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Where a place lies: degrees north and degrees east of WGS 84."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError(f"not on the globe: {self.latitude} {self.longitude}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, organisation or place: an id, the preferred name, other forms found, and roles.

    `name_known` is false where the sources give a role and no name; the preferred name is then the role.
    `coordinates` are those of a place, where an editor has entered them.
    """

    id: str
    name: str
    variants: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    authorities: tuple[tuple[str, str], ...] = ()
    name_known: bool = True
    coordinates: Coordinates | None = None


@dataclass(frozen=True, slots=True)
class Registers:
    """The three registers, each ordered by id."""

    persons: tuple[Entry, ...] = ()
    organisations: tuple[Entry, ...] = ()
    places: tuple[Entry, ...] = ()
