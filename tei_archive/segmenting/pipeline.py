"""The stages in order: sources → edition."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tei_archive.model import Edition, Source, Unclaimed
from tei_archive.profile import Profile, fold
from tei_archive.segmenting.constant_pair import complete_pairs
from tei_archive.segmenting.cutting import cut
from tei_archive.segmenting.documents import build_documents
from tei_archive.segmenting.drafts import Draft, draft_documents
from tei_archive.segmenting.ids import Known, assign_ids
from tei_archive.segmenting.links import follow_links
from tei_archive.segmenting.marks import with_marks
from tei_archive.segmenting.metadata import describe
from tei_archive.segmenting.neighbours import date_by_neighbours
from tei_archive.segmenting.notes import anchor_notes
from tei_archive.segmenting.readers import make_readers
from tei_archive.segmenting.registers import build_registers, with_pointers
from tei_archive.segmenting.repeated import repeat_correspondents
from tei_archive.segmenting.resolution import resolve_mentions
from tei_archive.segmenting.volumes import Outside


def segment_sources(
    sources: Sequence[Source],
    siglum: str,
    profile: Profile,
    known: Sequence[Known] = (),
    taken: Collection[str] = (),
    outside: Sequence[Outside] = (),
) -> Edition:
    """Cut sources into documents and say what is known about each.

    New ids begin with the siglum; documents known from an earlier run keep theirs, and no id that is taken is given.
    The order of the sources is that of their names, whatever the order of the argument. `outside` are documents of
    other volumes, which may be answered here or answer these.
    """
    ordered = sorted(sources, key=lambda source: source.name)
    parts = [_draft(source, profile) for source in ordered]
    drafts = [draft for found, _ in parts for draft in found]
    ids = assign_ids(drafts, siglum, known, taken)
    readers = make_readers(profile)
    described = [describe(draft, id_, readers) for draft, id_ in zip(drafts, ids, strict=True)]
    named = repeat_correspondents(described)
    linked = follow_links(date_by_neighbours(named, readers.dates), profile)
    paired = complete_pairs(linked, profile)
    resolved = resolve_mentions(paired, profile, readers.dates, outside)
    calls = anchor_notes(resolved, profile)
    marked = [with_marks(one, calls.get(one.id, ()), readers) for one in resolved]
    index = build_registers(marked, profile)
    pointed = [with_pointers(one, index) for one in marked]
    return Edition(
        sources=tuple(ordered),
        documents=build_documents(pointed, profile, outside),
        unclaimed=tuple(part for _, rest in parts for part in rest),
        registers=index.registers,
        ledger=tuple(entry.of(one.id) for one in pointed for entry in one.ledger),
        outside=frozenset(one.pointer for one in outside),
    )


def _draft(source: Source, profile: Profile) -> tuple[tuple[Draft, ...], tuple[Unclaimed, ...]]:
    shadow = fold(source.text)
    return draft_documents(source, shadow, cut(source, shadow, profile), profile)
