"""What the functions of the library give back, but for `validate`."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tei_archive.model import (
    Decision,
    Document,
    Edition,
    ProfileChoice,
    Project,
    ReplyTrees,
    Source,
    Unresolved,
    answers,
    less_certain_than,
)
from tei_archive.scoring import Comparison, Difference


@dataclass(frozen=True, slots=True)
class SegmentReport:
    """What `segment` found and did: files written, files edited by hand and therefore kept, files removed.

    `choice` says why the profile was taken, where the program chose it; `max_doubt` how much doubt was allowed.
    """

    edition: Edition
    project: Project
    profile: str
    written: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    choice: ProfileChoice | None = None
    max_doubt: float = 1.0

    @property
    def doubtful(self) -> tuple[Decision, ...]:
        """The decisions that are less certain than was asked."""
        return less_certain_than(self.edition.ledger, self.max_doubt)

    @property
    def clean(self) -> bool:
        """Whether documents were found, all files could be written, and every decision is as certain as asked."""
        return bool(self.edition.documents) and not self.kept and not self.doubtful


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document as it now is, the decisions that made it, their source, and what the rules read."""

    document: Document
    decisions: tuple[Decision, ...]
    source: Source
    rules: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LeastCertain:
    """The least certain decisions of an edition, each with its source, of how many, and what the rules read."""

    decisions: tuple[tuple[Decision, Source], ...]
    total: int
    rules: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChainsReport:
    """The chains of replies with at least so many documents, and what cannot be true of them.

    A chain is the ids of its documents, each before what answers it. `circles` are documents that answer one another,
    the first again at the end; `early` are replies with what they answer, where the reply is older.
    """

    trees: ReplyTrees
    chains: tuple[tuple[str, ...], ...]
    minimum: int
    circles: tuple[tuple[str, ...], ...]
    early: tuple[tuple[str, str], ...]

    @property
    def clean(self) -> bool:
        """Whether no reply goes in a circle or before what it answers."""
        return not self.circles and not self.early

    @property
    def unresolved(self) -> Mapping[Unresolved, int]:
        """How many documents that are said to be answered were not found, by reason."""
        reasons = (ref.reason for document in self.trees.documents.values() for ref in answers(document))
        return Counter(reason for reason in reasons if reason is not None)

    @property
    def outside(self) -> int:
        """How many documents that are answered are named but stand in none of these editions."""
        targets = (ref.target for document in self.trees.documents.values() for ref in answers(document))
        return sum(target is not None and target not in self.trees.documents for target in targets)


@dataclass(frozen=True, slots=True)
class ProfileSummary:
    """A profile that comes with the program."""

    name: str
    title: str
    language: str
    extends: str | None = None


@dataclass(frozen=True, slots=True)
class ScoreReport:
    """How far an encoding agrees with a corrected one: figures, differences, and the texts of their sources by name.

    `altered` are the documents whose text is not that of the source; `left_out` are the sources of the edition that
    the gold has no documents of.
    """

    edition: Path
    gold: Path
    comparison: Comparison
    altered: tuple[Difference, ...]
    texts: Mapping[str, str]
    left_out: tuple[str, ...] = ()

    @property
    def differences(self) -> tuple[Difference, ...]:
        """All differences: boundaries, ends, fields, reply links, text."""
        return (*self.comparison.differences, *self.altered)

    @property
    def values(self) -> Mapping[str, float]:
        """The figures by name, as one number between 0 and 1 each; what the gold says nothing of is left out."""
        compared = self.comparison
        figures = {name: figure.f1 for name, figure in compared.figures.items()}
        intact = compared.documents - len(self.altered)
        return {**figures, "pq": compared.pq, "lossless": intact / compared.documents}
