"""Writing `correspDesc`: who wrote to whom, when, from where, and in answer to what."""

from __future__ import annotations

from tei_archive.model import (
    Agent,
    AgentKind,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    HistoricalDate,
    Relation,
    Source,
    Span,
)
from tei_archive.tei.building import Element, build
from tei_archive.tei.claims import AUTOMATIC, claim_attributes, plain_claim_attributes, rule_pointer, trace_attributes
from tei_archive.tei.dates import date_attributes
from tei_archive.tei.languages import find_date_words
from tei_archive.tei.names import XML_ID, one_line
from tei_archive.tei.pointers import document_pointer, pointer

_AGENTS = {AgentKind.PERSON: "persName", AgentKind.ORGANISATION: "orgName"}

# What comes before a document in a correspondence, and what comes after it.
_DIRECTIONS = {
    Relation.IS_REPLY_TO: "prev",
    Relation.CITES: "prev",
    Relation.ENCLOSES: "prev",
    Relation.HAS_REPLY: "next",
    Relation.SEQUENCE: "next",
    Relation.ENCLOSED_IN: "next",
}

_NOTHING = "Neither name, place nor date is stated."  # TEI wants some content


def encode_correspondence(document: Document, source: Source, address: str | None) -> Element:
    """Give back the `correspDesc` of a document; `address` is its URL where the edition has one."""
    refs = [_encode_ref(ref, document) for ref in document.context]
    return build(
        "correspDesc",
        {XML_ID: f"{document.id}-cd1", "ref": address, "source": "#src.raw"},
        *(_encode_action(action, source) for action in document.actions),
        build("correspContext", {}, *refs) if refs else None,
        build("note", {"type": "reviewStatus", "resp": AUTOMATIC}, document.status),
    )


def _encode_action(action: CorrespAction, source: Source) -> Element:
    parts = [part for agent in action.agents for part in _encode_agent(agent, source)]
    if action.place:
        place = action.place.value
        attributes = {"ref": place.ref, **claim_attributes(action.place, source.name)}
        parts.append(build("placeName", attributes, one_line(place.name)))
    if action.date:
        parts.append(_encode_date(action.date, source))
    if action.medium:
        attributes = {"type": "medium", **plain_claim_attributes(action.medium, source.name)}
        parts.append(build("note", attributes, one_line(action.medium.value)))
    return build(
        "correspAction",
        {"type": action.type.value, "subtype": "cc" if action.copy else None},
        *(parts or [build("note", {"type": "reviewStatus"}, _NOTHING)]),
    )


def _encode_agent(agent: Agent, source: Source) -> tuple[Element, ...]:
    """A name and, beside it, the role; where no name is known the role stands in the name's place, inside it."""
    element = _AGENTS[agent.kind]
    ref = pointer(agent.ref) if agent.ref is not None else None
    if agent.name is None:
        attributes = {"ref": ref, **(claim_attributes(agent.role, source.name) if agent.role else {})}
        return (build(element, attributes, build("roleName", {}, one_line(agent.label))),)
    name = build(element, {"ref": ref, **claim_attributes(agent.name, source.name)}, one_line(agent.name.value))
    if agent.role is None:
        return (name,)
    role = build("roleName", plain_claim_attributes(agent.role, source.name), one_line(agent.role.value))
    return (name, role)


def _encode_date(claim: Claim[HistoricalDate], source: Source) -> Element:
    words = one_line(claim.words.cut(source.text)) if claim.words else None
    return build("date", {**date_attributes(claim.value), **claim_attributes(claim, source.name)}, words)


def _encode_ref(ref: ContextRef, document: Document) -> Element:
    pointers = (rule_pointer(ref.rule), f"reason:{ref.reason}" if ref.reason else None)
    attributes = {
        "type": _DIRECTIONS[ref.relation],
        "subtype": ref.relation.value,
        "target": document_pointer(ref.target) if ref.target is not None else None,
        "cert": ref.certainty.value,
        **trace_attributes(ref.rule, ref.words, document.source),
        "ana": " ".join(filter(None, pointers)) or None,
    }
    return build("ref", attributes, *_encode_label(one_line(ref.label), ref.date, document.language))


def _encode_label(label: str, date: HistoricalDate | None, language: str) -> tuple[Element | str, ...]:
    """A label with its date marked where the label has it in full, else an empty date at the end."""
    if date is None:
        return (label,)
    words = find_date_words(label, date, language) or Span(len(label), len(label))
    marked = build("date", date_attributes(date), words.cut(label))
    return label[: words.start], marked, label[words.end :]
