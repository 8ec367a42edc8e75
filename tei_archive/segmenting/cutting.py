"""Source → decided segments: what each segment is and where documents begin, in the order of the steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from tei_archive.model import Label, Source
from tei_archive.profile import Profile, Weights
from tei_archive.segmenting.boundaries import Decided, Decider
from tei_archive.segmenting.datelines import (
    ending_with_date,
    ends_with_date,
    with_dateline_habit,
    with_dates_at_end,
)
from tei_archive.segmenting.evidence import learn
from tei_archive.segmenting.grammar import build_grammar
from tei_archive.segmenting.labels import Candidates, label_segments
from tei_archive.segmenting.letterheads import with_letterheads
from tei_archive.segmenting.segments import split_segments

# The title of a letter stands above most of them; of fewer greetings than this, a single title tells enough.
_TITLED, _FEWEST = 0.25, 20
_TITLES = (Label.HEAD, Label.IDNO, Label.LINK)
_NUMBER_ALONE = frozenset({"edition_number"})
_GREETINGS = (Label.SALUTE, Label.CLOSER)


def cut(source: Source, shadow: str, profile: Profile) -> tuple[Decided, ...]:
    """Decide about every segment of a source, given with its folded text.

    The boundaries that are sure teach the form of the volume's headings; with that the whole is decided once more.
    A volume without headings is decided with the weights that the profile has for such.
    """
    candidates = label_segments(shadow, split_segments(source), profile)
    titled = _decider(profile.weights).decide(candidates)
    is_titled = profile.untitled is None or _has_titles(candidates, titled)
    if is_titled or profile.untitled is None:
        learned = learn(shadow, with_letterheads(shadow, candidates, titled), titled, profile)
        return _decider(profile.weights).decide(learned) if learned != candidates else titled
    return _cut_untitled(shadow, _without_numbers(candidates, profile), profile.untitled)


def _cut_untitled(shadow: str, candidates: Sequence[Candidates], weights: Weights) -> tuple[Decided, ...]:
    """Decide about a volume whose letters have no headings: first, where they have their dates."""
    decider, ending = _decider(weights), _decider(ending_with_date(weights))
    if ends_with_date(candidates, decider, ending):
        decider, candidates = ending, with_dates_at_end(candidates)
    first = decider.decide(candidates)
    learned = with_dateline_habit(with_letterheads(shadow, candidates, first), first)
    return decider.decide(learned) if learned != candidates else first


def _without_numbers(candidates: Sequence[Candidates], profile: Profile) -> Sequence[Candidates]:
    """Let no number alone be a heading: where hardly any letter has a heading, it is one of a page."""
    numbers = {rule.id for rule in profile.labels if rule.label is Label.HEAD and rule.pattern.groups == _NUMBER_ALONE}
    return tuple(
        replace(one, labels=tuple(labelled for labelled in one.labels if labelled.rule not in numbers))
        for one in candidates
    )


@lru_cache(maxsize=8)
def _decider(weights: Weights) -> Decider:
    """Keep what was found out about segments that may be the same from one text to the next."""
    return Decider(build_grammar(weights))


def _has_titles(candidates: Sequence[Candidates], decided: Sequence[Decided]) -> bool:
    """Whether a good part of what looks like a letter has a title; of few letters, whether any has one."""
    titles = sum(choice.begins and choice.labelled.label in _TITLES for choice in decided)
    greetings = sum(candidate.labels[0].label in _GREETINGS for candidate in candidates)
    wanted = greetings * _TITLED
    return titles >= (wanted if greetings >= _FEWEST else min(wanted, 1))
