"""Decided segments → drafts: the documents of a source in pieces, and what belongs to none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from tei_archive.model import SPACE, Label, Labelled, Source, Span, Unclaimed
from tei_archive.profile import LabelRule, Profile
from tei_archive.segmenting.boundaries import Decided
from tei_archive.segmenting.engine_rules import OUTSIDE, WHITE_SPACE
from tei_archive.segmenting.grammar import ENCLOSED_ZONES, OUTSIDE_ZONES, Zone
from tei_archive.segmenting.groups import group_spans

_TAILS = {Label.HEAD_TAIL: Label.HEAD, Label.LINK_TAIL: Label.LINK}
_FRONT = "front"


@dataclass(frozen=True, slots=True)
class Piece:
    """A labelled stretch of a document without the white space around it, and what its rule read.

    `groups` has the spans of the pattern's named groups, in characters of the source.
    """

    span: Span
    label: Label
    rule: str
    groups: Mapping[str, Span]
    score: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A document to be described: its pieces in order, those of its enclosures apart, and how its start was decided."""

    source: Source
    shadow: str
    pieces: tuple[Piece, ...]
    enclosures: tuple[tuple[Piece, ...], ...]
    start: Decided

    @property
    def span(self) -> Span:
        """From the first character of the document to the last."""
        last = self.enclosures[-1][-1] if self.enclosures else self.pieces[-1]
        return Span(self.pieces[0].span.start, last.span.end)

    def all(self, label: Label) -> tuple[Piece, ...]:
        """Give back the document's own pieces with that label."""
        return tuple(piece for piece in self.pieces if piece.label is label)


def is_own(piece: Piece) -> bool:
    """Say whether a piece is the document's own word: not so headings, linking sentences, lines on transmission."""
    return piece.label not in (Label.HEAD, Label.LINK) and "medium" not in piece.groups


def draft_documents(
    source: Source, shadow: str, decided: Sequence[Decided], profile: Profile
) -> tuple[tuple[Draft, ...], tuple[Unclaimed, ...]]:
    """Group the segments of a source into documents; the rest is named by kind. Together they fill the source."""
    groups = tuple(_groups(decided))
    drafts = tuple(_draft(source, shadow, group, profile) for group in groups)
    inside = {id(choice) for group in groups for choice in group}
    outside = [
        _unclaimed(source, choice.labelled)
        for choice in decided
        if id(choice) not in inside and choice.labelled.span.cut(source.text).strip()
    ]
    taken = sorted([*(draft.span for draft in drafts), *(part.span for part in outside)])
    return drafts, tuple(sorted((*outside, *_gaps(source, taken)), key=lambda part: part.span))


def _unclaimed(source: Source, labelled: Labelled) -> Unclaimed:
    rule = labelled.rule if labelled.kind else OUTSIDE
    return Unclaimed(source.name, labelled.span.trim(source.text), labelled.kind or _FRONT, rule)


def _groups(decided: Sequence[Decided]) -> Iterator[tuple[Decided, ...]]:
    """The segments of each document; what the page has below the last of them belongs to none."""
    group: list[Decided] = []
    for choice in decided:
        if group and (choice.begins or choice.zone in OUTSIDE_ZONES):
            yield _without_page(group)
            group = []
        if choice.zone not in OUTSIDE_ZONES:
            group.append(choice)
    if group:
        yield _without_page(group)


def _without_page(group: Sequence[Decided]) -> tuple[Decided, ...]:
    last = max((at for at, choice in enumerate(group) if choice.labelled.label is not Label.FW), default=0)
    return tuple(group[: last + 1])


def _gaps(source: Source, taken: Sequence[Span]) -> Iterator[Unclaimed]:
    """The white space between what is claimed."""
    position = 0
    for span in (*taken, Span(len(source.text), len(source.text))):
        if span.start > position:
            yield Unclaimed(source.name, Span(position, span.start), SPACE, WHITE_SPACE)
        position = span.end


def _draft(source: Source, shadow: str, group: Sequence[Decided], profile: Profile) -> Draft:
    own: list[Piece] = []
    enclosures: list[list[Piece]] = []
    for choices in _with_tails(group):
        piece = _piece(source, shadow, choices, _label(choices[0], own), profile)
        inside = choices[0].zone in ENCLOSED_ZONES
        if choices[0].encloses:
            enclosures.append([])
        (enclosures[-1] if inside else own).append(piece)
    return Draft(source, shadow, tuple(own), tuple(tuple(pieces) for pieces in enclosures), group[0])


def _with_tails(group: Sequence[Decided]) -> Iterator[list[Decided]]:
    """Join a heading or linking sentence with the rest of it in the segments below."""
    joined: list[Decided] = []
    for choice in group:
        if joined and choice.labelled.label not in _TAILS:
            yield joined
            joined = []
        joined.append(choice)
    yield joined


def _label(choice: Decided, above: Sequence[Piece]) -> Label:
    """What a segment is; a paragraph between heading and greeting is a line of the editors."""
    is_preamble = choice.zone is Zone.PREAMBLE and choice.labelled.label is Label.P
    is_greeted = is_preamble and any(piece.label is Label.SALUTE for piece in above)
    return Label.SUBHEAD if is_preamble and not is_greeted else choice.labelled.label


def _piece(source: Source, shadow: str, choices: Sequence[Decided], label: Label, profile: Profile) -> Piece:
    first = choices[0].labelled
    alone = first.span.trim(source.text)
    if len(choices) == 1:
        return Piece(alone, label, first.rule, _read(shadow, alone, first, profile), first.score)
    whole = Span(first.span.start, choices[-1].labelled.span.end).trim(source.text)
    for rule in _rules_of(profile, first.label):
        if found := rule.core.search(whole.cut(shadow)):
            return Piece(whole, label, rule.id, _trimmed_groups(found, shadow, whole.start), rule.score)
    return Piece(whole, label, first.rule, _read(shadow, alone, first, profile), first.score)


def _read(shadow: str, words: Span, labelled: Labelled, profile: Profile) -> Mapping[str, Span]:
    """What the rule that labelled a segment read in it; one without groups is not asked again."""
    rule = profile.label_rule(labelled.rule)
    found = rule.core.search(words.cut(shadow)) if rule and rule.core.groups else None
    return _trimmed_groups(found, shadow, words.start) if found else {}


def _trimmed_groups(found: regex.Match[str], shadow: str, offset: int) -> Mapping[str, Span]:
    return {name: group.trim(shadow) for name, group in group_spans(found, offset).items()}


def _rules_of(profile: Profile, label: Label) -> tuple[LabelRule, ...]:
    """The rules of a label, the weightiest first: a heading that was split is read again as a whole, if it can be."""
    return tuple(sorted((rule for rule in profile.labels if rule.label is label), key=lambda rule: -rule.score))
