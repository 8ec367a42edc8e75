"""The date of a document: in its date line, in a linking sentence or in its heading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tei_archive.model import Calendar, Certainty, Claim, Evidence, HistoricalDate, Label, Span
from tei_archive.profile import Dating, Profile
from tei_archive.segmenting.choices import Candidate, Choice, LedgerEntry, choose
from tei_archive.segmenting.dates.reader import DateReader
from tei_archive.segmenting.dates.reading import Reading, lower
from tei_archive.segmenting.drafts import Draft, Piece, is_own
from tei_archive.segmenting.engine_rules import WEEKDAY

# A date line is the document's own; a linking sentence and a heading are the editors'.
_WEIGHT = {Label.DATELINE: 8.0, Label.LINK: 7.0, Label.HEAD: 6.0}
# Below the text stands the day on which a letter was ended, or its postscript written.
_BELOW = 0.5
# The editors' where a profile says that theirs counts.
_EDITORS = 9.0
# The day of transmission counts less than the day on a line of its own.
_OTHER_ACT = 0.5


def find_date(draft: Draft, dates: DateReader, context: date | None = None) -> Choice[HistoricalDate]:
    """Find the date of a document in its date line, linking sentence or heading; the more exact of two that agree.

    `context` is a day near by, for a date that leaves out the year or its century.
    """
    body = next((piece.span.start for piece in draft.pieces if piece.label is Label.P), draft.span.end)
    candidates = [
        candidate if piece.span.start < body else replace(candidate, score=candidate.score - _BELOW)
        for piece in draft.pieces
        if piece.label in _WEIGHT and (candidate := _candidate(draft, piece, dates, context))
    ]
    return choose("date", [candidate for candidate in candidates if not _is_coarser(candidate, candidates)])


def check_weekday(draft: Draft, claim: Claim[HistoricalDate] | None, dates: DateReader) -> LedgerEntry | None:
    """Give back a line for the ledger where the words name another day of the week than that of the date."""
    if claim is None or claim.words is None:
        return None
    read = dates.read(claim.words.cut(draft.shadow), claim.value.earliest)
    if read is None or not read.is_another_weekday:
        return None
    return LedgerEntry("weekday", f"{claim.value.edtf} is another day of the week", claim.words, WEEKDAY, 0)


def date_of_act(draft: Draft, group: str, dates: DateReader) -> Claim[HistoricalDate] | None:
    """Give the date of another act than sending: of the line that has the group (`received`, `medium`)."""
    for piece in draft.pieces:
        words: Span | None = piece.groups.get("date")
        read = _read(draft, piece, dates, None) if words and group in piece.groups else None
        if read:
            certainty = lower(read.certainty, Certainty.MEDIUM)
            return Claim(read.value, words, piece.rule, certainty, Evidence.EXTERNAL)
    return None


def _candidate(draft: Draft, piece: Piece, dates: DateReader, context: date | None) -> Candidate[HistoricalDate] | None:
    words, read = piece.groups.get("date"), _read(draft, piece, dates, context)
    if words is None or read is None:
        return None
    claim = Claim(read.value, words, piece.rule, _certainty(piece, read.certainty), _evidence(piece))
    return Candidate(claim, read.value.edtf, _weight(piece, dates.profile))


def _weight(piece: Piece, profile: Profile) -> float:
    if piece.label is Label.HEAD and profile.dating is Dating.EDITORS:
        return _EDITORS
    return _WEIGHT[piece.label] - (_OTHER_ACT if "medium" in piece.groups else 0)


def _read(draft: Draft, piece: Piece, dates: DateReader, context: date | None) -> Reading | None:
    """Read the date of a piece; in Old Style where its place kept the Julian calendar on that day."""
    words, place = piece.groups.get("date"), piece.groups.get("place")
    if words is None:
        return None
    read = dates.read(words.cut(draft.shadow), context)
    since = dates.profile.lexicon.gregorian_since.get(place.cut(draft.shadow).casefold()) if place else None
    if read is None or since is None or read.value.calendar is Calendar.JULIAN or read.value.latest >= since:
        return read
    old = dates.read(words.cut(draft.shadow), context, Calendar.JULIAN)
    return Reading(old.value, lower(old.certainty, Certainty.MEDIUM), old.is_another_weekday) if old else None


def _certainty(piece: Piece, certainty: Certainty) -> Certainty:
    """A day of receipt only hints at the day of sending; the editors' word is worth less than the document's."""
    if "received" in piece.groups:
        return Certainty.LOW
    return certainty if is_own(piece) else lower(certainty, Certainty.MEDIUM)


def _evidence(piece: Piece) -> Evidence:
    if "received" in piece.groups:
        return Evidence.CONJECTURE
    return Evidence.INTERNAL if is_own(piece) else Evidence.EXTERNAL


def _is_coarser(one: Candidate[HistoricalDate], candidates: list[Candidate[HistoricalDate]]) -> bool:
    mine = one.claim.value
    others = (candidate.claim.value for candidate in candidates)
    return any(
        (other.earliest, other.latest) != (mine.earliest, mine.latest)
        and mine.earliest <= other.earliest
        and other.latest <= mine.latest
        for other in others
    )
