"""Which profile fits the texts best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from tei_archive.model import Label, ProfileChoice, ProfileEvidence, Source
from tei_archive.profile import Profile, fold
from tei_archive.segmenting.cutting import cut
from tei_archive.segmenting.languages import find_language

# A profile that extends another explains at least as much; it must explain clearly more to be taken.
_MARGIN = 1.0
# Typical words are worth something, but no number of them is worth as much as two headings.
_WORTH, _MOST_WORDS = 0.5, 30
# A text with fewer characters may do without any of them.
_SILENT = 3_000
# Of a long text so many stretches of so many characters are looked at, and so many of all texts together.
_STRETCHES, _LENGTH, _MOST = 3, 12_000, 9
# What stands at the borders of documents tells a genre; names and numbers stand everywhere.
_TELLING = (Label.HEAD, Label.LINK, Label.IDNO, Label.SUBHEAD, Label.DATELINE, Label.SALUTE, Label.CLOSER, Label.SOURCE)


def choose_profile(sources: Sequence[Source], profiles: Sequence[Profile]) -> ProfileChoice:
    """Take the profile whose rules explain most of the texts; the more general one where it is nearly as good.

    Only those for the language of the texts come into question, if there are any; stretches of long texts stand for
    the whole. Words that are typical of a genre count as well.
    """
    names = {profile.name: profile for profile in profiles}
    ranked = sorted(
        (profile for profile in profiles if profile.labels), key=lambda profile: (_depth(profile, names), profile.name)
    )
    stretches = _stretches(sources)
    language = _language(stretches, ranked)
    spoken = [profile for profile in ranked if profile.language == language] or ranked
    candidates = {profile.name: _evidence(stretches, profile) for profile in spoken}
    best = spoken[0].name
    for name, candidate in candidates.items():
        if candidate.score > candidates[best].score + _MARGIN:
            best = name
    others = (_of_another_language(profile, language) for profile in ranked if profile.name not in candidates)
    return ProfileChoice(best, (*candidates.values(), *others))


def _depth(profile: Profile, names: dict[str, Profile]) -> int:
    return 1 + _depth(names[profile.extends], names) if profile.extends in names else 0


def _stretches(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Stretches of the texts, from all over them; short texts as a whole."""
    found = [stretch for source in sources for stretch in _stretches_of(source)]
    step = max(1, len(found) // _MOST)
    return tuple(found[::step][:_MOST])


def _stretches_of(source: Source) -> Iterator[Source]:
    text = source.text
    if len(text) <= _STRETCHES * _LENGTH:
        yield source
        return
    for number in range(_STRETCHES):
        start = text.find("\n", (len(text) - _LENGTH) * number // (_STRETCHES - 1)) + 1
        yield Source(source.siglum, source.name, text[start : start + _LENGTH])


def _language(stretches: Sequence[Source], profiles: Sequence[Profile]) -> str:
    """The language of most of the texts."""
    common = {tag: words for profile in profiles for tag, words in profile.common.items()}
    counted: Counter[str] = Counter()
    for stretch in stretches:
        counted[find_language(stretch.text[len(stretch.text) // 2 :], "und", common)] += len(stretch.text)
    return max(counted, key=lambda tag: counted[tag], default="und")


def _of_another_language(profile: Profile, language: str) -> ProfileEvidence:
    return ProfileEvidence(profile.name, 0.0, (f"written for {profile.language}, the texts are in {language}",))


def _evidence(stretches: Sequence[Source], profile: Profile) -> ProfileEvidence:
    """The scores of the rules, and the typical words that occur; a genre that has such words is known by them."""
    found = (profile.typical.finditer(fold(stretch.text)) for stretch in stretches) if profile.typical else ()
    words = sum(1 for _ in islice(chain.from_iterable(found), _MOST_WORDS))
    if profile.typical and not words and sum(len(stretch.text) for stretch in stretches) > _SILENT:
        return ProfileEvidence(profile.name, 0.0, ("no typical word",))
    explained = _explained(stretches, profile)
    reasons = (f"rules that fit: {explained:g}", f"typical words: {words}" if words else "")
    return ProfileEvidence(profile.name, explained + words * _WORTH, tuple(filter(None, reasons)))


def _explained(stretches: Sequence[Source], profile: Profile) -> float:
    """The scores of the rules that tell a genre, on the best path."""
    return sum(
        choice.labelled.score
        for stretch in stretches
        for choice in cut(stretch, fold(stretch.text), profile)
        if choice.labelled.label in _TELLING
    )
