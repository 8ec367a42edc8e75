"""Words → dates: what the date rules of a profile read, and what the grammar of dates makes of the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import regex

from tei_archive.model import Calendar, Certainty, HistoricalDate, Precision, Reserve
from tei_archive.model.calendars import julian_parts
from tei_archive.profile import Profile
from tei_archive.profile.date_words import DateLexicon, DateWord
from tei_archive.segmenting.dates.parts import Part, UnreadableError, complete, days_of, fill, read_part
from tei_archive.segmenting.dates.tokens import Kind, Token, Words, split_words

_LONGEST = 120
_A_YEAR = timedelta(days=365)
_A_DAY = timedelta(days=1)
_STYLES = {DateWord.OLD_STYLE: Calendar.JULIAN, DateWord.NEW_STYLE: Calendar.GREGORIAN}


@dataclass(frozen=True, slots=True)
class Reading:
    """A date, how sure it is, and whether the day of the week that the words name is another one."""

    value: HistoricalDate
    certainty: Certainty
    is_another_weekday: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the numbers: between, before, about; the calendar; the day of the week."""

    words: frozenset[DateWord]
    weekday: int | None
    kept: Calendar


@dataclass(frozen=True, slots=True)
class Statement:
    """What the words of a date state before any day near by is known: its ends, and what joins them.

    `certainty` is the highest that the reading may have.
    """

    words: Words
    parts: tuple[Part, ...]
    joint: Token | None
    frame: _Frame
    certainty: Certainty

    @property
    def needs_context(self) -> bool:
        """Whether the year must be counted from another day."""
        return any(part.year is None and part.decade is None for part in self.parts)


def find_statement(words: str, profile: Profile, kept: Calendar) -> Statement | None:
    """Give what folded words state, by the date rules of the profile or by the grammar; None where they are no date."""
    if len(words) > _LONGEST:
        return None
    try:
        for rule in profile.dates:
            if found := rule.pattern.fullmatch(words):
                return _by_rule(found, rule.certainty, profile.lexicon)
        return _by_grammar(words, profile.lexicon, kept)
    except ValueError:  # the words are no date
        return None


def complete_date(statement: Statement, context: date | None) -> Reading | None:
    """Read a date; `context` is the day that "this month" and a date without a year are counted from.

    None where the day does not exist, or where the context is missing.
    """
    words, frame = statement.words, statement.frame
    try:
        whole = tuple(complete(part, context) for part in statement.parts)
        value = _combine(whole, statement.joint, frame, is_supplied=words.is_supplied)
    except (ValueError, OverflowError):  # a day that no calendar has
        return None
    is_other = frame.weekday is not None and value.precision is Precision.DAY and frame.weekday not in _weekdays(value)
    certainty = _certainty(words, frame, is_completed=whole != statement.parts, is_other=is_other)
    reserve = _reserve(words, frame)
    value = value if reserve is value.reserve else replace(value, reserve=reserve)
    return Reading(value, lower(certainty, statement.certainty), is_other)


def _by_rule(found: regex.Match[str], certainty: Certainty, lexicon: DateLexicon) -> Statement | None:
    """What the groups of a rule of the profile say, put into the order of the grammar."""
    groups = found.groupdict()
    first = " ".join(filter(None, (groups.get(name) for name in ("day", "month", "this_month", "last_month", "year"))))
    last = " ".join(filter(None, (groups.get("day_to"), groups.get("month_to"))))
    stated = _by_grammar(f"{first} - {last}" if last else first, lexicon, Calendar.GREGORIAN)
    return replace(stated, certainty=certainty) if stated else None


def lower(*certainties: Certainty) -> Certainty:
    """Give back the lowest of several certainties."""
    return next(level for level in (Certainty.LOW, Certainty.MEDIUM, Certainty.HIGH) if level in certainties)


def _by_grammar(plain: str, lexicon: DateLexicon, kept: Calendar) -> Statement | None:
    words = split_words(plain, lexicon)
    if words is None:
        return None
    sides = _sides(words.tokens)
    parts = tuple(read_part(side, lexicon) for side, _ in sides)
    if len(parts) == 2:
        parts = fill(*parts)
    return Statement(words, parts, sides[-1][1], _frame(words, kept), Certainty.HIGH)


def _frame(words: Words, kept: Calendar) -> _Frame:
    stated = frozenset(token.word for token in words.tokens if token.word)
    weekday = next((token.value for token in words.tokens if token.kind is Kind.WEEKDAY), None)
    return _Frame(stated, weekday, next((_STYLES[word] for word in stated if word in _STYLES), kept))


def _sides(tokens: tuple[Token, ...]) -> tuple[tuple[tuple[Token, ...], Token | None], ...]:
    """The tokens before and after what joins two ends of a date, each with the joint before it."""
    joints = [number for number, token in enumerate(tokens) if _is_joint(token, tokens)]
    if not joints:
        return ((tokens, None),)
    if len(joints) > 1:
        raise UnreadableError("more than two ends")
    where = joints[0]
    return (tokens[:where], None), (tokens[where + 1 :], tokens[where])


def _is_joint(token: Token, tokens: tuple[Token, ...]) -> bool:
    if token.kind is not Kind.SLASH:
        return token.kind is Kind.DASH or token.word in (DateWord.TO, DateWord.OR)
    return _is_double(tokens)


def _is_double(tokens: tuple[Token, ...]) -> bool:
    """Whether a slash stands between two days (28./29. 12. 1893) and not between a day and a month (28/12 1893)."""
    kinds = [token.kind for token in tokens]
    if Kind.MONTH in kinds:
        return True
    numbers = kinds.count(Kind.NUMBER) + kinds.count(Kind.ROMAN)
    return numbers > (2 if Kind.YEAR in kinds else 3) and kinds.count(Kind.SLASH) == 1


def _combine(parts: tuple[Part, ...], joint: Token | None, frame: _Frame, *, is_supplied: bool) -> HistoricalDate:
    if len(parts) == 2:
        if joint is not None and joint.kind is Kind.SLASH and (double := _double_date(parts[0], parts[1])):
            return double
        is_one_of_them = is_supplied or DateWord.BETWEEN in frame.words or _is_either(joint)
        first, last = (days_of(part, frame.kept) for part in parts)
        return _spanned(first, last, Precision.WINDOW if is_one_of_them else Precision.DURATION)
    return _beyond(days_of(parts[0], frame.kept), frame)


def _is_either(joint: Token | None) -> bool:
    return joint is not None and (joint.kind is Kind.SLASH or joint.word is DateWord.OR)


def _spanned(first: HistoricalDate, last: HistoricalDate, precision: Precision) -> HistoricalDate:
    if first.earliest == last.latest:
        return first
    return HistoricalDate(first.earliest, last.latest, precision, first.calendar)


def _double_date(first: Part, last: Part) -> HistoricalDate | None:
    """One day in both calendars; None where the two are no such pair. The Gregorian day counts."""
    # Where the later day stands first, no span begins with it: the year is that of both, or of the later one.
    turned = replace(first, year=last.year)
    pairs = ((first, last), (_month_before(first), last), (last, first), (last, turned), (_year_before(last), turned))
    for old, new in pairs:
        try:
            day = days_of(new, Calendar.GREGORIAN)
        except ValueError:
            continue
        if day.precision is Precision.DAY and julian_parts(day.earliest) == (old.year, old.month, old.day):
            return replace(day, calendar=Calendar.JULIAN)
    return None


def _year_before(part: Part) -> Part:
    """The same day of the year before: January 9 (December 28), 1861."""
    return part if part.year is None else replace(part, year=part.year - 1)


def _month_before(part: Part) -> Part:
    """The same day of the month before: 25/6 May is the 25th of April and the 6th of May."""
    if part.year is None or part.month is None:
        return part
    return replace(part, month=part.month - 1) if part.month > 1 else replace(part, month=12, year=part.year - 1)


def _beyond(value: HistoricalDate, frame: _Frame) -> HistoricalDate:
    """A window of a year before or after a day: how far it reaches the words do not say."""
    if DateWord.BEFORE in frame.words:
        return HistoricalDate(value.earliest - _A_YEAR, value.earliest - _A_DAY, Precision.WINDOW, value.calendar)
    if DateWord.AFTER in frame.words:
        return HistoricalDate(value.latest + _A_DAY, value.latest + _A_YEAR, Precision.WINDOW, value.calendar)
    return value


def _is_open(frame: _Frame) -> bool:
    return bool(frame.words & {DateWord.BEFORE, DateWord.AFTER})


def _reserve(words: Words, frame: _Frame) -> Reserve:
    is_rough = DateWord.ABOUT in frame.words or _is_open(frame)
    if words.is_doubted:
        return Reserve.UNCERTAIN
    return Reserve.APPROXIMATE if is_rough else Reserve.NONE


def _certainty(words: Words, frame: _Frame, *, is_completed: bool, is_other: bool) -> Certainty:
    if words.is_doubted or is_other or _is_open(frame):
        return Certainty.LOW
    if words.is_supplied or is_completed or DateWord.ABOUT in frame.words:
        return Certainty.MEDIUM
    return Certainty.HIGH


def _weekdays(value: HistoricalDate) -> tuple[int, ...]:
    return (value.earliest.weekday(),)
