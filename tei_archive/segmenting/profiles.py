"""Which profile fits the texts best."""

from __future__ import annotations

from collections.abc import Sequence

from tei_archive.model import Source
from tei_archive.profile import Profile
from tei_archive.segmenting.boundaries import decide
from tei_archive.segmenting.labels import label_segments
from tei_archive.segmenting.segments import split_segments

# A profile that extends another explains at least as much; it must explain clearly more to be taken.
_MARGIN = 1.0


def choose_profile(sources: Sequence[Source], profiles: Sequence[Profile]) -> Profile:
    """Take the profile whose rules explain most of the texts, the more general one where it is nearly as good."""
    names = {profile.name: profile for profile in profiles}
    ranked = sorted(profiles, key=lambda profile: (_depth(profile, names), profile.name))
    best, best_score = ranked[0], _explained(sources, ranked[0])
    for profile in ranked[1:]:
        score = _explained(sources, profile)
        if score > best_score + _MARGIN:
            best, best_score = profile, score
    return best


def _depth(profile: Profile, names: dict[str, Profile]) -> int:
    return 1 + _depth(names[profile.extends], names) if profile.extends in names else 0


def _explained(sources: Sequence[Source], profile: Profile) -> float:
    """The scores of the rules on the best path."""
    return sum(
        choice.labelled.score
        for source in sources
        for choice in decide(label_segments(source, split_segments(source), profile))
    )
