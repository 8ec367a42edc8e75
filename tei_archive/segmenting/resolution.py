"""Mentions → references: which document of the edition, or of another volume, is meant, one or none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from tei_archive.model import ContextRef, Mark, MarkKind, Relation, Unresolved
from tei_archive.profile import Profile, normalise
from tei_archive.segmenting.catalogue import Catalogue, Entry, make_catalogue
from tei_archive.segmenting.choices import LedgerEntry
from tei_archive.segmenting.dates import DateReader
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.mentions import Mention, find_mentions
from tei_archive.segmenting.parties import Likeness, Parties, know_parties
from tei_archive.segmenting.reply_order import Link, find_circular
from tei_archive.segmenting.volumes import Outside, find_links

_SCORE = 5.0


class _Whose(Enum):
    """Whose document a mention names, as seen from the one who writes."""

    THEIRS = "theirs"
    OURS = "ours"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class _Resolved:
    """A mention, how the document that it stands in relates to the one meant, and that one or why there is none."""

    mention: Mention
    relation: Relation
    target: str | None
    reason: Unresolved | None


def resolve_mentions(
    descriptions: Sequence[Description], profile: Profile, dates: DateReader, outside: Sequence[Outside] = ()
) -> tuple[Description, ...]:
    """Find the mentions in each document and look for the document meant: one candidate, or none and the reason why."""
    parties = know_parties(descriptions, profile)
    catalogue = make_catalogue(descriptions, outside, parties)
    answered = [_answered(description) for description in descriptions]
    resolved = [
        [_resolve(mention, entry, catalogue, parties, known) for mention in mentions]
        for entry, mentions, known in zip(
            catalogue.entries, find_mentions(descriptions, profile, dates), answered, strict=True
        )
    ]
    certain = [(one.id, target) for one in descriptions for target in sorted(_answered(one))]
    certain += [(pointer, target) for pointer, _, target in find_links(outside)]
    circular = _circular(certain, resolved, catalogue)
    return tuple(
        _with_references(description, _without(found, description.id, circular))
        for description, found in zip(descriptions, resolved, strict=True)
    )


def _answered(description: Description) -> frozenset[str]:
    """What the editors say that a document answers."""
    refs = (ref for ref in description.context if ref.relation is Relation.IS_REPLY_TO)
    return frozenset(ref.target for ref in refs if ref.target)


def _resolve(
    mention: Mention, entry: Entry, catalogue: Catalogue, parties: Parties, answered: Collection[str]
) -> _Resolved:
    whose = _whose(mention, entry, parties)
    relation = mention.relation if whose is _Whose.THEIRS else Relation.CITES
    if not (mention.date or mention.number or mention.edition_number):
        return _Resolved(mention, relation, None, Unresolved.NOT_IDENTIFIED)
    candidates = _candidates(mention, whose, entry, catalogue, parties)
    # A linking sentence that says which document is answered decides between several that fit.
    candidates = [other for other in candidates if other.id in answered] or candidates
    if len(candidates) == 1:
        return _Resolved(mention, relation, candidates[0].id, None)
    reason = Unresolved.SEVERAL_CANDIDATES if candidates else Unresolved.NO_CANDIDATE
    return _Resolved(mention, relation, None, reason)


def _candidates(
    mention: Mention, whose: _Whose, entry: Entry, catalogue: Catalogue, parties: Parties
) -> Sequence[Entry]:
    """The documents that agree best with what is said of number and date, among those whose parties fit best."""
    if mention.edition_number:
        return [other for other in catalogue.printed_as(mention.edition_number, entry) if other is not entry]
    graded = [
        ((agreement, _fit(mention, whose, other, entry, parties)), other)
        for other, agreement in catalogue.find(mention.number, mention.date, entry)
    ]
    fitting = [(grade, other) for grade, other in graded if grade[1] is not Likeness.NONE]
    best = max((grade for grade, _ in fitting), default=None)
    return [other for grade, other in fitting if grade == best]


def _whose(mention: Mention, entry: Entry, parties: Parties) -> _Whose:
    """Whose document it is, by "your" and "my", by the office that is named, or by the name."""
    if mention.is_theirs is not None:
        return _Whose.THEIRS if mention.is_theirs else _Whose.OURS
    named = parties.named(mention.author) if mention.author else parties.holding(mention.office or "")
    theirs, ours = (parties.likeness(named, side) for side in (entry.addressees, entry.senders))
    if named and theirs is not ours and Likeness.CERTAIN in (theirs, ours):
        return _Whose.THEIRS if theirs is Likeness.CERTAIN else _Whose.OURS
    return _Whose.OTHERS


def _fit(mention: Mention, whose: _Whose, other: Entry, entry: Entry, parties: Parties) -> Likeness:
    """How well the parties of a document are those that the mention gives it.

    One of whose parties nothing is known is no letter, as a rule, but a record or an article.
    """
    if entry.is_letter and not other.is_letter:
        return Likeness.NONE
    author = parties.named(mention.author) if mention.author else ()
    by_author = parties.likeness(other.senders, author)
    if whose is _Whose.OTHERS:
        return by_author
    writers, readers = (
        (entry.addressees, entry.senders) if whose is _Whose.THEIRS else (entry.senders, entry.addressees)
    )
    sides = parties.likeness(other.senders, writers), parties.likeness(other.addressees, readers)
    return min(by_author if author else Likeness.CERTAIN, *sides)


def _circular(
    certain: Sequence[Link], resolved: Sequence[Sequence[_Resolved]], catalogue: Catalogue
) -> frozenset[Link]:
    doubtful = [
        (entry.id, one.target)
        for entry, found in zip(catalogue.entries, resolved, strict=True)
        for one in found
        if one.target and one.relation is Relation.IS_REPLY_TO
    ]
    return find_circular(
        certain, doubtful, {entry.id: entry.date for entry in (*catalogue.entries, *catalogue.outside)}
    )


def _without(found: Sequence[_Resolved], document: str, circular: Collection[Link]) -> tuple[_Resolved, ...]:
    """Take a reply that would close a circle for a mere mention."""
    return tuple(
        replace(one, relation=Relation.CITES) if one.target and (document, one.target) in circular else one
        for one in found
    )


def _with_references(description: Description, found: Sequence[_Resolved]) -> Description:
    if not found:
        return description
    context, ledger = list(description.context), list(description.ledger)
    marks = [mark for one in found for mark in (Mark(MarkKind.REF, one.mention.span, one.target), *one.mention.marks)]
    answers = {one.target for one in found if one.relation is Relation.IS_REPLY_TO}
    for one in found:
        # What a document answers is not entered once more as what it cites.
        is_known = one.target is not None and any(one.target == ref.target for ref in context)
        if is_known or (one.target and one.relation is Relation.CITES and one.target in answers):
            continue
        context.append(_ref(description, one))
        value = one.target or f"unresolved: {one.reason}"
        ledger.append(LedgerEntry(one.relation, value, one.mention.span, one.mention.rule.id, _SCORE))
    return replace(description, context=tuple(context), marks=(*description.marks, *marks), ledger=tuple(ledger))


def _ref(description: Description, found: _Resolved) -> ContextRef:
    mention = found.mention
    label = "" if found.target else normalise(mention.span.cut(description.draft.source.text))
    return ContextRef(
        found.relation,
        label,
        mention.span,
        found.target,
        found.reason,
        mention.rule.id,
        mention.rule.certainty,
        mention.date,
    )
