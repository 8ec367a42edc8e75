"""Lines that recur at the heads of a volume's documents, as printed letterheads do: a document may begin with them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from tei_archive.model import Label, Labelled
from tei_archive.segmenting.boundaries import Decided
from tei_archive.segmenting.engine_rules import LETTERHEAD
from tei_archive.segmenting.grammar import Zone
from tei_archive.segmenting.labels import Candidates, Evidence

# A line must recur so often, and so often at the head of a document, that it is no chance.
_FEWEST, _SHARE, _LONGEST = 4, 0.5, 60
# How alike a misread letterhead must be to one that recurs, as difflib counts.
_ALIKE = 0.8
_LETTERHEAD: Evidence = (("letterhead of the volume", 4.0),)
# As much as an address has that is no more than a short line.
_SCORE = 0.5
_HEADS = (Zone.HEADED, Zone.OPENER, Zone.DATED, Zone.PREAMBLE)
_TOLD_OTHERWISE = (Label.SALUTE, Label.DATELINE, Label.HEAD, Label.IDNO, Label.CLOSER, Label.FW, Label.NOTE)


def with_letterheads(
    shadow: str, candidates: Sequence[Candidates], decided: Sequence[Decided]
) -> tuple[Candidates, ...]:
    """Let a document begin with a line that stands at the head of others in the first decision."""
    lines = _short_lines(shadow, candidates)
    known = [key for key, places in lines.items() if _stands_at_head(places, decided)]
    weighed = list(candidates)
    for key, places in lines.items():
        if known and get_close_matches(key, known, n=1, cutoff=_ALIKE):
            for at in places:
                if not _below_greeting(at, candidates):
                    weighed[at] = _as_letterhead(candidates[at])
                    if at > 0:
                        weighed[at - 1] = _as_dateline(weighed[at - 1])
    return tuple(weighed)


def _below_greeting(at: int, candidates: Sequence[Candidates]) -> bool:
    """Whether the line above is a greeting: then this one is a signature, whatever other lines look like it."""
    return at > 0 and candidates[at - 1].labels[0].label is Label.CLOSER


def _as_letterhead(candidates: Candidates) -> Candidates:
    """What a line may be that is known as a letterhead: no signature, and an address if no rule knows it for more."""
    labels = tuple(labelled for labelled in candidates.labels if labelled.label is not Label.SIGNED)
    if candidates.best(Label.ADDRESS) is None:
        labels = (Labelled(candidates.span, Label.ADDRESS, LETTERHEAD, _SCORE), *labels)
    return replace(candidates, labels=labels, evidence=(*candidates.evidence, *_LETTERHEAD))


def _as_dateline(above: Candidates) -> Candidates:
    """A date may be typed above the letterhead: then the document begins with it."""
    if above.labels[0].label is not Label.DATELINE:
        return above
    return replace(above, evidence=(*above.evidence, *_LETTERHEAD))


def _stands_at_head(places: Sequence[int], decided: Sequence[Decided]) -> bool:
    """Whether a line recurs, and mostly at the head of documents."""
    at_head = sum(decided[at].zone in _HEADS for at in places)
    return len(places) >= _FEWEST and at_head >= len(places) * _SHARE


def _short_lines(shadow: str, candidates: Sequence[Candidates]) -> Mapping[str, Sequence[int]]:
    """The places of the short lines that no rule tells to be something else, by their letters without accents."""
    places: dict[str, list[int]] = {}
    for at, candidate in enumerate(candidates):
        if len(candidate.span) <= _LONGEST and candidate.labels[0].label not in _TOLD_OTHERWISE:
            letters = unicodedata.normalize("NFKD", candidate.span.cut(shadow).casefold())
            if key := "".join(char for char in letters if char.isalnum()):
                places.setdefault(key, []).append(at)
    return places
