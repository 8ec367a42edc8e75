"""What a volume itself does: the form of its headings, its constant correspondent, its numbering.

From the boundaries that are sure, the forms of this volume's headings are learned; then every heading is weighed again
by the forms that it has. Softly: each form adds or takes away a few points, forms are counted near the heading, and
nothing is learned from fewer than some twenty documents.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from math import log2

from tei_archive.model import Label
from tei_archive.profile import LabelRule, Profile
from tei_archive.segmenting.boundaries import Decided
from tei_archive.segmenting.labels import Candidates
from tei_archive.segmenting.numbering import chained_numbers, count_of

# A boundary is sure where the other reading lies this far behind.
_SURE = 4.0
_FEWEST = 20
# How many sure headings before and after one tell what is usual there.
_NEAR = 30
# A form that is as frequent among the sure ones as elsewhere tells nothing; this many made-up cases soften the rest.
_SOFT = 3.0
_MOST_FOR, _MOST_AGAINST = 2.0, -4.0
# So many lines with numbers may stand above a heading.
_MOST = 3
# What rule found a heading says little: rare kinds of document have rules of their own.
_WORTH = {"rule": 0.4}
_PARTIES = ("sender", "addressee")
_NUMBER = "edition_number"


@dataclass(frozen=True, slots=True)
class _Heading:
    """A segment that may be a heading, what forms it has, and whom it names."""

    at: int
    forms: Mapping[str, str]
    parties: frozenset[str]
    number: int | None


def learn(
    shadow: str, candidates: Sequence[Candidates], decided: Sequence[Decided], profile: Profile
) -> tuple[Candidates, ...]:
    """Add to each segment that may begin a document what the sure boundaries of the text say for or against it."""
    headings = tuple(_headings(shadow, candidates, profile))
    sure = [heading for heading in headings if _is_sure(heading, candidates, decided)]
    if len(sure) < _FEWEST:
        return tuple(candidates)
    known = {heading.at for heading in sure}
    others = [heading for heading in headings if heading.at not in known]
    learned = list(candidates)
    chained = chained_numbers([(heading.at, heading.number) for heading in headings if heading.number is not None])
    for heading in headings:
        evidence = (*_weigh(heading, sure, others), *chained.get(heading.at, ()))
        for at in (heading.at, *_numbers_above(heading.at, candidates)):
            learned[at] = replace(candidates[at], evidence=(*candidates[at].evidence, *evidence))
    return tuple(learned)


def _headings(shadow: str, candidates: Sequence[Candidates], profile: Profile) -> Iterator[_Heading]:
    rules = {rule.id: rule for rule in profile.labels}
    for at, candidate in enumerate(candidates):
        head = candidate.best(Label.HEAD)
        if head is None or rules[head.rule].firm:
            continue
        words = candidate.span.cut(shadow).strip()
        groups = _groups(shadow, candidate, rules[head.rule])
        above = _numbers_above(at, candidates)
        numbered = "in the line" if _NUMBER in groups else "above" if above else "none"
        line = candidates[above[0]].best(Label.IDNO) if above else None
        if line:
            groups = {**_groups(shadow, candidates[above[0]], rules[line.rule]), **groups}
        forms = {"number": numbered, "rule": head.rule, "full stop": str(words.endswith("."))}
        parties = frozenset(_letters(groups[name]) for name in _PARTIES if name in groups)
        yield _Heading(at, forms, parties, count_of(groups.get(_NUMBER, "")))


def _numbers_above(at: int, candidates: Sequence[Candidates]) -> Sequence[int]:
    """The segments right above a heading that may be its numbers: in the volume, in the files."""
    return list(takewhile(lambda above: candidates[above].best(Label.IDNO), range(at - 1, max(-1, at - 1 - _MOST), -1)))


def _groups(shadow: str, candidate: Candidates, rule: LabelRule) -> dict[str, str]:
    found = rule.core.search(candidate.span.cut(shadow).strip())
    return {name: words for name, words in found.groupdict().items() if words} if found else {}


def _letters(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _is_sure(heading: _Heading, candidates: Sequence[Candidates], decided: Sequence[Decided]) -> bool:
    return any(
        decided[at].begins and (decided[at].margin or _SURE) >= _SURE
        for at in (heading.at, *_numbers_above(heading.at, candidates))
    )


def _weigh(heading: _Heading, sure: Sequence[_Heading], others: Sequence[_Heading]) -> Iterator[tuple[str, float]]:
    """What each form of a heading says, from how often the sure headings near it have it, and the others."""
    near, far = _nearest(heading, sure), _nearest(heading, others)
    for name, form in heading.forms.items():
        own = sum(one.forms[name] == form for one in near if one is not heading)
        other = sum(one.forms[name] == form for one in far if one is not heading)
        yield f"form: {name} {form}", round(_WORTH.get(name, 1.0) * _odds(own, len(near), other, len(far)), 2)
    constant = _constant(near)
    if constant:
        own = sum(bool(constant & one.parties) == bool(constant & heading.parties) for one in near)
        other = sum(bool(constant & one.parties) == bool(constant & heading.parties) for one in far)
        yield "constant correspondent", _odds(own, len(near), other, len(far))


def _odds(own: int, all_own: int, other: int, all_other: int) -> float:
    share = (own + _SOFT / 2) / (all_own + _SOFT)
    elsewhere = (other + _SOFT) / (all_other + 2 * _SOFT)
    return round(max(_MOST_AGAINST, min(_MOST_FOR, log2(share / elsewhere))), 2)


def _nearest(heading: _Heading, headings: Sequence[_Heading]) -> Sequence[_Heading]:
    middle = bisect_left(headings, heading.at, key=lambda one: one.at)
    return headings[max(0, middle - _NEAR) : middle + _NEAR]


def _constant(near: Sequence[_Heading]) -> frozenset[str]:
    """The correspondent whom most of the headings name; two where they name two equally often."""
    counted = Counter(party for heading in near for party in heading.parties)
    most = max(counted.values(), default=0)
    return frozenset(party for party, count in counted.items() if count == most >= 0.6 * len(near))
