"""Who sent a document and who received it: from its heading, signature and linking sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tei_archive.model import Agent, AgentKind, Certainty, Claim, Evidence, Label, Span
from tei_archive.profile import SignatureUse, fold
from tei_archive.segmenting.agents import AgentReader, claim_text
from tei_archive.segmenting.choices import Candidate, LedgerEntry, choose
from tei_archive.segmenting.drafts import Draft, Piece
from tei_archive.segmenting.names import may_be_one

_HEADING, _SIGNATURE = 8.0, 7.0
Named = tuple[tuple[Agent, ...], tuple[LedgerEntry, ...]]


def find_senders(draft: Draft, reader: AgentReader) -> Named:
    """Find who sent a document: the heading or linking sentence names office or person, the signature the person."""
    above = _named_above(draft, "sender", reader)
    signature = _signature(draft, above)
    agents = (
        _join(above, signature) if reader.profile.signature is SignatureUse.COMPLETES else _confirm(above, signature)
    )
    return agents, _ledger("sender", agents, signature if agents != (signature,) else None)


def find_addressees(draft: Draft, reader: AgentReader) -> Named:
    """Find whom the heading or the linking sentence names as addressee; else whom address or salutation names."""
    agents = _named_above(draft, "addressee", reader) or _addressed(draft, reader)
    return agents, _ledger("addressee", agents, None)


def find_copies(draft: Draft, reader: AgentReader) -> tuple[Agent, ...]:
    """Find who got a copy: the members of the distribution line."""
    agents: list[Agent] = []
    for piece in draft.all(Label.DISTRIBUTION):
        if listed := piece.groups.get("copy"):
            start = listed.start
            for comma in (*_commas(draft, listed), listed.end):
                agents += reader.read(draft, Span(start, comma), piece.rule)
                start = comma + 1
    return tuple(agents)


def _commas(draft: Draft, span: Span) -> tuple[int, ...]:
    return tuple(at for at in range(span.start, span.end) if draft.shadow[at] == ",")


def _named_above(draft: Draft, group: str, reader: AgentReader) -> tuple[Agent, ...]:
    for piece in (*draft.all(Label.HEAD), *draft.all(Label.LINK)):
        if span := piece.groups.get(group):
            end = piece.groups.get(f"{group}_of", span).end
            return reader.read(draft, Span(span.start, end), piece.rule)
    return ()


def _addressed(draft: Draft, reader: AgentReader) -> tuple[Agent, ...]:
    """Whom the address names; whom the salutation names is less sure."""
    for label, certainty in ((Label.ADDRESS, Certainty.MEDIUM), (Label.SALUTE, Certainty.LOW)):
        for piece in draft.all(label):
            if span := piece.groups.get("addressee"):
                agents = reader.read(draft, span, piece.rule)
                return tuple(_with_certainty(agent, certainty) for agent in agents)
    return ()


def _with_certainty(agent: Agent, certainty: Certainty) -> Agent:
    """The agent as the document itself names it."""
    if agent.name is None:
        return agent
    return replace(agent, name=replace(agent.name, certainty=certainty, evidence=Evidence.INTERNAL))


def _signature(draft: Draft, above: Sequence[Agent]) -> Agent | None:
    """The person or agency that signed; a line that only repeats the office of the heading is no name."""
    offices = " ".join(agent.role.value for agent in above if agent.role)
    for piece in _signatures(draft):
        if (span := piece.groups.get("name")) and not _repeats(span.cut(draft.source.text), offices):
            body = AgentKind.ORGANISATION if "(" in piece.span.cut(draft.source.text)[:1] else AgentKind.PERSON
            name = claim_text(draft, span, piece.rule, Certainty.HIGH, Evidence.INTERNAL)
            return Agent(name, _role_below(draft, piece), body)
    return None


def _signatures(draft: Draft) -> Iterator[Piece]:
    """The lines of signature below the text; a line right below an address goes on with it."""
    has_text = False
    for before, piece in pairwise((None, *draft.pieces)):
        has_text = has_text or (piece is not None and piece.label is Label.P)
        if piece and piece.label is Label.SIGNED and has_text and not (before and before.label is Label.ADDRESS):
            yield piece


def _role_below(draft: Draft, piece: Piece) -> Claim[str] | None:
    """The role that stands on the signature's own line."""
    span = piece.groups.get("role")
    return claim_text(draft, span, piece.rule, Certainty.HIGH, None) if span else None


def _repeats(words: str, offices: str) -> bool:
    return fold(words).casefold().strip(" .,") in fold(offices).casefold()


def _join(above: Sequence[Agent], signature: Agent | None) -> tuple[Agent, ...]:
    """Bring heading and signature together: an office gets the name below it, a name is confirmed by it."""
    if signature is None or len(above) > 1:
        return tuple(above)
    if not above:
        return (signature,)
    first = above[0]
    if first.kind is AgentKind.ORGANISATION:
        return (signature, first)
    if first.name is None and first.role is not None:
        # An agency has no office: what the heading names is no more than a word for it.
        is_person = signature.kind is AgentKind.PERSON
        return (replace(signature, role=replace(first.role, evidence=None)) if is_person else signature,)
    return _confirm(above, signature)


def _confirm(above: Sequence[Agent], signature: Agent | None) -> tuple[Agent, ...]:
    """Take whom the heading names, the surer where the signature is the same person's; else who signed."""
    if signature is None or signature.name is None or not above:
        return tuple(above) or ((signature,) if signature else ())
    first, *others = above
    if first.name is not None and may_be_one(first.name.value, signature.name.value):
        first = replace(first, name=replace(first.name, certainty=Certainty.HIGH))
    return (first, *others)


def _ledger(field: str, agents: Sequence[Agent], signature: Agent | None) -> tuple[LedgerEntry, ...]:
    """Enter names and roles; a signature that lost against the heading is the runner-up."""
    entries: list[LedgerEntry] = []
    for agent in agents:
        for part, claim in (("name", agent.name), ("role", agent.role)):
            if claim is None:
                continue
            rivals = [Candidate(claim, claim.value, _HEADING)]
            lost = signature.name if signature and part == "name" else None
            if lost and lost.value != claim.value:
                rivals.append(Candidate(lost, lost.value, _SIGNATURE))
            if entry := choose(f"{field}.{part}", rivals).entry:
                entries.append(entry)
    return tuple(entries)
