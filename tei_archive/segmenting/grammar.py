"""The order in which the parts of documents follow each other, with what it costs to depart from it.

The parts are TEI's: opener, body, closer, and the apparatus below; a paper enclosed in a document repeats them inside.
The weights are in the same unit as the scores of the rules: a step of -6 outweighs a rule of 6.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from tei_archive.model import Label
from tei_archive.profile import Weights


class Zone(IntEnum):
    """How far a document has come."""

    OUTSIDE = 0
    NUMBERED = 1  # below a number that stands above a heading
    HEADED = 2  # right after a heading
    LINKED = 3  # right after a linking sentence
    OPENER = 4
    DATED = 5  # in the opener, below its dateline
    BODY = 6
    CLOSED = 7
    ENCLOSURE = 8  # right after the heading of an enclosure
    ENCLOSURE_OPENER = 9
    ENCLOSED = 10
    ENCLOSURE_CLOSED = 11
    BETWEEN = 12  # among chapter headings and the like below a document
    SIGNED = 13  # below the signature of a document
    NOTED = 14  # among its notes
    PREAMBLE = 15  # in what the print says of the document between its heading and its opener
    DATED_BELOW = 16  # below the date at the end of a document
    ENCLOSURE_HEADED = 17  # right after the heading of the paper that is enclosed


OUTSIDE_ZONES = (Zone.OUTSIDE, Zone.BETWEEN)
ENCLOSED_ZONES = (Zone.ENCLOSURE, Zone.ENCLOSURE_HEADED, Zone.ENCLOSURE_OPENER, Zone.ENCLOSED, Zone.ENCLOSURE_CLOSED)


@dataclass(frozen=True, slots=True)
class Step:
    """A way to read a label: where it leads, its weight, and whether a document or an enclosure begins."""

    to: Zone
    weight: float = 0.0
    begins: bool = False
    encloses: bool = False


Steps = Mapping[Label, tuple[Step, ...]]
Grammar = Mapping[Zone, Steps]

_UNFINISHED = -9.0
_OPEN = (Zone.NUMBERED, Zone.HEADED, Zone.LINKED, Zone.OPENER, Zone.DATED, Zone.PREAMBLE)


def farewell(zone: Zone) -> float:
    """Give the weight of a source that ends in this zone."""
    return _UNFINISHED if zone in _OPEN else 0.0


def build_grammar(weights: Weights) -> Grammar:
    """Give for each zone the labels that can stand there, each with the ways to read it."""
    return {**_outside(weights), **_above_text(weights), **_in_document(weights), **_in_enclosure(weights)}


def _outside(weights: Weights) -> dict[Zone, Steps]:
    return {
        Zone.OUTSIDE: {
            **_begin(0, -4, weights.untitled_outside),
            Label.FURNITURE: (Step(Zone.OUTSIDE),),
            Label.FW: (Step(Zone.OUTSIDE),),
            Label.NOTE: (Step(Zone.OUTSIDE, -0.5),),
            Label.P: (Step(Zone.OUTSIDE, -0.5), *_bare(weights.bare)),
        },
        # Below a document a text belongs to none only where it leads over to the next.
        Zone.BETWEEN: {
            **_begin(0, -4, weights.untitled_outside),
            Label.FURNITURE: (Step(Zone.BETWEEN),),
            Label.FW: (Step(Zone.BETWEEN),),
            Label.NOTE: (Step(Zone.BETWEEN, -0.5),),
            Label.P: (Step(Zone.BETWEEN, -4), *_bare(weights.bare)),
        },
    }


def _above_text(weights: Weights) -> dict[Zone, Steps]:
    opener = _opener(Zone.OPENER, Zone.DATED, Zone.BODY, Zone.CLOSED, Zone.SIGNED)
    dated = _opener(Zone.DATED, Zone.DATED, Zone.BODY, Zone.CLOSED, Zone.SIGNED)
    broken = _begin(-9, -9, -20)
    preamble = Step(Zone.PREAMBLE, weights.preamble)
    return {
        Zone.NUMBERED: {
            Label.IDNO: (Step(Zone.NUMBERED),),
            Label.FW: (Step(Zone.NUMBERED),),
            Label.HEAD: (Step(Zone.HEADED, +2),),
            Label.P: (Step(Zone.BODY, -20),),
        },
        Zone.HEADED: {
            **broken,
            **opener,
            Label.DATELINE: (Step(Zone.DATED, +1),),
            Label.HEAD_TAIL: (Step(Zone.HEADED),),
            Label.SUBHEAD: (Step(Zone.HEADED, +1),),
            Label.FW: (Step(Zone.HEADED),),
            Label.P: (Step(Zone.BODY, -1), preamble),
        },
        Zone.PREAMBLE: {**broken, **opener, Label.P: (Step(Zone.BODY, -2), Step(Zone.PREAMBLE, -1.5))},
        Zone.LINKED: {**broken, **opener, Label.LINK_TAIL: (Step(Zone.LINKED),)},
        Zone.OPENER: {**broken, **opener, Label.P: (Step(Zone.BODY), preamble)},
        # Of two datelines the first is more likely the end of the letter above.
        Zone.DATED: {
            **broken,
            **dated,
            Label.DATELINE: (Step(Zone.DATED, weights.second_dateline),),
            Label.P: (Step(Zone.BODY), preamble),
        },
    }


def _in_document(weights: Weights) -> dict[Zone, Steps]:
    return {
        Zone.BODY: {
            **_in_body(_begin(-2.5, -2, weights.untitled_in_body), Zone.CLOSED, weights),
            **_body(Zone.BODY, Zone.CLOSED, Zone.SIGNED, Zone.NOTED),
            Label.HEAD: _head_below(-2.5, weights.unannounced - 3),
        },
        Zone.CLOSED: {
            **_below(Zone.CLOSED, weights, weights.unannounced - 3),
            # Below a courtesy the next line is the signature, though it stands above a date and may be an address.
            Label.SIGNED: (Step(Zone.SIGNED, weights.signed_below),),
        },
        Zone.SIGNED: {
            **_below(Zone.SIGNED, weights, weights.unannounced - 3),
            Label.SIGNED: (Step(Zone.SIGNED, weights.second_signature),),
        },
        # Where the notes of a letter have begun, the letter is over.
        Zone.NOTED: _below(Zone.NOTED, weights, weights.unannounced - 3),
        Zone.DATED_BELOW: {
            **_below(Zone.DATED_BELOW, weights, weights.unannounced - 3),
            Label.SIGNED: (Step(Zone.SIGNED, weights.second_signature),),
        },
    }


def _in_enclosure(weights: Weights) -> dict[Zone, Steps]:
    enclosed, below = Zone.ENCLOSED, Zone.ENCLOSURE_CLOSED
    opener = _opener(Zone.ENCLOSURE_OPENER, Zone.ENCLOSURE_OPENER, enclosed, below, below)
    return {
        Zone.ENCLOSURE: {
            **_begin(-6, -6, -20),
            **opener,
            Label.HEAD: (Step(Zone.ENCLOSURE_HEADED, +1), Step(Zone.HEADED, -4, begins=True)),
            Label.SUBHEAD: (Step(Zone.ENCLOSURE, +1),),
            Label.FW: (Step(Zone.ENCLOSURE),),
            Label.HEAD_TAIL: (Step(Zone.ENCLOSURE),),
        },
        Zone.ENCLOSURE_HEADED: {
            **_begin(-6, -6, -20),
            **opener,
            # A second heading is rather that of a document: the first was the title of a chapter.
            Label.HEAD: (Step(Zone.ENCLOSURE_HEADED, -7.5), Step(Zone.HEADED, -6, begins=True)),
            Label.SUBHEAD: (Step(Zone.ENCLOSURE_HEADED, +1),),
            Label.FW: (Step(Zone.ENCLOSURE_HEADED),),
            Label.HEAD_TAIL: (Step(Zone.ENCLOSURE_HEADED),),
        },
        Zone.ENCLOSURE_OPENER: {**_begin(-6, -6, -20), **opener},
        Zone.ENCLOSED: {
            **_in_body(_begin(-1, -1, -20), Zone.ENCLOSURE_CLOSED, Weights()),
            **_body(Zone.ENCLOSED, *(Zone.ENCLOSURE_CLOSED,) * 3),
            Label.HEAD: _head_below(-1, weights.unannounced + 1),
        },
        Zone.ENCLOSURE_CLOSED: {
            **_begin(0, 0, weights.untitled),
            **_closed(Zone.ENCLOSURE_CLOSED, weights, weights.unannounced - 1),
            Label.HEAD: _head_below(0, weights.unannounced + 2),
        },
    }


def _begin(head: float, link: float, untitled: float) -> dict[Label, tuple[Step, ...]]:
    """Ways to begin a document: by a heading, by a number above one, by a linking sentence, by its opener alone."""
    return {
        Label.HEAD: (Step(Zone.HEADED, head, begins=True),),
        Label.IDNO: (Step(Zone.NUMBERED, head, begins=True),),
        Label.LINK: (Step(Zone.LINKED, link, begins=True),),
        Label.ADDRESS: (Step(Zone.OPENER, untitled, begins=True),),
        Label.DATELINE: (Step(Zone.DATED, untitled, begins=True),),
        Label.SALUTE: (Step(Zone.OPENER, untitled, begins=True),),
    }


def _bare(weight: float | None) -> tuple[Step, ...]:
    """A document that begins with its text, without anything above it."""
    return () if weight is None else (Step(Zone.BODY, weight, begins=True),)


def _head_below(begin: float, enclosed: float) -> tuple[Step, ...]:
    """A heading below an enclosure: of a new document, or of one more paper that nothing announces."""
    return (Step(Zone.HEADED, begin, begins=True), Step(Zone.ENCLOSURE_HEADED, enclosed, encloses=True))


def _opener(zone: Zone, dated: Zone, body: Zone, closed: Zone, signed: Zone) -> dict[Label, tuple[Step, ...]]:
    return {
        Label.IDNO: (Step(zone),),
        Label.DATELINE: (Step(dated),),
        Label.CLASSIFICATION: (Step(zone),),
        Label.SUBHEAD: (Step(zone),),
        Label.DISTRIBUTION: (Step(zone),),
        Label.ADDRESS: (Step(zone),),
        Label.SALUTE: (Step(zone),),
        Label.FW: (Step(zone),),
        Label.NOTE: (Step(zone, -2),),
        Label.SOURCE: (Step(zone, -2),),
        Label.P: (Step(body),),
        Label.OMISSION: (Step(body),),
        Label.CLOSER: (Step(closed, -3),),
        Label.SIGNED: (Step(signed, -7),),
        # A paper may be no more than the cover of another one.
        Label.ENCLOSURE: (Step(Zone.ENCLOSURE, -3, encloses=True),),
    }


def _body(zone: Zone, closed: Zone, signed: Zone, noted: Zone) -> dict[Label, tuple[Step, ...]]:
    return {
        Label.P: (Step(zone),),
        Label.OMISSION: (Step(zone),),
        Label.FW: (Step(zone),),
        Label.NOTE: (Step(noted), Step(zone, -1)),
        Label.CLOSER: (Step(closed),),
        Label.SIGNED: (Step(signed),),
        Label.SOURCE: (Step(closed, -1),),
        Label.POSTSCRIPT: (Step(closed, -2),),
        Label.ENCLOSURE: (Step(Zone.ENCLOSURE, -1, encloses=True),),
        Label.FURNITURE: (Step(Zone.BETWEEN, -3),),
    }


def _below(zone: Zone, weights: Weights, unannounced: float) -> dict[Label, tuple[Step, ...]]:
    """What stands below the text of a document, and how the next one begins."""
    bonus = weights.noted if zone is Zone.NOTED else 0.0
    over = weights.dated_below if zone is Zone.DATED_BELOW else bonus
    bare = weights.bare + over if weights.bare is not None else None
    more = (Step(Zone.BODY, weights.more_text - over),) if weights.more_text is not None else ()
    return {
        **_begin(0, 0, weights.untitled + bonus),
        **_closed(zone, weights, unannounced),
        Label.HEAD: _head_below(0, weights.unannounced),
        # A paragraph below the signature that nothing announces is kept as a paper without heading.
        Label.P: (Step(Zone.ENCLOSED, weights.paper_below, encloses=True), *more, *_bare(bare)),
    }


def _closed(zone: Zone, weights: Weights, unannounced: float) -> dict[Label, tuple[Step, ...]]:
    """What stands below a text; last the opener of a document, or of a paper that nothing announces."""
    of_document = zone in (Zone.CLOSED, Zone.SIGNED, Zone.DATED_BELOW)
    noted = Zone.NOTED if of_document else zone
    dated = Zone.DATED_BELOW if of_document else zone
    signed = Zone.SIGNED if zone is Zone.CLOSED else zone
    text = Zone.ENCLOSED if zone is Zone.ENCLOSURE_CLOSED else Zone.BODY
    bonus = weights.noted if zone is Zone.NOTED else 0.0
    begin = _begin(0, 0, weights.untitled + bonus)
    paper = Step(Zone.ENCLOSURE_OPENER, unannounced, encloses=True)
    return {
        Label.SIGNED: (Step(signed, -bonus),),
        Label.CLOSER: (Step(zone, -1 - bonus),),
        Label.NOTE: (Step(noted),),
        Label.SOURCE: (Step(zone),),
        # A postscript may go on in paragraphs of its own.
        Label.POSTSCRIPT: (Step(zone), Step(text, -1)),
        Label.FW: (Step(zone),),
        Label.ENCLOSURE: (Step(Zone.ENCLOSURE, encloses=True),),
        Label.P: (Step(Zone.ENCLOSED, weights.paper_below),),
        Label.FURNITURE: (Step(Zone.BETWEEN),),
        Label.ADDRESS: (Step(zone, weights.address_below - bonus), *begin[Label.ADDRESS], paper),
        Label.DATELINE: (Step(dated, weights.closing_dateline - bonus), *begin[Label.DATELINE], paper),
        Label.SALUTE: (*begin[Label.SALUTE], paper),
    }


def _in_body(begin: dict[Label, tuple[Step, ...]], closed: Zone, weights: Weights) -> dict[Label, tuple[Step, ...]]:
    """Let a dateline and an address also stand below the text, and a dateline in its midst."""
    dated = Zone.DATED_BELOW if closed is Zone.CLOSED else closed
    within = weights.dateline_within
    inside = () if within is None else (Step(Zone.BODY, within),)
    return {
        **begin,
        Label.DATELINE: (*begin[Label.DATELINE], Step(dated, weights.dateline_in_body), *inside),
        Label.ADDRESS: (*begin[Label.ADDRESS], Step(closed, -3)),
    }
