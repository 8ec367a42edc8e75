"""Other volumes: finished editions whose documents may be answered here, or answer the documents here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tei_archive.model import ContextRef, Document, Relation


@dataclass(frozen=True, slots=True)
class Outside:
    """A document of another edition, and the pointer that leads to it from the documents of this one."""

    pointer: str
    document: Document


def find_links(outside: Sequence[Outside]) -> Iterator[tuple[str, ContextRef, str]]:
    """Give what other editions say that their documents answer: the pointer, the reference, and what it leads to.

    That is a pointer for a document of another edition, and the id for one that is in none of them.
    """
    pointers: Mapping[str, str] = {one.document.id: one.pointer for one in outside}
    for one in outside:
        for ref in one.document.context:
            if ref.relation is Relation.IS_REPLY_TO and ref.target:
                yield one.pointer, ref, pointers.get(ref.target, ref.target)
