"""Registers: the persons, organisations and places of an edition."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, organisation or place: an id, the preferred name, other forms found, and roles.

    `name_known` is false where the sources give a role and no name; the preferred name is then the role.
    """

    id: str
    name: str
    variants: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    authorities: tuple[tuple[str, str], ...] = ()
    name_known: bool = True


@dataclass(frozen=True, slots=True)
class Registers:
    """The three registers, each ordered by id."""

    persons: tuple[Entry, ...] = ()
    organisations: tuple[Entry, ...] = ()
    places: tuple[Entry, ...] = ()
