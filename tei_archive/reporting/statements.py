"""Statements: all that is claimed of a document, one after the other, whatever its type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tei_archive.model import ActionType, Certainty, Claim, CorrespAction, Document, HistoricalDate, Place, Span

_WHO = {ActionType.SENT: "sender", ActionType.RECEIVED: "addressee"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A value in words, the name of its field, and what the claim says of its origin.

    `beside_name` marks the role of somebody whose name is known.
    """

    field: str
    value: str
    certainty: Certainty
    words: Span | None = None
    rule: str | None = None
    inferred_from: str | None = None
    beside_name: bool = False

    @property
    def by_hand(self) -> bool:
        """Whether an editor entered the value."""
        return self.rule is None


def statements(document: Document) -> Iterator[Statement]:
    """Give back who, when, where and the numbers, then the references to other documents."""
    for action in document.actions:
        yield from _of_action(action)
    yield from _of_claim("number", document.number)
    yield from _of_claim("edition_number", document.edition_number)
    yield from _of_claim("classification", document.classification)
    yield from _of_claim("archive_ref", document.archive_ref)
    for ref in document.context:
        yield Statement(ref.relation.value, ref.label, ref.certainty, ref.words, ref.rule)


def _of_action(action: CorrespAction) -> Iterator[Statement]:
    who = "copy" if action.copy else _WHO.get(action.type, action.type.value)
    for agent in action.agents:
        yield from _of_claim(f"{who}.name", agent.name)
        yield from _of_claim(f"{who}.role", agent.role, beside_name=agent.name is not None)
    sent = action.type is ActionType.SENT
    yield from _of_claim("date" if sent else f"{who}.date", action.date)
    yield from _of_claim("place" if sent else f"{who}.place", action.place)
    yield from _of_claim("medium", action.medium)


def _of_claim(
    field: str, claim: Claim[str] | Claim[Place] | Claim[HistoricalDate] | None, *, beside_name: bool = False
) -> Iterator[Statement]:
    if claim is not None:
        origin = (claim.certainty, claim.words, claim.rule, claim.inferred_from)
        yield Statement(field, _in_words(claim.value), *origin, beside_name)


def _in_words(value: str | Place | HistoricalDate) -> str:
    match value:
        case Place():
            return value.name
        case HistoricalDate():
            return value.edtf
        case _:
            return value
