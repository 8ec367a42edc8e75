"""The order in which the parts of documents follow each other, with what it costs to depart from it.

The parts are TEI's: opener, body, closer, and the apparatus below; a paper enclosed in a document repeats them inside.
The weights are in the same unit as the scores of the rules: a step of -6 outweighs a rule of 6.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from tei_archive.model import Label


class Zone(Enum):
    """How far a document has come."""

    OUTSIDE = auto()
    HEADED = auto()  # right after a heading
    LINKED = auto()  # right after a linking sentence
    OPENER = auto()
    DATED = auto()  # in the opener, below its dateline
    BODY = auto()
    CLOSED = auto()
    ENCLOSURE = auto()  # right after the heading of an enclosure
    ENCLOSED = auto()
    ENCLOSURE_CLOSED = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """A way to read a label: where it leads, its weight, and whether a new document begins."""

    to: Zone
    weight: float = 0.0
    begins: bool = False


def steps(zone: Zone, label: Label) -> tuple[Step, ...]:
    """Give the ways to read a label in a zone; none where it cannot stand there."""
    return _STEPS[zone].get(label, ())


def farewell(zone: Zone) -> float:
    """Give the weight of a source that ends in this zone."""
    return _UNFINISHED if zone in (Zone.HEADED, Zone.LINKED, Zone.OPENER, Zone.DATED) else 0.0


_UNFINISHED = -9.0

Steps = Mapping[Label, tuple[Step, ...]]


def _begin(head: float, link: float, untitled: float) -> dict[Label, tuple[Step, ...]]:
    """Ways to begin a document: by a heading, by a linking sentence, by a dateline or salutation alone."""
    return {
        Label.HEAD: (Step(Zone.HEADED, head, begins=True),),
        Label.LINK: (Step(Zone.LINKED, link, begins=True),),
        Label.DATELINE: (Step(Zone.DATED, untitled, begins=True),),
        Label.SALUTE: (Step(Zone.OPENER, untitled, begins=True),),
    }


def _opener(zone: Zone, dated: Zone, body: Zone, closed: Zone) -> dict[Label, tuple[Step, ...]]:
    return {
        Label.DATELINE: (Step(dated),),
        Label.CLASSIFICATION: (Step(zone),),
        Label.DISTRIBUTION: (Step(zone),),
        Label.SALUTE: (Step(zone),),
        Label.NOTE: (Step(zone, -2),),
        Label.SOURCE: (Step(zone, -2),),
        Label.P: (Step(body),),
        Label.OMISSION: (Step(body),),
        Label.CLOSER: (Step(closed, -3),),
        Label.SIGNED: (Step(closed, -5),),
    }


def _body(zone: Zone, closed: Zone) -> dict[Label, tuple[Step, ...]]:
    return {
        Label.P: (Step(zone),),
        Label.OMISSION: (Step(zone),),
        Label.NOTE: (Step(closed), Step(zone, -1)),
        Label.CLOSER: (Step(closed),),
        Label.SIGNED: (Step(closed),),
        Label.SOURCE: (Step(closed, -1),),
        Label.POSTSCRIPT: (Step(closed, -2),),
        Label.ENCLOSURE: (Step(Zone.ENCLOSURE, -1),),
        Label.FURNITURE: (Step(Zone.OUTSIDE, -3),),
    }


def _closed(zone: Zone) -> dict[Label, tuple[Step, ...]]:
    return {
        Label.SIGNED: (Step(zone),),
        Label.CLOSER: (Step(zone, -1),),
        Label.NOTE: (Step(zone),),
        Label.SOURCE: (Step(zone),),
        Label.POSTSCRIPT: (Step(zone),),
        Label.ENCLOSURE: (Step(Zone.ENCLOSURE),),
        # A paragraph below the signature that nothing announces is kept as a paper without heading.
        Label.P: (Step(Zone.ENCLOSED, -8),),
        Label.FURNITURE: (Step(Zone.OUTSIDE),),
    }


def _with_closing_dateline(
    begin: dict[Label, tuple[Step, ...]], closed: Zone, weight: float
) -> dict[Label, tuple[Step, ...]]:
    """Let a dateline also stand below the text."""
    return {**begin, Label.DATELINE: (*begin[Label.DATELINE], Step(closed, weight))}


_OUTSIDE: Steps = {
    **_begin(0, -4, -9),
    Label.FURNITURE: (Step(Zone.OUTSIDE),),
    Label.P: (Step(Zone.OUTSIDE, -0.5),),
}
_HEADED: Steps = {
    **_begin(-9, -9, -9),
    **_opener(Zone.OPENER, Zone.DATED, Zone.BODY, Zone.CLOSED),
    Label.DATELINE: (Step(Zone.DATED, +1),),
    Label.HEAD_TAIL: (Step(Zone.HEADED),),
    Label.P: (Step(Zone.BODY, -1),),
}
_LINKED: Steps = {
    **_begin(-9, -9, -9),
    **_opener(Zone.OPENER, Zone.DATED, Zone.BODY, Zone.CLOSED),
    Label.LINK_TAIL: (Step(Zone.LINKED),),
}
_OPENER: Steps = {
    **_begin(-9, -9, -9),
    **_opener(Zone.OPENER, Zone.DATED, Zone.BODY, Zone.CLOSED),
}
_DATED: Steps = {
    **_begin(-9, -9, -9),
    **_opener(Zone.DATED, Zone.DATED, Zone.BODY, Zone.CLOSED),
    # Of two datelines the first is more likely the end of the letter above.
    Label.DATELINE: (Step(Zone.DATED, -3),),
}

_STEPS: Mapping[Zone, Steps] = MappingProxyType(
    {
        Zone.OUTSIDE: _OUTSIDE,
        Zone.HEADED: _HEADED,
        Zone.LINKED: _LINKED,
        Zone.OPENER: _OPENER,
        Zone.DATED: _DATED,
        Zone.BODY: {**_with_closing_dateline(_begin(-2.5, -2, -12), Zone.CLOSED, -3), **_body(Zone.BODY, Zone.CLOSED)},
        Zone.CLOSED: {**_with_closing_dateline(_begin(0, 0, -9), Zone.CLOSED, -2), **_closed(Zone.CLOSED)},
        Zone.ENCLOSURE: {
            **_begin(-6, -6, -12),
            **_opener(Zone.ENCLOSURE, Zone.ENCLOSURE, Zone.ENCLOSED, Zone.ENCLOSURE_CLOSED),
            Label.HEAD: (Step(Zone.ENCLOSURE, -1), Step(Zone.HEADED, -6, begins=True)),
        },
        Zone.ENCLOSED: {
            **_with_closing_dateline(_begin(-1, -1, -12), Zone.ENCLOSURE_CLOSED, -3),
            **_body(Zone.ENCLOSED, Zone.ENCLOSURE_CLOSED),
        },
        Zone.ENCLOSURE_CLOSED: {
            **_with_closing_dateline(_begin(0, 0, -9), Zone.ENCLOSURE_CLOSED, -2),
            **_closed(Zone.ENCLOSURE_CLOSED),
        },
    }
)
