"""Lines that recur at the heads of a volume's documents, as printed letterheads do: a document may begin with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tei_archive.model import Label
from tei_archive.segmenting.boundaries import Decided
from tei_archive.segmenting.grammar import Zone
from tei_archive.segmenting.labels import Candidates, Evidence

# A line must recur so often, and so often at the head of a document, that it is no chance.
_FEWEST, _SHARE, _LONGEST = 4, 0.5, 60
_LETTERHEAD: Evidence = (("letterhead of the volume", 4.0),)
_HEADS = (Zone.HEADED, Zone.OPENER, Zone.DATED, Zone.PREAMBLE)
_TOLD_OTHERWISE = (Label.SALUTE, Label.DATELINE, Label.HEAD, Label.IDNO, Label.CLOSER, Label.FW, Label.NOTE)


def with_letterheads(
    shadow: str, candidates: Sequence[Candidates], decided: Sequence[Decided]
) -> tuple[Candidates, ...]:
    """Let a document begin with a line that stands at the head of others in the first decision."""
    weighed = list(candidates)
    for places in _recurring(shadow, candidates).values():
        at_head = [at for at in places if decided[at].zone in _HEADS]
        if len(at_head) >= len(places) * _SHARE:
            for at in places:
                weighed[at] = replace(candidates[at], evidence=(*candidates[at].evidence, *_LETTERHEAD))
    return tuple(weighed)


def _recurring(shadow: str, candidates: Sequence[Candidates]) -> Mapping[str, Sequence[int]]:
    """The places of the short lines that recur and that no rule tells to be something else."""
    places: dict[str, list[int]] = {}
    for at, candidate in enumerate(candidates):
        if len(candidate.span) <= _LONGEST and candidate.labels[0].label not in _TOLD_OTHERWISE:
            key = "".join(char for char in candidate.span.cut(shadow).casefold() if char.isalnum())
            if key:
                places.setdefault(key, []).append(at)
    return {key: found for key, found in places.items() if len(found) >= _FEWEST}
