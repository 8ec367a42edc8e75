"""Words → dates: what the date rules of a profile read, completed from the document's own date where they say so."""

from __future__ import annotations

import calendar
from datetime import date

import regex

from tei_archive.model import Certainty, Claim, Evidence, HistoricalDate, Label, Precision, Span
from tei_archive.profile import Profile, fold
from tei_archive.segmenting.choices import Candidate, Choice, choose
from tei_archive.segmenting.drafts import Draft, Piece, is_own

# A date line is the document's own; a linking sentence and a heading are the editors'.
_WEIGHT = {Label.DATELINE: 8.0, Label.LINK: 7.0, Label.HEAD: 6.0}
# The day of transmission counts less than the day on a line of its own.
_OTHER_ACT = 0.5


def parse_date(words: str, profile: Profile, context: date | None = None) -> tuple[HistoricalDate, Certainty] | None:
    """Read a date; `context` is the day that "this month" and a date without a year are counted from.

    None where no rule reads the words, where the day does not exist, or where the context is missing.
    """
    folded = fold(words).strip()
    for rule in profile.dates:
        if found := rule.pattern.fullmatch(folded):
            read = _build(found, profile, context)
            return (read, rule.certainty) if read else None
    return None


def find_date(draft: Draft, profile: Profile) -> Choice[HistoricalDate]:
    """Find the date of a document in its date line, linking sentence or heading; the more exact of two that agree."""
    candidates = [
        candidate
        for piece in draft.pieces
        if piece.label in _WEIGHT and (candidate := _candidate(draft, piece, profile))
    ]
    return choose("date", [candidate for candidate in candidates if not _is_coarser(candidate, candidates)])


def _candidate(draft: Draft, piece: Piece, profile: Profile) -> Candidate[HistoricalDate] | None:
    words = piece.groups.get("date")
    read = parse_date(words.cut(draft.shadow), profile) if words else None
    if words is None or read is None:
        return None
    value, certainty = read
    claim = Claim(value, words, piece.rule, _certainty(piece, certainty), _evidence(piece))
    return Candidate(claim, value.edtf, _WEIGHT[piece.label] - (_OTHER_ACT if "medium" in piece.groups else 0))


def _certainty(piece: Piece, certainty: Certainty) -> Certainty:
    """A day of receipt only hints at the day of sending; the editors' word is worth less than the document's."""
    if "received" in piece.groups:
        return Certainty.LOW
    return certainty if is_own(piece) else Certainty.MEDIUM


def _evidence(piece: Piece) -> Evidence:
    if "received" in piece.groups:
        return Evidence.CONJECTURE
    return Evidence.INTERNAL if is_own(piece) else Evidence.EXTERNAL


def _is_coarser(one: Candidate[HistoricalDate], candidates: list[Candidate[HistoricalDate]]) -> bool:
    mine = one.claim.value
    others = (candidate.claim.value for candidate in candidates)
    return any(other != mine and mine.earliest <= other.earliest and other.latest <= mine.latest for other in others)


def _build(found: regex.Match[str], profile: Profile, context: date | None) -> HistoricalDate | None:
    groups = found.groupdict()
    if groups.get("month"):
        month = _month(groups["month"], profile)
        year = int(groups["year"]) if groups.get("year") else _year_of(month, groups.get("day"), context)
    elif context is None:
        return None
    else:
        months = context.year * 12 + context.month - 1 - bool(groups.get("last_month"))
        year, month = months // 12, months % 12 + 1
    if not year:
        return None
    try:
        month_to = _month(groups["month_to"], profile) if groups.get("month_to") else month
        return _interval(year, (month, groups.get("day")), (month_to, groups.get("day_to")))
    except ValueError:
        return None


def _year_of(month: int, day: str | None, context: date | None) -> int | None:
    """The year of the document, or the one before where that would lie after the document."""
    if context is None:
        return None
    return context.year - ((month, int(day or 1)) > (context.month, context.day))


def _month(name: str, profile: Profile) -> int:
    return profile.months[name.casefold().rstrip(".")]


def _interval(year: int, since: tuple[int, str | None], until: tuple[int, str | None]) -> HistoricalDate:
    """The days from one day of a year to another; the whole month where no day is given."""
    (month, day), (month_to, day_to) = since, until
    if day is None:
        last = calendar.monthrange(year, month)[1]
        return HistoricalDate(date(year, month, 1), date(year, month, last), Precision.MONTH)
    first = date(year, month, int(day))
    last_day = date(year, month_to, int(day_to)) if day_to else first
    return HistoricalDate(first, last_day, Precision.DAY if first == last_day else Precision.DURATION)


def date_of_act(draft: Draft, group: str, profile: Profile) -> Claim[HistoricalDate] | None:
    """Give the date of another act than sending: of the line that has the group (`received`, `medium`)."""
    for piece in draft.pieces:
        words: Span | None = piece.groups.get("date")
        read = parse_date(words.cut(draft.shadow), profile) if words and group in piece.groups else None
        if read:
            return Claim(read[0], words, piece.rule, Certainty.MEDIUM, Evidence.EXTERNAL)
    return None
