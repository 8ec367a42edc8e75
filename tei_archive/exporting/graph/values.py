"""A graph as a value: nodes, edges, what is said of each, and when it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tei_archive.model import HistoricalDate

Value = str | int


class FieldType(StrEnum):
    """What a field holds."""

    TEXT = "text"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Field:
    """Something that is said of every node, or of every edge."""

    name: str
    type: FieldType = FieldType.TEXT


@dataclass(frozen=True, slots=True, order=True)
class Spell:
    """The days, first and last, within which something holds."""

    start: date
    end: date

    @staticmethod
    def of(when: HistoricalDate) -> Spell:
        """Give back all the days that a date allows."""
        return Spell(when.earliest, when.latest)


@dataclass(frozen=True, slots=True)
class Node:
    """A node; the id holds for all exports of an edition. Fields whose value is not known are left out."""

    id: str
    label: str
    values: Mapping[str, Value]
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge between two nodes, by their ids."""

    id: str
    source: str
    target: str
    weight: int
    values: Mapping[str, Value]
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph, what its fields are, and in words what it shows and what was left out."""

    title: str
    description: str
    node_fields: tuple[Field, ...]
    edge_fields: tuple[Field, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    omissions: tuple[str, ...] = ()


def join_spells(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """Give back spells in order, those that share a day made one: programs that show time refuse others."""
    joined: list[Spell] = []
    for spell in sorted(spells):
        if joined and spell.start <= joined[-1].end:
            joined[-1] = Spell(joined[-1].start, max(joined[-1].end, spell.end))
        else:
            joined.append(spell)
    return tuple(joined)


def known(values: Mapping[str, Value | None]) -> dict[str, Value]:
    """Give back what is known of the values."""
    return {name: value for name, value in values.items() if value is not None and value != ""}
