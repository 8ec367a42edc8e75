"""Editions: sources, the documents found in them, and what belongs to no document."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from tei_archive.model.document import Document
from tei_archive.model.registers import Registers
from tei_archive.model.source import Source
from tei_archive.model.span import Span

SPACE = "space"


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A stretch of a source that belongs to no document: its kind (`title`, `navigation`, `space` …) and the rule."""

    source: str
    span: Span
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A line of the ledger: what was decided, from which words, by which rule, and what came second.

    `field` is `boundary` or the name of a value (`sender.name`, `date`, `isReplyTo` …); the scores are those
    of the rules, comparable within one field. `evidence` names what the score is made of, each with its weight.
    """

    document: str
    field: str
    value: str
    words: Span
    rule: str
    score: float
    runner_up: str | None = None
    runner_up_rule: str | None = None
    runner_up_score: float | None = None
    evidence: tuple[tuple[str, float], ...] = ()

    @property
    def margin(self) -> float:
        """How far the runner-up lies behind; without one, the score itself."""
        return self.score - (self.runner_up_score or 0.0)

    @property
    def doubt(self) -> float:
        """How uncertain the decision is, from 0 to 1: 1 / (1 + e^margin), one half where both are as good."""
        return (1 - math.tanh(self.margin / 2)) / 2


@dataclass(frozen=True, slots=True)
class Edition:
    """Sources and documents: documents and the unclaimed rest fill every source with no gap and no overlap.

    `outside` are pointers to documents of other editions, which documents here may refer to as well.
    """

    sources: tuple[Source, ...]
    documents: tuple[Document, ...]
    unclaimed: tuple[Unclaimed, ...]
    registers: Registers
    ledger: tuple[Decision, ...] = ()
    outside: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        spans: dict[str, list[Span]] = {source.name: [] for source in self.sources}
        parts: list[Document | Unclaimed] = [*self.documents, *self.unclaimed]
        for part in parts:
            spans.setdefault(part.source, []).append(part.span)
        for source in self.sources:
            _check_partition(source, spans[source.name])
        ids = {document.id for document in self.documents}
        if len(ids) != len(self.documents):
            raise ValueError("two documents have the same id")
        for document in self.documents:
            for ref in document.context:
                if ref.target is not None and ref.target not in ids | self.outside:
                    raise ValueError(f"{document.id} refers to {ref.target}, which does not exist")


def _check_partition(source: Source, spans: Iterable[Span]) -> None:
    position = 0
    for span in sorted(spans):
        if span.start != position:
            raise ValueError(f"{source.name}: characters {position}..{span.start} are lost or claimed twice")
        position = span.end
    if position != len(source.text):
        raise ValueError(f"{source.name}: characters {position}..{len(source.text)} are lost")
