"""Parties of the index: who sent or received a letter, and where, with the ids that CMIF takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from tei_archive.exporting.cmif.authorities import Index, find_authority, find_entry, find_geonames
from tei_archive.model import ActionType, Agent, AgentKind, Certainty, Claim, CorrespAction, Evidence, Place
from tei_archive.tei.building import Element, build
from tei_archive.tei.cmif import UNKNOWN, means_unknown
from tei_archive.tei.names import one_line

_ELEMENTS = {AgentKind.PERSON: "persName", AgentKind.ORGANISATION: "orgName"}

T = TypeVar("T")


def acts_of(actions: Iterable[CorrespAction], type_: ActionType) -> tuple[CorrespAction, ...]:
    """Give back the actions of a type; those of copies come last."""
    return tuple(sorted((action for action in actions if action.type is type_), key=lambda action: action.copy))


def encode_names(actions: Iterable[CorrespAction], index: Index) -> tuple[Element, ...]:
    """Give back a name for each who took part, once; `Unknown` where nobody is known.

    A name is that of the register where the party has an entry there, else as printed; an office whose holder is not
    known stands in the place of the name.
    """
    made = [_encode_name(agent, index) for action in actions for agent in action.agents]
    once = {(name.name, name.attributes.get("ref"), name.content): name for name in reversed(made)}
    return tuple(reversed(once.values())) or (build("persName", {}, UNKNOWN),)


def encode_place(actions: Iterable[CorrespAction], index: Index) -> Element | None:
    """Give back the first place that is known."""
    place = next((action.place for action in actions if action.place and action.place.value.name.strip()), None)
    if place is None:
        return None
    entry = find_entry(place.value.ref, index)
    name = entry.name if entry else place.value.name
    return build("placeName", {"ref": find_geonames(place.value.ref, index), **_doubt(place)}, one_line(name))


def pointers(actions: Iterable[CorrespAction]) -> Iterator[str | None]:
    """Give back what the names of parties point to."""
    return (agent.ref for action in actions for agent in action.agents)


def places(actions: Iterable[CorrespAction]) -> Iterator[Place]:
    """Give back the places."""
    return (action.place.value for action in actions if action.place)


def _encode_name(agent: Agent, index: Index) -> Element:
    entry = find_entry(agent.ref, index)
    name = entry.name if entry and entry.name_known else agent.label
    claim = agent.name or agent.role
    attributes = {"ref": find_authority(agent.ref, index), **(_doubt(claim) if claim else {})}
    return build(_ELEMENTS[agent.kind], attributes, UNKNOWN if means_unknown(name) else one_line(name))


def _doubt(claim: Claim[T]) -> dict[str, str | None]:
    """CMIF has one word for each doubt: `low`, and `conjecture`."""
    return {
        "cert": "low" if claim.certainty is Certainty.LOW else None,
        "evidence": "conjecture" if claim.evidence is Evidence.CONJECTURE else None,
    }
