"""Segments → candidates: what each segment may be, by the rules of a profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tei_archive.model import Label, Labelled, Segment, Span
from tei_archive.profile import LabelRule, Profile

DEFAULT_RULE = "paragraph"


@dataclass(frozen=True, slots=True)
class Candidates:
    """A segment and everything that it may be, the most likely first; a plain paragraph is always among them.

    `evidence` is what weighs for or against a document that begins here, whatever the label, by name.
    """

    span: Span
    labels: tuple[Labelled, ...]
    evidence: tuple[tuple[str, float], ...] = ()

    @property
    def start(self) -> float:
        """The weight of the evidence for a document that begins here."""
        return sum(weight for _, weight in self.evidence)

    @property
    def signature(self) -> tuple[tuple[tuple[Label, float], ...], float]:
        """What two segments have in common that may be the same with the same scores."""
        return tuple((labelled.label, labelled.score) for labelled in self.labels), self.start

    def best(self, label: Label) -> Labelled | None:
        """Give the likeliest reading with that label, if there is one."""
        return next((labelled for labelled in self.labels if labelled.label is label), None)


def label_segments(shadow: str, segments: Sequence[Segment], profile: Profile) -> tuple[Candidates, ...]:
    """Say what each segment of a folded text may be. A rule whose pattern has the group `rest` cuts it there."""
    rules = sorted(profile.labels, key=lambda rule: -rule.score)
    cutting = tuple(rule for rule in rules if "rest" in rule.pattern.groupindex)
    pieces = tuple(piece for segment in segments for piece in _cut(shadow, segment.span, cutting))
    words = ("", *(piece.cut(shadow).strip() for piece in pieces), "")
    return tuple(
        Candidates(piece, _candidates(piece, words[at], (words[at - 1], words[at + 1]), rules))
        for at, piece in enumerate(pieces, 1)
    )


def _candidates(
    span: Span, words: str, around: tuple[str, str], rules: Sequence[LabelRule]
) -> tuple[Labelled, ...]:
    length, lower = len(words), words.lower()
    found = [
        Labelled(span, rule.label, rule.id, rule.score, rule.kind)
        for rule in rules
        if 0 < length <= rule.longest
        and rule.cue in lower
        and rule.pattern.search(words)
        and (rule.after is None or rule.after.search(around[0]))
        and (rule.before is None or rule.before.search(around[1]))
    ]
    plain = Labelled(span, Label.P, DEFAULT_RULE, 0.0)
    return tuple(sorted((*found, plain), key=lambda labelled: -labelled.score)) if found else (plain,)


def _cut(shadow: str, span: Span, rules: Sequence[LabelRule]) -> Iterator[Span]:
    """Cut a segment where a rule says that something else begins on the same line."""
    words = span.cut(shadow)
    inner = span.start + len(words) - len(words.lstrip())
    words = words.strip()
    for rule in rules:
        if len(words) <= rule.longest:
            found = rule.pattern.search(words)
            if found and found.start("rest") > 0:
                middle = inner + found.start("rest")
                yield Span(span.start, middle)
                yield from _cut(shadow, Span(middle, span.end), rules)
                return
    yield span
