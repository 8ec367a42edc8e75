"""Segments → candidates: what each segment may be, by the rules of a profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tei_archive.model import Label, Labelled, Segment, Source, Span
from tei_archive.profile import LabelRule, Profile, fold

DEFAULT_RULE = "paragraph"


@dataclass(frozen=True, slots=True)
class Candidates:
    """A segment and everything that it may be, the most likely first; a plain paragraph is always among them."""

    span: Span
    labels: tuple[Labelled, ...]


def label_segments(source: Source, segments: Sequence[Segment], profile: Profile) -> tuple[Candidates, ...]:
    """Say what each segment may be. A rule whose pattern has the group `rest` cuts the segment there."""
    shadow = fold(source.text)
    labelled: list[Candidates] = []
    before = ""
    for segment in segments:
        for piece in _cut(shadow, segment.span, profile):
            words = piece.trim(shadow).cut(shadow)
            labelled.append(Candidates(piece, _candidates(piece, words, before, profile)))
            before = words
    return tuple(labelled)


def _candidates(span: Span, words: str, before: str, profile: Profile) -> tuple[Labelled, ...]:
    found = [
        Labelled(span, rule.label, rule.id, rule.score, rule.kind)
        for rule in profile.labels
        if _fits(rule, words) and (rule.after is None or rule.after.search(before))
    ]
    plain = Labelled(span, Label.P, DEFAULT_RULE, 0.0)
    return tuple(sorted((*found, plain), key=lambda labelled: -labelled.score))


def _fits(rule: LabelRule, words: str) -> bool:
    return 0 < len(words) <= rule.longest and rule.pattern.search(words) is not None


def _cut(shadow: str, span: Span, profile: Profile) -> Iterator[Span]:
    """Cut a segment where a rule says that something else begins on the same line."""
    inner = span.trim(shadow)
    words = inner.cut(shadow)
    for rule in sorted(profile.labels, key=lambda rule: -rule.score):
        if len(words) <= rule.longest and "rest" in rule.pattern.groupindex:
            found = rule.pattern.search(words)
            if found and found.start("rest") > 0:
                middle = inner.start + found.start("rest")
                yield Span(span.start, middle)
                yield from _cut(shadow, Span(middle, span.end), profile)
                return
    yield span
