"""What is marked inside the text: names, dates, numbers, supplied words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tei_archive.model import Agent, AgentKind, Label, Mark, MarkKind, Span
from tei_archive.profile import MarkRule
from tei_archive.segmenting.blocks import nest
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.drafts import Piece
from tei_archive.segmenting.readers import Readers

_TEXT = (Label.P, Label.CLOSER, Label.POSTSCRIPT, Label.NOTE)
_NAMES = {AgentKind.PERSON: MarkKind.PERS_NAME, AgentKind.ORGANISATION: MarkKind.ORG_NAME}


def with_marks(description: Description, calls: Sequence[Mark], readers: Readers) -> Description:
    """Mark a document where its metadata was read, where the profile's mark rules say so, and at the calls of notes.

    The marks that it has come first: of two that clash, the earlier is kept.
    """
    return replace(description, marks=nest((*description.marks, *_find_marks(description, readers), *calls)))


def _find_marks(description: Description, readers: Readers) -> Sequence[Mark]:
    own = [mark for agent in (*description.senders, *description.addressees) for mark in _agent_marks(agent)]
    rules = [rule for rule in readers.profile.marks if rule.mark is not MarkKind.NOTE_CALL]
    for piece in description.draft.pieces:
        if piece.groups:
            own += _group_marks(description, piece, readers)
        if piece.label in _TEXT:
            own += _rule_marks(description.draft.shadow, piece.span, rules)
    return own


def _agent_marks(agent: Agent) -> Iterator[Mark]:
    for claim, kind in ((agent.name, _NAMES[agent.kind]), (agent.role, MarkKind.ROLE_NAME)):
        if claim and claim.words and claim.inferred_from is None:
            yield Mark(kind, claim.words, agent.ref if kind is not MarkKind.ROLE_NAME else None)


def _group_marks(description: Description, piece: Piece, readers: Readers) -> Iterator[Mark]:
    groups = piece.groups
    if "date" in groups and (read := readers.dates.read(groups["date"].cut(description.draft.shadow))):
        yield Mark(MarkKind.DATE, groups["date"], date=read.value)
    if "number" in groups:
        yield Mark(MarkKind.IDNO, groups["number"])
    if "place" in groups:
        yield Mark(MarkKind.PLACE_NAME, groups["place"], description.place.value.ref if description.place else None)
    if "participant" in groups:
        for agent in readers.agents.read(description.draft, groups["participant"], piece.rule):
            yield from _agent_marks(agent)
    if piece.label is Label.SIGNED:
        if "name" in groups:
            yield Mark(MarkKind.PERS_NAME, groups["name"])
        if "role" in groups:
            yield Mark(MarkKind.ROLE_NAME, groups["role"])


def _rule_marks(shadow: str, span: Span, rules: Sequence[MarkRule]) -> Iterator[Mark]:
    for rule in rules:
        for found in rule.pattern.finditer(shadow, span.start, span.end):
            group = "mark" if "mark" in rule.pattern.groups else 0
            yield Mark(rule.mark, Span(*found.span(group)).trim(shadow))
