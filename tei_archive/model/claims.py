"""Claims: values together with the words they were read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from tei_archive.model.span import Span

T = TypeVar("T")


class Certainty(StrEnum):
    """How sure a claim is: the words that TEI's `cert` takes."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Evidence(StrEnum):
    """Where the evidence lies: the words that TEI's `evidence` takes.

    Internal is the document itself, external what an editor printed around it, conjecture what was concluded.
    """

    INTERNAL = "internal"
    EXTERNAL = "external"
    CONJECTURE = "conjecture"


@dataclass(frozen=True, slots=True)
class Claim(Generic[T]):
    """A value, the words of the source it was read from, by which rule, and how sure.

    A value that an editor entered by hand has neither words nor rule. `evidence` is given for names, places and
    dates alone, where TEI has the attribute. `inferred_from` is the id of another document that the value was
    concluded from.
    """

    value: T
    words: Span | None = None
    rule: str | None = None
    certainty: Certainty = Certainty.HIGH
    evidence: Evidence | None = None
    inferred_from: str | None = None

    def __post_init__(self) -> None:
        if self.rule is not None and self.words is None:
            raise ValueError(f"rule {self.rule} read {self.value!r} from no words")
