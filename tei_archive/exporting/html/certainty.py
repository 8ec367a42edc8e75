"""How sure the values of an edition are: for each field, how many documents have it with which certainty."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tei_archive.exporting.html.texts import Texts, msgid
from tei_archive.model import ActionType, Agent, Certainty, Claim, Document

_LEVELS = (Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW)

# The fields that every reader asks for, under the names that the metadata box has for them.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "sender": msgid("Sender"),
        "addressee": msgid("Addressee"),
        "date": msgid("Date"),
        "place": msgid("Place of sending"),
    }
)


@dataclass(frozen=True, slots=True)
class FieldCounts:
    """A field: how many documents have it with high, medium and low certainty, and in how many it is not known."""

    name: str
    numbers: tuple[int, int, int, int]


def count_certainty(texts: Texts, documents: Sequence[Document]) -> tuple[FieldCounts, ...]:
    """Give back the counts of each field."""
    found = {field: Counter[Certainty | None]() for field in FIELDS}
    for document in documents:
        for field, certainty in field_certainties(document):
            found[field][certainty] += 1
    return tuple(
        FieldCounts(
            texts.gettext(name),
            (
                found[field][Certainty.HIGH],
                found[field][Certainty.MEDIUM],
                found[field][Certainty.LOW],
                found[field][None],
            ),
        )
        for field, name in FIELDS.items()
    )


def field_certainties(document: Document) -> Iterator[tuple[str, Certainty | None]]:
    """Give back each field with the least certainty of its values; None where it is not known."""
    sent = document.action(ActionType.SENT)
    yield ("sender", _least(_names(document.senders)))
    yield ("addressee", _least(_names(document.addressees)))
    yield ("date", document.date.certainty if document.date else None)
    yield ("place", sent.place.certainty if sent and sent.place else None)


def _names(agents: Iterable[Agent]) -> Iterator[Claim[str]]:
    return (claim for agent in agents for claim in (agent.name or agent.role,) if claim)


def _least(claims: Iterable[Claim[str]]) -> Certainty | None:
    return max((claim.certainty for claim in claims), key=_LEVELS.index, default=None)
