"""Ids that stay: a document keeps the id that it had, whatever is found before it in a later run."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from tei_archive.model import Span
from tei_archive.segmenting.drafts import Draft

_DIGITS = 3
_NUMBER = re.compile(r"-d(\d+)[a-z]*$")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Known:
    """A document of an earlier run: its id, and where it stands in which source."""

    id: str
    source: str
    span: Span


def assign_ids(
    drafts: Sequence[Draft], siglum: str, known: Sequence[Known] = (), taken: Collection[str] = ()
) -> tuple[str, ...]:
    """Give each draft an id that no other has: the one that it had, one by its number, or the one before and a letter.

    A draft is a known document where the two share more than half of their text. A new document between two known ones
    of a source takes the id before it with a letter (`d012a`); any other is numbered by its place, or where that number
    is taken, after the highest.
    """
    by_source = _by_source(known)
    kept = [_kept(draft, by_source.get(draft.source.name, ())) for draft in drafts]
    used = {*taken, *(entry.id for entry in known)}
    highest = max((int(found[1]) for id_ in used if (found := _NUMBER.search(id_))), default=0)
    digits = max(_DIGITS, len(str(highest + len(drafts))))
    later = (f"{siglum}-d{number:0{digits}}" for number in count(highest + 1))
    ids: list[str] = []
    for at, old in enumerate(kept):
        own = f"{siglum}-d{at + 1:0{digits}}"
        free = (
            old
            or (own if own not in used else None)
            or _inserted(drafts, kept, ids, at, used)
            or next(id_ for id_ in later if id_ not in used)
        )
        used.add(free)
        ids.append(free)
    return tuple(ids)


def _by_source(known: Sequence[Known]) -> Mapping[str, Sequence[Known]]:
    """The known documents of each source by their start."""
    by_source: dict[str, list[Known]] = {}
    for one in sorted(known, key=lambda one: one.span.start):
        by_source.setdefault(one.source, []).append(one)
    return by_source


def _kept(draft: Draft, known: Sequence[Known]) -> str | None:
    """The id of the known document that the draft is: two that share half of a text begin less than that text apart."""
    span = draft.span
    first = bisect_left(known, span.start - len(span), key=lambda one: one.span.start)
    beyond = bisect_left(known, span.end, first, key=lambda one: one.span.start)
    return next((one.id for one in known[first:beyond] if _is_same(one.span, span)), None)


def _is_same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > max(len(one), len(other))


def _inserted(
    drafts: Sequence[Draft], kept: Sequence[str | None], ids: Sequence[str], at: int, used: Collection[str]
) -> str | None:
    """The id before with a letter, where the document stands between two known ones of its source."""
    source = drafts[at].source
    later = any(id_ for id_, draft in zip(kept[at:], drafts[at:], strict=True) if draft.source == source)
    if at == 0 or drafts[at - 1].source != source or not later:
        return None
    return next((id_ for id_ in _lettered(ids[at - 1]) if id_ not in used), None)


def _lettered(id_: str) -> Iterator[str]:
    base = re.sub(r"(?<=\d)[a-z]+$", "", id_)
    return (f"{base}{letter}" for letter in _LETTERS)
