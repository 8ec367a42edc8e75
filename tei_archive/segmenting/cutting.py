"""Source → decided segments: what each segment is and where documents begin, in the order of the steps."""

from __future__ import annotations

from tei_archive.model import Source
from tei_archive.profile import Profile
from tei_archive.segmenting.boundaries import Decided, decide
from tei_archive.segmenting.evidence import learn
from tei_archive.segmenting.grammar import build_grammar
from tei_archive.segmenting.labels import label_segments
from tei_archive.segmenting.segments import split_segments


def cut(source: Source, shadow: str, profile: Profile) -> tuple[Decided, ...]:
    """Decide about every segment of a source, given with its folded text.

    The boundaries that are sure teach the form of the volume's headings; with that the whole is decided once more.
    """
    grammar = build_grammar(profile.weights)
    candidates = label_segments(shadow, split_segments(source), profile)
    first = decide(candidates, grammar)
    learned = learn(shadow, candidates, first, profile)
    return decide(learned, grammar) if learned != candidates else first
