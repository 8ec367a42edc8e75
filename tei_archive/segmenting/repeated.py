"""Headings that repeat the ones above: "Same to same" names the correspondents of the document before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tei_archive.model import Agent, Certainty, Claim, Evidence, Label, Span
from tei_archive.segmenting.choices import LedgerEntry
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.engine_rules import SAME

_SCORE = 7.0


def repeat_correspondents(descriptions: Sequence[Description]) -> tuple[Description, ...]:
    """Give a document whose heading repeats the one above (group `same`) the correspondents of the document above."""
    return tuple(_repeated(descriptions))


def _repeated(descriptions: Sequence[Description]) -> Iterator[Description]:
    above: Description | None = None
    for one in descriptions:
        words = next((piece.groups["same"] for piece in one.draft.all(Label.HEAD) if "same" in piece.groups), None)
        is_below = above is not None and above.draft.source is one.draft.source
        described = _as_above(one, above, words) if above and is_below and words else one
        yield described
        above = described


def _as_above(one: Description, above: Description, words: Span) -> Description:
    senders = tuple(_concluded(agent, above, words) for agent in above.senders)
    addressees = tuple(_concluded(agent, above, words) for agent in above.addressees)
    entries = tuple(
        LedgerEntry(f"{field}.{part}", claim.value, words, SAME, _SCORE)
        for field, agents in (("sender", senders), ("addressee", addressees))
        for agent in agents
        for part, claim in (("name", agent.name), ("role", agent.role))
        if claim
    )
    kept = tuple(entry for entry in one.ledger if not entry.field.startswith(("sender.", "addressee.")))
    return replace(
        one,
        senders=senders or one.senders,
        addressees=addressees or one.addressees,
        ledger=(*kept, *entries) if senders and addressees else one.ledger,
    )


def _concluded(agent: Agent, above: Description, words: Span) -> Agent:
    """The same agent as a conclusion from the document that names it."""

    def conclude(claim: Claim[str] | None, evidence: Evidence | None) -> Claim[str] | None:
        return claim and Claim(claim.value, words, SAME, Certainty.MEDIUM, evidence, above.id)

    return replace(
        agent,
        name=conclude(agent.name, Evidence.CONJECTURE),
        role=conclude(agent.role, None if agent.name else Evidence.CONJECTURE),
    )
