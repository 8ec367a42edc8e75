"""Linking sentences: what the editors say of a document and the one above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tei_archive.model import (
    Agent,
    Certainty,
    Claim,
    ContextRef,
    Evidence,
    Label,
    Mark,
    MarkKind,
    Relation,
    Span,
)
from tei_archive.profile import LabelRule, Profile
from tei_archive.segmenting.choices import LedgerEntry
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.drafts import Piece
from tei_archive.segmenting.engine_rules import COUNTERPART
from tei_archive.segmenting.names import may_be_one_person


def follow_links(descriptions: Sequence[Description], profile: Profile) -> tuple[Description, ...]:
    """Tie each document that a linking sentence opens to the one above, and conclude who its correspondents are.

    The one who answers writes to the one who wrote: the addressee of the answer is the sender of the document above,
    and the office of the one who answers is the one that the document above was addressed to.
    """
    known: dict[str, Description] = {}
    above: Description | None = None
    for description in descriptions:
        known[description.id] = description
        piece = next(iter(description.draft.all(Label.LINK)), None)
        rule = profile.label_rule(piece.rule) if piece else None
        if piece and rule and above and (other := _other(description, above, known, profile)):
            known.update(_tie(description, other, piece, rule, profile))
        above = known[description.id]
    return tuple(known.values())


def _other(
    description: Description, above: Description, known: dict[str, Description], profile: Profile
) -> Description | None:
    """The document that the sentence speaks of: the one above, or what that one answers where both have one writer."""
    if above.draft.source != description.draft.source:
        return None
    answered = next((ref.target for ref in above.context if ref.relation is Relation.IS_REPLY_TO), None)
    namesakes = (_namesake(sender, above.senders, profile) for sender in description.senders)
    return known[answered] if answered is not None and any(namesakes) else above


def _tie(
    description: Description, other: Description, piece: Piece, rule: LabelRule, profile: Profile
) -> dict[str, Description]:
    """Both documents with what the sentence says; the evidence of a reply is the sentence, wherever it stands."""
    anchor = piece.groups.get("anchor", piece.span)
    answers = rule.relation is Relation.IS_REPLY_TO
    ref = ContextRef(
        Relation.IS_REPLY_TO,
        "",
        anchor,
        target=other.id if answers else description.id,
        rule=piece.rule,
        certainty=Certainty.MEDIUM,
    )
    described = _with_correspondents(description, other, anchor, piece, profile)
    described = replace(
        described,
        context=(*described.context, ref) if answers else described.context,
        marks=(*described.marks, *(Mark(MarkKind.REF, anchor, other.id) for _ in piece.groups.keys() & {"anchor"})),
    )
    answering, answered = (described, other) if answers else (other, described)
    entry = LedgerEntry(Relation.IS_REPLY_TO, answered.id, anchor, piece.rule, piece.score)
    changed = replace(answering, ledger=(*answering.ledger, entry))
    if not answers:
        changed = replace(changed, context=(*changed.context, ref))
    return {answered.id: answered, answering.id: changed}


def _with_correspondents(
    description: Description, other: Description, anchor: Span, piece: Piece, profile: Profile
) -> Description:
    """Fill in from the other document whom this one does not name, and the offices of those whom it names."""
    addressees = description.addressees or _inferred(other.senders, other, anchor)
    senders = description.senders or _inferred(other.addressees, other, anchor)
    senders = tuple(_with_office(agent, other, anchor, profile) for agent in senders)
    addressees = tuple(_with_office(agent, other, anchor, profile) for agent in addressees)
    new = [
        LedgerEntry(f"{field}.{part}", claim.value, anchor, COUNTERPART, piece.score)
        for field, before, after in (
            ("sender", description.senders, senders),
            ("addressee", description.addressees, addressees),
        )
        for agent in after
        if agent not in before
        for part, claim in (("name", agent.name), ("role", agent.role))
        if claim and claim.inferred_from
    ]
    return replace(description, senders=senders, addressees=addressees, ledger=(*description.ledger, *new))


def _inferred(agents: Sequence[Agent], other: Description, anchor: Span) -> tuple[Agent, ...]:
    return tuple(
        replace(
            agent,
            name=_conclude(agent.name, other, anchor, Evidence.CONJECTURE) if agent.name else None,
            role=_conclude(agent.role, other, anchor, None if agent.name else Evidence.CONJECTURE)
            if agent.role
            else None,
        )
        for agent in agents
    )


def _with_office(agent: Agent, other: Description, anchor: Span, profile: Profile) -> Agent:
    officials = [known for known in (*other.addressees, *other.senders) if known.role]
    namesake = _namesake(agent, officials, profile)
    if agent.role is not None or namesake is None or namesake.role is None:
        return agent
    return replace(agent, role=_conclude(namesake.role, other, anchor, None))


def _namesake(agent: Agent, others: Sequence[Agent], profile: Profile) -> Agent | None:
    return next((other for other in others if may_be_one_person(agent, other, profile.honorifics)), None)


def _conclude(claim: Claim[str], other: Description, anchor: Span, evidence: Evidence | None) -> Claim[str]:
    return Claim(claim.value, anchor, COUNTERPART, Certainty.LOW, evidence, other.id)
