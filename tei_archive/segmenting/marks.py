"""What is marked inside the text: names, dates, numbers, supplied words."""

from __future__ import annotations

from collections.abc import Iterator

from tei_archive.model import Agent, AgentKind, Label, Mark, MarkKind, Span
from tei_archive.profile import Profile
from tei_archive.segmenting.agents import read_agents
from tei_archive.segmenting.dates import DateReader
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.drafts import Piece

_TEXT = (Label.P, Label.CLOSER, Label.POSTSCRIPT, Label.NOTE)
_NAMES = {AgentKind.PERSON: MarkKind.PERS_NAME, AgentKind.ORGANISATION: MarkKind.ORG_NAME}


def find_marks(description: Description, profile: Profile, dates: DateReader) -> tuple[Mark, ...]:
    """Find what to mark in a document: where its metadata was read, and what the profile's mark rules find."""
    own = [mark for agent in (*description.senders, *description.addressees) for mark in _agent_marks(agent)]
    for piece in description.draft.pieces:
        own += _group_marks(description, piece, profile, dates)
        if piece.label in _TEXT:
            own += _rule_marks(description, piece, profile)
    return tuple(own)


def _agent_marks(agent: Agent) -> Iterator[Mark]:
    for claim, kind in ((agent.name, _NAMES[agent.kind]), (agent.role, MarkKind.ROLE_NAME)):
        if claim and claim.words and claim.inferred_from is None:
            yield Mark(kind, claim.words, agent.ref if kind is not MarkKind.ROLE_NAME else None)


def _group_marks(description: Description, piece: Piece, profile: Profile, dates: DateReader) -> Iterator[Mark]:
    groups = piece.groups
    if "date" in groups and (read := dates.read(groups["date"].cut(description.draft.shadow))):
        yield Mark(MarkKind.DATE, groups["date"], date=read.value)
    if "number" in groups:
        yield Mark(MarkKind.IDNO, groups["number"])
    if "place" in groups:
        yield Mark(MarkKind.PLACE_NAME, groups["place"], description.place.value.ref if description.place else None)
    if "participant" in groups:
        for agent in read_agents(description.draft, groups["participant"], piece.rule, profile):
            yield from _agent_marks(agent)
    if piece.label is Label.SIGNED:
        if "name" in groups:
            yield Mark(MarkKind.PERS_NAME, groups["name"])
        if "role" in groups:
            yield Mark(MarkKind.ROLE_NAME, groups["role"])


def _rule_marks(description: Description, piece: Piece, profile: Profile) -> Iterator[Mark]:
    for rule in profile.marks:
        if rule.mark is not MarkKind.NOTE_CALL:
            group = "mark" if "mark" in rule.pattern.groups else 0
            for found in rule.pattern.finditer(description.draft.shadow, piece.span.start, piece.span.end):
                yield Mark(rule.mark, Span(*found.span(group)).trim(description.draft.shadow))
