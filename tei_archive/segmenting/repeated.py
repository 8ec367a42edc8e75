"""Headings that say "the same": the correspondent is that of the letter above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tei_archive.model import Agent, Certainty, Claim, Evidence, Label, Span
from tei_archive.profile import Profile
from tei_archive.segmenting.choices import LedgerEntry
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.engine_rules import THE_SAME
from tei_archive.segmenting.names import may_be_one_person

_SCORE = 6.0


def name_the_same(described: Sequence[Description], profile: Profile) -> tuple[Description, ...]:
    """Give each letter whose heading says "the same" the sender or addressee of the letter above it."""
    named: list[Description] = []
    for one in described:
        above = named[-1] if named and named[-1].draft.source is one.draft.source else None
        named.append(_named(one, above, profile) if above else one)
    return tuple(named)


def _named(one: Description, above: Description, profile: Profile) -> Description:
    sender, addressee = (_find_words(one, group, profile) for group in ("sender", "addressee"))
    if sender and above.senders:
        one = _with_entry(replace(one, senders=_taken(above.senders, sender, above)), "sender", sender)
    if addressee and (readers := _find_readers(one, above, profile)):
        one = _with_entry(replace(one, addressees=_taken(readers, addressee, above)), "addressee", addressee)
    return one


def _find_words(one: Description, group: str, profile: Profile) -> Span | None:
    """The words of the heading that point to the letter above."""
    for piece in one.draft.all(Label.HEAD):
        if (words := piece.groups.get(group)) and profile.same.fullmatch(words.cut(one.draft.shadow).strip(" .,:")):
            return words
    return None


def _find_readers(one: Description, above: Description, profile: Profile) -> tuple[Agent, ...]:
    """Whom the letter above was written to; who wrote it, where its reader writes now."""
    writes_back = any(
        may_be_one_person(sender, reader, profile.honorifics) for sender in one.senders for reader in above.addressees
    )
    return above.senders if writes_back else above.addressees


def _taken(agents: Sequence[Agent], words: Span, above: Description) -> tuple[Agent, ...]:
    return tuple(
        replace(agent, name=_concluded(agent.name, words, above), role=_concluded(agent.role, words, above))
        for agent in agents
    )


def _concluded(claim: Claim[str] | None, words: Span, above: Description) -> Claim[str] | None:
    """The value as a conclusion from the letter above; of a name and a role each has its own words there."""
    if claim is None:
        return None
    return Claim(claim.value, words, THE_SAME, Certainty.MEDIUM, Evidence.EXTERNAL, above.id)


def _with_entry(one: Description, field: str, words: Span) -> Description:
    """Enter the conclusion instead of what was read before."""
    agents = one.senders if field == "sender" else one.addressees
    return one.entered(LedgerEntry(f"{field}.name", agents[0].label, words, THE_SAME, _SCORE), f"{field}.")
