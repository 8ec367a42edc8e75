"""Segments → candidates: what each segment may be, by the rules of a profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tei_archive.model import Label, Labelled, Segment, Span
from tei_archive.profile import LabelRule, Profile
from tei_archive.segmenting.engine_rules import PARAGRAPH
from tei_archive.segmenting.trial import find_fitting

Evidence = tuple[tuple[str, float], ...]
Signature = tuple[tuple[Label, float], ...]
# Where at least this share of the segments stands below a blank line, documents begin there.
_APART = 0.3
_INSIDE: Evidence = (("within a block", -9.0),)
# What is firm is printed above documents and never above a paper inside one.
_FIRM: Evidence = (("heading of documents alone", 6.0),)


@dataclass(frozen=True, slots=True)
class Candidates:
    """A segment and everything that it may be, the most likely first; a plain paragraph is always among them.

    `evidence` is what weighs for or against a document that begins here, whatever the label, by name.
    """

    span: Span
    labels: tuple[Labelled, ...]
    evidence: Evidence = ()

    @property
    def start(self) -> float:
        """The weight of the evidence for a document that begins here."""
        return sum([weight for _, weight in self.evidence])

    @property
    def signature(self) -> Signature:
        """What two segments have in common that may be the same with the same scores."""
        return tuple([(labelled.label, labelled.score) for labelled in self.labels])

    def best(self, label: Label) -> Labelled | None:
        """Give the likeliest reading with that label, if there is one."""
        return next((labelled for labelled in self.labels if labelled.label is label), None)


def label_segments(shadow: str, segments: Sequence[Segment], profile: Profile) -> tuple[Candidates, ...]:
    """Say what each segment of a folded text may be. A rule whose pattern has the group `rest` cuts it there."""
    rules = sorted(profile.labels, key=lambda rule: -rule.score)
    cutting = tuple(rule for rule in rules if "rest" in rule.pattern.groups)
    cut = [(segment, tuple(_cut(shadow, segment.span, cutting))) for segment in segments]
    pieces = tuple(piece for _, found in cut for piece in found)
    inside = _inside_blocks([segment.apart and piece is found[0] for segment, found in cut for piece in found])
    fitting = find_fitting([piece.cut(shadow).strip() for piece in pieces], rules)
    found = tuple(map(_labels, pieces, fitting))
    firm = frozenset(rule.id for rule in rules if rule.firm)
    return tuple(
        Candidates(labels[0].span, labels, (*evidence, *_FIRM) if labels[0].rule in firm else evidence)
        for labels, evidence in zip(_apart(found, inside), inside, strict=True)
    )


def _labels(span: Span, rules: Sequence[LabelRule]) -> tuple[Labelled, ...]:
    """What a segment may be: what the rules say that fit, or a paragraph."""
    plain = Labelled(span, Label.P, PARAGRAPH, 0.0)
    if not rules:
        return (plain,)
    found = [Labelled(span, rule.label, rule.id, rule.score, rule.kind) for rule in rules]
    return tuple(sorted((*found, plain), key=lambda labelled: -labelled.score))


def _inside_blocks(apart: Sequence[bool]) -> tuple[Evidence, ...]:
    """What weighs against a document that begins in the midst of a block, in a text whose blocks stand apart."""
    if sum(apart) < len(apart) * _APART:
        return ((),) * len(apart)
    return tuple(() if is_apart else _INSIDE for is_apart in apart)


def _apart(found: Sequence[tuple[Labelled, ...]], inside: Sequence[Evidence]) -> Iterator[tuple[Labelled, ...]]:
    """What each segment may be, where what belongs to no document stands apart, or right below such a line."""
    is_below = False
    for labels, evidence in zip(found, inside, strict=True):
        if evidence and not is_below:
            labels = tuple(labelled for labelled in labels if labelled.label is not Label.FURNITURE)  # noqa: PLW2901
        is_below = labels[0].label is Label.FURNITURE
        yield labels


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
