"""Doubts: what an editor should look at first, the gravest on top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from tei_archive.model import ActionType, Certainty, ContextRef, Document, Edition, Relation
from tei_archive.reporting.statements import Statement, statements
from tei_archive.reporting.words import shorten

_RELATIONS = frozenset(relation.value for relation in Relation)


class Gravity(IntEnum):
    """How much a doubt matters: what is missing comes before what is uncertain."""

    MISSING = 0
    LOW = 1
    UNRESOLVED = 2
    INFERRED = 3


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to check: in which document, which value, what it is now, and why it is in doubt."""

    gravity: Gravity
    document: str
    field: str
    value: str
    why: str


def doubts(edition: Edition) -> tuple[Doubt, ...]:
    """Give back everything that is missing, uncertain, concluded or without target, the gravest first."""
    texts = {source.name: source.text for source in edition.sources}
    found = (doubt for document in edition.documents for doubt in _of_document(document, texts[document.source]))
    return tuple(sorted(found, key=lambda doubt: doubt.gravity))


def first_of_each(found: Sequence[Doubt], number: int) -> tuple[Doubt, ...]:
    """Give back so many doubts at most; where there are more, each gravity gets its share."""
    if len(found) <= number:
        return tuple(found)
    gravities = sorted({doubt.gravity for doubt in found})
    share = number // len(gravities)
    parts = ([doubt for doubt in found if doubt.gravity is gravity][:share] for gravity in gravities)
    return tuple(doubt for part in parts for doubt in part)


def _of_document(document: Document, text: str) -> Iterator[Doubt]:
    known = {"sender": document.senders, "addressee": document.addressees, "date": document.date}
    for field, value in known.items():
        if not value:
            yield Doubt(Gravity.MISSING, document.id, field, "", "none was found")
    for statement in statements(document):
        if statement.field not in _RELATIONS and not statement.beside_name:
            yield from _of_statement(document, statement, text)
    for ref in document.context:
        yield from _of_reference(document, ref)


def _of_statement(document: Document, statement: Statement, text: str) -> Iterator[Doubt]:
    field = statement.field.removesuffix(".name").removesuffix(".role")
    if statement.certainty is Certainty.LOW:
        yield Doubt(Gravity.LOW, document.id, field, statement.value, _origin(document, statement, text))
    elif statement.inferred_from:
        yield Doubt(Gravity.INFERRED, document.id, field, statement.value, _origin(document, statement, text))


def _origin(document: Document, statement: Statement, text: str) -> str:
    if statement.inferred_from:
        return f"concluded from {statement.inferred_from}"
    received = document.action(ActionType.RECEIVED)
    if statement.field == "date" and received and received.date and received.date.words == statement.words:
        return "printed as the day of receipt"
    return f"read from “{shorten(statement.words.cut(text), 60)}”" if statement.words else "entered by hand"


def _of_reference(document: Document, ref: ContextRef) -> Iterator[Doubt]:
    if ref.reason is not None:
        why = f"no target: {ref.reason.value.replace('-', ' ')}"
        yield Doubt(Gravity.UNRESOLVED, document.id, ref.relation.value, ref.label, why)
    elif ref.certainty is Certainty.LOW:
        yield Doubt(Gravity.LOW, document.id, ref.relation.value, ref.label, f"taken for {ref.target}")
