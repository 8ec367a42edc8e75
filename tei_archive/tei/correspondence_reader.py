"""Reading `correspDesc`, ours or another edition's, as actions and references."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei_archive.model import (
    ActionType,
    Agent,
    AgentKind,
    Claim,
    ContextRef,
    CorrespAction,
    HistoricalDate,
    Place,
    Relation,
    Unresolved,
)
from tei_archive.tei.claims import read_certainty, read_claim, read_rule_in_force, read_words
from tei_archive.tei.content import text_of
from tei_archive.tei.dates import read_date
from tei_archive.tei.names import local_name, one_line, qualified
from tei_archive.tei.pointers import parse_document_pointer, parse_prefixed

_KINDS = {
    "persName": AgentKind.PERSON,
    "name": AgentKind.PERSON,
    "rs": AgentKind.PERSON,
    "orgName": AgentKind.ORGANISATION,
}
_PLACES = ("placeName", "settlement", "country", "region")


def read_actions(description: etree._Element, source: str) -> tuple[CorrespAction, ...]:
    """Give back the actions of a `correspDesc`; actions of types that TEI does not suggest are left out."""
    found = description.iter(qualified("correspAction"))
    return tuple(_read_action(element, source) for element in found if element.get("type") in set(ActionType))


def read_context(description: etree._Element, source: str) -> tuple[ContextRef, ...]:
    """Give back the references of a `correspDesc`.

    Only those whose `subtype` is a word of our vocabulary count: `prev` and `next` alone mean different things in
    different editions.
    """
    return tuple(
        _read_ref(ref, source)
        for context in description.iter(qualified("correspContext"))
        for ref in context.iter(qualified("ref"))
        if ref.get("subtype") in set(Relation)
    )


def _read_action(element: etree._Element, source: str) -> CorrespAction:
    return CorrespAction(
        ActionType(element.get("type", "")),
        tuple(_read_agents(element, source)),
        _read_place(element, source),
        _read_date(element, source),
        _read_medium(element, source),
        copy=element.get("subtype") == "cc",
    )


def _read_agents(element: etree._Element, source: str) -> Iterator[Agent]:
    names = [child for child in element if local_name(child) in (*_KINDS, "roleName") and _label(child)]
    for number, child in enumerate(names):
        following = names[number + 1] if number + 1 < len(names) else None
        if local_name(child) != "roleName":
            yield _read_agent(child, following, source)
        elif number == 0:
            yield Agent(role=read_claim(child, _label(child), source))


def _read_agent(element: etree._Element, following: etree._Element | None, source: str) -> Agent:
    """The agent of a name; a role that follows it as a sibling is its role."""
    claim = read_claim(element, _label(element), source)
    kind, ref = _KINDS[local_name(element)], element.get("ref")
    if _is_role_alone(element):
        return Agent(role=claim, kind=kind, ref=ref)
    has_role = following is not None and local_name(following) == "roleName"
    role = read_claim(following, _label(following), source) if has_role and following is not None else None
    return Agent(claim, role, kind, ref)


def _is_role_alone(element: etree._Element) -> bool:
    roles = element.findall(qualified("roleName"))
    return len(roles) == 1 and text_of(roles[0]).strip() == text_of(element).strip()


def _read_place(element: etree._Element, source: str) -> Claim[Place] | None:
    places = (child for child in element if local_name(child) in _PLACES and _label(child))
    first = next(places, None)
    return read_claim(first, Place(_label(first), first.get("ref")), source) if first is not None else None


def _read_date(element: etree._Element, source: str) -> Claim[HistoricalDate] | None:
    for child in element.findall(qualified("date")):
        if found := read_date(child):
            return read_claim(child, found, source)
    return None


def _read_medium(element: etree._Element, source: str) -> Claim[str] | None:
    notes = (note for note in element.findall(qualified("note")) if note.get("type") == "medium" and _label(note))
    first = next(notes, None)
    return read_claim(first, _label(first), source) if first is not None else None


def _read_ref(ref: etree._Element, source: str) -> ContextRef:
    target = ref.get("target", "").strip()
    date = ref.find(qualified("date"))
    return ContextRef(
        Relation(ref.get("subtype", "")),
        _label(ref),
        read_words(ref, source),
        parse_document_pointer(target) if target else None,
        None if target else _read_reason(ref),
        read_rule_in_force(ref),
        read_certainty(ref),
        read_date(date) if date is not None else None,
    )


def _read_reason(ref: etree._Element) -> Unresolved:
    stated = parse_prefixed(ref.get("ana", ""), "reason")
    return Unresolved(stated) if stated in set(Unresolved) else Unresolved.UNSTATED


def _label(element: etree._Element) -> str:
    return one_line(text_of(element))
