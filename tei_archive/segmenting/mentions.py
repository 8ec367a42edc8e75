"""Words in a text that name another document: whose it is said to be, its date, its number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import regex

from tei_archive.model import HistoricalDate, Label, Mark, MarkKind, Relation, Span
from tei_archive.profile import MentionRule, Profile, alternatives, normalise
from tei_archive.segmenting.dates import DateReader
from tei_archive.segmenting.description import Description
from tei_archive.segmenting.drafts import Piece
from tei_archive.segmenting.groups import group_spans

_TEXT = (Label.SALUTE, Label.P, Label.CLOSER, Label.POSTSCRIPT, Label.NOTE)
# What may stand before the first mention of a document: the salutation, with its colon; and between two of them: "and".
_LONGEST_SALUTATION = 60
_LONGEST_CONJUNCTION = 6
# The one letter that becomes two in lower case: without it, offsets stay what they are.
_CAPITAL_I_WITH_DOT = "\u0130"
_BYTES = "latin-1"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name another document.

    `is_theirs` is None where the words say neither "your" nor "my"; then `office` or `author` may say whose it is.
    """

    span: Span
    rule: MentionRule
    relation: Relation
    is_theirs: bool | None
    office: str | None
    author: str | None
    date: HistoricalDate | None
    number: str | None
    edition_number: str | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Cues:
    """Where the cues of the rules stand in a text, in order, and which rules to try there; the rules without cues."""

    positions: Sequence[int]
    rules: Sequence[Sequence[int]]
    without: Sequence[int]

    def within(self, span: Span) -> Iterator[tuple[int, Sequence[int]]]:
        """Give the cues of a stretch of the text."""
        for at in range(bisect_left(self.positions, span.start), len(self.positions)):
            if self.positions[at] >= span.end:
                return
            yield self.positions[at], self.rules[at]


def find_mentions(
    descriptions: Sequence[Description], profile: Profile, dates: DateReader
) -> tuple[tuple[Mention, ...], ...]:
    """Find the mentions in the paragraphs of each document; of two that overlap, the one that begins first."""
    shadows = dict.fromkeys(description.draft.shadow for description in descriptions)
    cues = {shadow: _find_cues(shadow, profile) for shadow in shadows}
    return tuple(
        tuple(_mentions_of(description, cues[description.draft.shadow], profile, dates)) for description in descriptions
    )


def _find_cues(shadow: str, profile: Profile) -> _Cues:
    """Look for words, which is cheap, before any pattern is tried."""
    without = [number for number, rule in enumerate(profile.mentions) if not rule.cues]
    rules = _rules_by_cue(profile)
    if not rules:
        return _Cues([], [], without)
    words = re.compile(b"[^0-9a-z](?=(%s))" % alternatives([cue.decode(_BYTES) for cue in rules]).encode(_BYTES))
    found: list[tuple[int, Sequence[int]]] = []
    free = 0
    # With a character before the text, each place is that of the character before the cue.
    for match in words.finditer(b" " + _as_bytes(shadow)):
        if match.start() >= free:
            found.append((match.start(), rules[match[1]]))
            free = match.start() + len(match[1])
    return _Cues([at for at, _ in found], [numbers for _, numbers in found], without)


def _as_bytes(text: str) -> bytes:
    """A byte for each character, in lower case. Those that need more are question marks: too much is found, no less."""
    return text.replace(_CAPITAL_I_WITH_DOT, "i").lower().encode(_BYTES, "replace")


def _rules_by_cue(profile: Profile) -> Mapping[bytes, Sequence[int]]:
    """The rules to try where a cue was found: its own, and those of the cues that it begins with."""
    own = [(number, _as_bytes(cue)) for number, rule in enumerate(profile.mentions) for cue in rule.cues]
    cues = sorted({cue for _, cue in own})
    return {cue: sorted({number for number, other in own if cue.startswith(other)}) for cue in cues}


def _mentions_of(description: Description, cues: _Cues, profile: Profile, dates: DateReader) -> Iterator[Mention]:
    shadow = description.draft.shadow
    pieces = [piece for piece in description.draft.pieces if piece.label in _TEXT]
    for number, piece in enumerate(pieces):
        opened, free = (piece.span.start if number == 0 else None), piece.span.start
        for at, rules in _starts(shadow, piece.span, cues, profile):
            if at < free:
                continue
            opens = opened is not None and _is_opening(shadow, piece.span.start, opened, at)
            if found := _match(shadow, at, piece.span.end, (profile.mentions[rule] for rule in rules), opens=opens):
                rule, match = found
                yield from _read(description, rule, match, piece, dates)
                free = match.end()
                opened = free if opens else opened


def _starts(shadow: str, span: Span, cues: _Cues, profile: Profile) -> Iterator[tuple[int, Sequence[int]]]:
    """Where a mention may begin: at a cue, or wherever a rule without cues says so."""
    if not cues.without:
        return cues.within(span)
    others = [
        (match.start(), [number])
        for number in cues.without
        for match in profile.mentions[number].pattern.finditer(shadow, span.start, span.end)
    ]
    return iter(sorted([*((at, list(rules)) for at, rules in cues.within(span)), *others]))


def _is_opening(shadow: str, start: int, opened: int, at: int) -> bool:
    """Whether nothing but a number, a salutation or another such mention stands before a mention."""
    if opened > start:
        return at - opened <= _LONGEST_CONJUNCTION
    if at - start > _LONGEST_SALUTATION:
        return False
    before = shadow[start:at].rstrip(' -\u2013\u2014."')
    return before.endswith(":") or not any(char.isalpha() for char in before)


def _match(
    shadow: str, at: int, end: int, rules: Iterable[MentionRule], *, opens: bool
) -> tuple[MentionRule, regex.Match[str]] | None:
    for rule in rules:
        if (opens or not rule.opens) and (match := rule.pattern.match(shadow, at, end)):
            return rule, match
    return None


def _read(
    description: Description, rule: MentionRule, match: regex.Match[str], piece: Piece, dates: DateReader
) -> Iterator[Mention]:
    """Give a mention for each document that the words name: several numbers or dates are several documents."""
    shadow = description.draft.shadow
    today = description.date.value.latest if description.date else None
    groups = group_spans(match)
    is_aside = piece.label is Label.NOTE or "aside" in groups
    edition_number = next(iter(_spans(match, "edition_number", shadow)), None)
    inherited = _relative_date(match, groups, today)
    found: list[Mention] = []
    for span, number, words in reversed(list(_items(match, shadow))):
        read = dates.read(words.cut(shadow), today) if words else None
        when = read.value if read else None
        marks = [Mark(MarkKind.DATE, words, date=when)] if words and when else []
        marks += [Mark(MarkKind.IDNO, one) for one in (number, edition_number) if one]
        inherited = when if words else inherited
        found.append(
            Mention(
                span=span,
                rule=rule,
                relation=Relation.CITES if is_aside else rule.relation,
                is_theirs=True if "theirs" in groups else False if "ours" in groups else None,
                office=match["office"] if "office" in groups else None,
                author=normalise(match["author"]) if "author" in groups else None,
                date=inherited,
                number=normalise(number.cut(shadow)) if number else None,
                edition_number=normalise(edition_number.cut(shadow)) if edition_number else None,
                marks=tuple(marks),
            )
        )
    yield from reversed(found)


def _items(match: regex.Match[str], shadow: str) -> Iterator[tuple[Span, Span | None, Span | None]]:
    """The stretches of a list, each with its number and date; a date that stands first belongs to the first number."""
    numbers, dates = _spans(match, "number", shadow), _spans(match, "date", shadow)
    start, end = match.span("mark")
    firsts: Sequence[Span | None] = numbers or dates or [None]
    for position, first in enumerate(firsts):
        begin = start if position == 0 or first is None else first.start
        following = firsts[position + 1] if position + 1 < len(firsts) else None
        until = following.start if following else end
        when = next((one for one in dates if begin <= one.start < until), None)
        own = [one.end for one in (first, when) if one]
        yield Span(begin, max(own) if following else end).trim(shadow), first if numbers else None, when


def _spans(match: regex.Match[str], group: str, shadow: str) -> list[Span]:
    spans = match.spans(group) if group in match.re.groupindex else []
    return sorted({Span(*span).trim(shadow) for span in spans if span[0] >= 0})


def _relative_date(match: regex.Match[str], groups: Container[str], today: date | None) -> HistoricalDate | None:
    """The date of what is said to be of today, of yesterday, or of the last such day of a month."""
    if today is None:
        return None
    if "today" in groups:
        return HistoricalDate(today, today)
    if "yesterday" in groups:
        day_before = date.fromordinal(max(1, today.toordinal() - 1))
        return HistoricalDate(day_before, day_before)
    if "bare_day" in groups:
        return _last_day(int(match["bare_day"]), today)
    return None


def _last_day(day: int, today: date) -> HistoricalDate | None:
    months = today.year * 12 + today.month - 1 - (day > today.day)
    try:
        found = date(months // 12, months % 12 + 1, day)
    except ValueError:
        return None
    return HistoricalDate(found, found)
