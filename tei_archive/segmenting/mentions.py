"""Words in a text that name another document, and which document they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from tei_archive.model import (
    Agent,
    AgentKind,
    ContextRef,
    HistoricalDate,
    Label,
    Mark,
    MarkKind,
    Relation,
    Span,
    Unresolved,
)
from tei_archive.profile import MentionRule, Profile, fold, normalise
from tei_archive.segmenting.choices import LedgerEntry
from tei_archive.segmenting.dates import parse_date
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.groups import group_spans
from tei_archive.segmenting.names import letters, may_be_one_person

_TEXT = (Label.P, Label.CLOSER, Label.POSTSCRIPT, Label.NOTE)
_SCORE = 5.0


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name another document: whose it is said to be, its date, its number, or its number in the print."""

    span: Span
    rule: MentionRule
    is_theirs: bool
    date: HistoricalDate | None
    number: str | None
    edition_number: str | None
    marks: tuple[Mark, ...]


def resolve_mentions(descriptions: Sequence[Description], profile: Profile) -> tuple[Description, ...]:
    """Find the mentions in each document and look for the document meant: one candidate, or none and the reason why."""
    return tuple(_resolved(description, descriptions, profile) for description in descriptions)


def find_mentions(description: Description, profile: Profile) -> tuple[Mention, ...]:
    """Find the mentions in the paragraphs of a document, those of earlier rules first where two overlap."""
    found: list[Mention] = []
    for rule in profile.mentions:
        for match in _matches(description, rule):
            mention = _mention(description, rule, match, profile)
            if not any(mention.span.overlaps(other.span) for other in found):
                found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _matches(description: Description, rule: MentionRule) -> Iterator[regex.Match[str]]:
    for piece in description.draft.pieces:
        if piece.label in _TEXT:
            yield from rule.pattern.finditer(description.draft.shadow, piece.span.start, piece.span.end)


def _mention(description: Description, rule: MentionRule, match: regex.Match[str], profile: Profile) -> Mention:
    shadow = description.draft.shadow
    groups = {name: span.trim(shadow) for name, span in group_spans(match).items()}
    marks, date = [], None
    if words := groups.get("date"):
        read = parse_date(words.cut(shadow), profile, description.date.value.latest if description.date else None)
        date = read[0] if read else None
        marks += [Mark(MarkKind.DATE, words, date=date)] if date else []
    numbers = {name: groups[name] for name in ("number", "edition_number") if name in groups}
    marks += [Mark(MarkKind.IDNO, words) for words in numbers.values()]
    read_numbers = {name: normalise(words.cut(shadow)) for name, words in numbers.items()}
    number, edition_number = read_numbers.get("number"), read_numbers.get("edition_number")
    return Mention(groups["mark"], rule, "theirs" in groups, date, number, edition_number, tuple(marks))


def _resolved(description: Description, all_: Sequence[Description], profile: Profile) -> Description:
    context, marks, ledger = list(description.context), list(description.marks), list(description.ledger)
    for mention in find_mentions(description, profile):
        target, reason = _target(mention, description, all_, profile)
        marks += [Mark(MarkKind.REF, mention.span, target), *mention.marks]
        ref = _ref(description, mention, target, reason)
        if not _is_known(ref, context):
            context.append(ref)
            ledger.append(
                LedgerEntry(ref.relation, target or f"unresolved: {reason}", mention.span, mention.rule.id, _SCORE)
            )
    return replace(description, context=tuple(context), marks=tuple(marks), ledger=tuple(ledger))


def _ref(description: Description, mention: Mention, target: str | None, reason: Unresolved | None) -> ContextRef:
    label = "" if target else normalise(mention.span.cut(description.draft.source.text))
    return ContextRef(
        mention.rule.relation,
        label,
        mention.span,
        target,
        reason,
        mention.rule.id,
        mention.rule.certainty,
        mention.date,
    )


def _is_known(ref: ContextRef, context: Sequence[ContextRef]) -> bool:
    """A mention of what a stronger reference names already adds nothing to the header."""
    return ref.target is not None and any(ref.target == other.target for other in context)


def _target(
    mention: Mention, description: Description, all_: Sequence[Description], profile: Profile
) -> tuple[str | None, Unresolved | None]:
    answered = {ref.target for ref in description.context if ref.relation is Relation.IS_REPLY_TO}
    if mention.edition_number is not None:
        # The running number of the print is not the sender's, and no rule reads it from the documents themselves.
        return None, Unresolved.NO_CANDIDATE
    if mention.date is None and mention.number is None:
        return None, Unresolved.NOT_IDENTIFIED
    fitting = [other for other in all_ if other.id != description.id and _fits(mention, description, other, profile)]
    # A linking sentence that says which document is answered decides between several that fit.
    fitting = [other for other in fitting if other.id in answered] or fitting
    if len(fitting) == 1:
        return fitting[0].id, None
    return None, Unresolved.SEVERAL_CANDIDATES if fitting else Unresolved.NO_CANDIDATE


def _fits(mention: Mention, description: Description, other: Description, profile: Profile) -> bool:
    """Number and date must agree where both are known, one of them must be; and the parties must be the right ones."""
    same = list(_agreements(mention, other))
    if not same or not all(same):
        return False
    writers, readers = (other.senders, other.addressees) if mention.is_theirs else (other.addressees, other.senders)
    return _may_be(writers, description.addressees, profile) and _may_be(readers, description.senders, profile)


def _agreements(mention: Mention, other: Description) -> Iterator[bool]:
    if mention.number and other.number:
        yield _letters(mention.number) == _letters(other.number.value)
    if mention.date and other.date:
        yield mention.date == other.date.value


def _letters(number: str) -> str:
    return "".join(char for char in fold(number).casefold() if char.isalnum())


def _may_be(some: Sequence[Agent], others: Sequence[Agent], profile: Profile) -> bool:
    """Whether two sides may be the same: nobody is known of one, or one of each may be the same."""
    return not some or not others or any(_is_like(one, other, profile) for one in some for other in others)


def _is_like(one: Agent, other: Agent, profile: Profile) -> bool:
    """Whether two correspondents share a name or an office; a body may stand for a person, who writes for it."""
    if one.kind is not other.kind:
        return True
    if one.kind is AgentKind.ORGANISATION:
        return letters(one.label) == letters(other.label)
    return may_be_one_person(one, other, profile.honorifics) or _office(one) == _office(other) != ""


def _office(agent: Agent) -> str:
    return letters(agent.role.value) if agent.role else ""
