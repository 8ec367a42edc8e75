"""Who wrote to whom, when, from where, and in answer to what: the values of TEI's `correspDesc`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tei_archive.model.claims import Certainty, Claim
from tei_archive.model.dates import HistoricalDate
from tei_archive.model.relations import Relation
from tei_archive.model.span import Span


class AgentKind(StrEnum):
    """What a correspondent is."""

    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Agent:
    """A correspondent: a name as printed, a role, or both; `ref` points into the registers (`pers:…`, `org:…`)."""

    name: Claim[str] | None = None
    role: Claim[str] | None = None
    kind: AgentKind = AgentKind.PERSON
    ref: str | None = None

    def __post_init__(self) -> None:
        if self.name is None and self.role is None:
            raise ValueError("an agent has a name or a role")

    @property
    def label(self) -> str:
        """The name, or the role where no name is known."""
        known = self.name or self.role
        assert known is not None  # noqa: S101 - the invariant above
        return known.value


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its name as printed, and a pointer into the registers (`place:…`)."""

    name: str
    ref: str | None = None


class ActionType(StrEnum):
    """The values of `correspAction/@type`."""

    SENT = "sent"
    RECEIVED = "received"
    TRANSMITTED = "transmitted"
    REDIRECTED = "redirected"
    FORWARDED = "forwarded"


@dataclass(frozen=True, slots=True)
class CorrespAction:
    """One act of a correspondence; `copy` marks those who received it for information (subtype `cc`)."""

    type: ActionType
    agents: tuple[Agent, ...] = ()
    place: Claim[Place] | None = None
    date: Claim[HistoricalDate] | None = None
    medium: Claim[str] | None = None
    copy: bool = False


class Unresolved(StrEnum):
    """Why a reference has no target."""

    NO_CANDIDATE = "no-candidate"
    SEVERAL_CANDIDATES = "several-candidates"
    NOT_IDENTIFIED = "not-identified"  # neither date nor number is given
    UNSTATED = "unstated"  # an editor left the target out


@dataclass(frozen=True, slots=True)
class ContextRef:
    """A reference to another document: a target, or the reason why there is none. Never a guess."""

    relation: Relation
    label: str
    words: Span | None = None
    target: str | None = None
    reason: Unresolved | None = None
    rule: str | None = None
    certainty: Certainty = Certainty.HIGH
    date: HistoricalDate | None = None

    def __post_init__(self) -> None:
        if (self.target is None) == (self.reason is None):
            raise ValueError("a reference has either a target or the reason why it has none")
