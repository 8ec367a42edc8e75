"""Which profile fits the texts best."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice

from tei_archive.model import ProfileChoice, ProfileEvidence, Source
from tei_archive.profile import Profile, fold
from tei_archive.segmenting.cutting import cut

# A profile that extends another explains at least as much; it must explain clearly more to be taken.
_MARGIN = 1.0
# Typical words are worth something, but no number of them is worth as much as two headings.
_WORTH, _MOST_WORDS = 0.5, 30


def choose_profile(sources: Sequence[Source], profiles: Sequence[Profile]) -> ProfileChoice:
    """Take the profile whose rules explain most of the texts; the more general one where it is nearly as good.

    Words that are typical of a genre count as well.
    """
    names = {profile.name: profile for profile in profiles}
    ranked = sorted(profiles, key=lambda profile: (_depth(profile, names), profile.name))
    candidates = tuple(_evidence(sources, profile) for profile in ranked)
    best = candidates[0]
    for candidate in candidates[1:]:
        if candidate.score > best.score + _MARGIN:
            best = candidate
    return ProfileChoice(best.name, candidates)


def _depth(profile: Profile, names: dict[str, Profile]) -> int:
    return 1 + _depth(names[profile.extends], names) if profile.extends in names else 0


def _evidence(sources: Sequence[Source], profile: Profile) -> ProfileEvidence:
    """The scores of the rules, and the typical words that occur."""
    found = (profile.typical.finditer(fold(source.text)) for source in sources) if profile.typical else ()
    words = sum(1 for _ in islice(chain.from_iterable(found), _MOST_WORDS))
    explained = _explained(sources, profile)
    reasons = (f"rules that fit: {explained:g}", f"typical words: {words}" if words else "")
    return ProfileEvidence(profile.name, explained + words * _WORTH, tuple(filter(None, reasons)))


def _explained(sources: Sequence[Source], profile: Profile) -> float:
    """The scores of the rules on the best path."""
    return sum(choice.labelled.score for source in sources for choice in cut(source, fold(source.text), profile))
