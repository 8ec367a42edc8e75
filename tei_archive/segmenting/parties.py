"""The two sides of a correspondence: who may write for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from tei_archive.model import Agent, AgentKind, Label
from tei_archive.profile import Profile, fold
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.names import letters, may_be_one


class Likeness(IntEnum):
    """How far two sides may be the same."""

    NONE = 0
    POSSIBLE = 1  # nothing is known of one, or one is a body that may stand for a person
    CERTAIN = 2


@dataclass(frozen=True, slots=True)
class Office:
    """An office by the rule that knows it, and where it is; an empty place may be any."""

    rule: str
    place: str

    def may_be(self, other: Office) -> bool:
        """Say whether two offices may be the same."""
        return self.rule == other.rule and (self.place == other.place or not (self.place and other.place))


@dataclass(frozen=True, slots=True)
class Party:
    """A correspondent: what names it, in words that can be compared, and the office."""

    name: str
    role: str
    is_body: bool
    office: Office | None


@dataclass(frozen=True, slots=True)
class Parties:
    """Who is on either side of each document of an edition, and what is known of each.

    The office of one who is only named is learnt from the date lines of the documents that he sent. `known` and
    `compared` keep what was found out, since the same parties meet over and over.
    """

    profile: Profile
    seats: Mapping[str, Office]
    compared: dict[tuple[Party, Party], Likeness] = field(default_factory=dict)
    known: dict[tuple[str, str, bool], Party] = field(default_factory=dict)

    def read(self, agents: Sequence[Agent]) -> tuple[Party, ...]:
        """Give the parties of one side."""
        return tuple(self._read(agent) for agent in agents)

    def named(self, name: str) -> tuple[Party, ...]:
        """Give the party that a text names."""
        return (Party(name, "", is_body=False, office=self.seats.get(letters(name))),)

    def holding(self, words: str) -> tuple[Party, ...]:
        """Give whoever holds the office that some words stand for, if the profile knows it."""
        office = read_office(words, self.profile)
        return (Party("", "", is_body=True, office=office),) if office else ()

    def likeness(self, some: Sequence[Party], others: Sequence[Party]) -> Likeness:
        """Say how far two sides may be the same: the best of all pairs, as long as both are known."""
        if not some or not others:
            return Likeness.POSSIBLE
        return max(self._compare(one, other) for one in some for other in others)

    def _read(self, agent: Agent) -> Party:
        name, role = agent.name.value if agent.name else "", agent.role.value if agent.role else ""
        is_body = agent.kind is AgentKind.ORGANISATION
        key = (name, role, is_body)
        if key not in self.known:
            self.known[key] = self._find_party(name, role, is_body=is_body)
        return self.known[key]

    def _find_party(self, name: str, role: str, *, is_body: bool) -> Party:
        office = read_office(role or name, self.profile)
        return Party(name, letters(role), is_body=is_body, office=office or self.seats.get(letters(name)))

    def _compare(self, one: Party, other: Party) -> Likeness:
        pair = (one, other)
        if pair not in self.compared:
            self.compared[pair] = self._find_likeness(one, other)
        return self.compared[pair]

    def _find_likeness(self, one: Party, other: Party) -> Likeness:
        is_named = not (one.is_body or other.is_body) and bool(one.name and other.name)
        if is_named and may_be_one(one.name, other.name, self.profile.honorifics):
            return Likeness.CERTAIN
        if one.office and other.office:
            return Likeness.CERTAIN if one.office.may_be(other.office) else Likeness.NONE
        if one.is_body is not other.is_body:
            return Likeness.POSSIBLE
        same = letters(one.name) == letters(other.name) if one.is_body else one.role == other.role != ""
        return Likeness.CERTAIN if same else Likeness.NONE


def know_parties(descriptions: Sequence[Description], profile: Profile) -> Parties:
    """Learn which office each correspondent holds who is only named."""
    seats: dict[str, Office] = {}
    for description in descriptions:
        for agent in description.senders[:1]:
            if agent.name and not agent.role and (office := _seat(description, profile)):
                seats.setdefault(letters(agent.name.value), office)
    return Parties(profile, seats)


def read_office(words: str, profile: Profile) -> Office | None:
    """Give the office that a role or a body is, if the profile knows it."""
    folded = fold(words).strip()
    for rule in profile.offices:
        if folded and (found := rule.pattern.search(folded)):
            return Office(rule.id, letters(found.groupdict().get("at") or ""))
    return None


def _seat(description: Description, profile: Profile) -> Office | None:
    lines = [piece.span.cut(description.draft.shadow) for piece in description.draft.all(Label.DATELINE)]
    for rule in profile.offices:
        if rule.seat and (found := next(filter(None, map(rule.seat.search, lines)), None)):
            return Office(rule.id, letters(found.groupdict().get("at") or ""))
    return None
