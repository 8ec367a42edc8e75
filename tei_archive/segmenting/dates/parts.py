"""One end of a date: day, month and year as far as the words state them, completed, and the days that it allows."""

from __future__ import annotations

import calendar
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tei_archive.model import Calendar, HistoricalDate, Precision
from tei_archive.model.calendars import julian_day
from tei_archive.profile.date_words import DateLexicon, DateWord
from tei_archive.segmenting.dates.tokens import Kind, Token

# The first and the last month of what words call a season; where one ends and the next begins is not said.
_SEASONS = {DateWord.SPRING: (3, 6), DateWord.SUMMER: (6, 9), DateWord.AUTUMN: (9, 12), DateWord.WINTER: (1, 3)}
_THIRDS_OF_MONTH = {DateWord.EARLY: (1, 10), DateWord.MIDDLE: (11, 20), DateWord.LATE: (21, 31)}
_THIRDS_OF_YEAR = {DateWord.EARLY: (1, 4), DateWord.MIDDLE: (5, 8), DateWord.LATE: (9, 12)}
_SHIFTS: Mapping[DateWord, int] = {DateWord.LAST_MONTH: -1, DateWord.THIS_MONTH: 0, DateWord.NEXT_MONTH: 1}
_YEARS = (DateWord.THIS_YEAR, DateWord.LAST_YEAR)
_RELATIVE = frozenset((*_SHIFTS, *_YEARS))


class UnreadableError(ValueError):
    """The words state no date."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the words on one side of a dash say; `short_year` has two digits, `decade` three."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    short_year: int | None = None
    decade: int | None = None
    third: DateWord | None = None
    season: DateWord | None = None
    relative: DateWord | None = None

    @property
    def has_year(self) -> bool:
        """Whether the words name a year, a decade, or a year counted from the document's."""
        known = (self.year, self.short_year, self.decade)
        return any(value is not None for value in known) or self.relative in _YEARS


def read_part(tokens: Sequence[Token], lexicon: DateLexicon) -> Part:
    """Read one side of a date. Raises `UnreadableError` where its numbers cannot be told apart."""
    part = Part(
        month=_only(tokens, Kind.MONTH),
        year=_only(tokens, Kind.YEAR),
        short_year=_only(tokens, Kind.SHORT_YEAR),
        decade=_only(tokens, Kind.DECADE),
        third=_word(tokens, _THIRDS_OF_MONTH),
        season=_word(tokens, _SEASONS),
        relative=_word(tokens, _RELATIVE),
    )
    return _with_numbers(part, tokens, lexicon)


def _only(tokens: Sequence[Token], kind: Kind) -> int | None:
    values = {token.value for token in tokens if token.kind is kind}
    if len(values) > 1:
        raise UnreadableError(f"two different values: {kind}")
    return values.pop() if values else None


def _word(tokens: Sequence[Token], words: Container[DateWord | None]) -> DateWord | None:
    return next((token.word for token in tokens if token.word in words), None)


def _with_numbers(part: Part, tokens: Sequence[Token], lexicon: DateLexicon) -> Part:
    """Say what the numbers are: the day, the month where no name stands for it, the last two digits of the year."""
    numbers = [token for token in tokens if token.kind in (Kind.NUMBER, Kind.ROMAN)]
    if len(numbers) == 1:
        return _with_one(part, numbers[0])
    if numbers and part.month is None:
        part, numbers = _with_month(part, numbers[:2], tokens, lexicon), numbers[2:]
    elif numbers:
        part, numbers = _with_one(part, numbers[0]), numbers[1:]
    if not numbers:
        return part
    if len(numbers) > 1 or part.has_year:
        raise UnreadableError("too many numbers")
    return replace(part, short_year=numbers[0].value)


def _with_one(part: Part, number: Token) -> Part:
    if number.kind is Kind.ROMAN:
        if part.month is not None:
            raise UnreadableError("a Roman number beside the name of a month")
        return replace(part, month=number.value)
    is_year = part.month is not None and not part.has_year and number.value > 31
    return replace(part, short_year=number.value) if is_year else replace(part, day=number.value)


def _with_month(part: Part, numbers: Sequence[Token], tokens: Sequence[Token], lexicon: DateLexicon) -> Part:
    """Day and month in numbers: the day first; where the language has the month first, too, whichever makes a date."""
    first, second = (token.value for token in numbers)
    if numbers[0].kind is Kind.ROMAN:
        return replace(part, month=first, day=second)
    if numbers[1].kind is Kind.ROMAN:
        return replace(part, day=first, month=second)
    may_be_month = first <= 12 and not lexicon.is_day_first
    if may_be_month and second > 12:
        return replace(part, month=first, day=second)
    if may_be_month and first != second and any(token.kind is Kind.SLASH for token in tokens):
        raise UnreadableError("day or month may stand first")
    return replace(part, day=first, month=second)


def fill(first: Part, last: Part) -> tuple[Part, Part]:
    """Take month and year over from the other side where a side does not say: 9-12 June 1894, June 9-12, 1894."""
    if last.month is None and _needs_month(last):
        last = replace(last, month=first.month)
    if first.month is None and _needs_month(first):
        first = replace(first, month=last.month)
    if not first.has_year:
        first = _with_year_of(first, last, -1 if _runs_over(first, last) else 0)
    if not last.has_year:
        last = _with_year_of(last, first, 1 if _runs_over(first, last) else 0)
    return first, last


def _needs_month(part: Part) -> bool:
    """Whether it is a day, or a part of a month and not of a year that it names itself."""
    return part.day is not None or (part.third is not None and not part.has_year)


def _runs_over(first: Part, last: Part) -> bool:
    """Whether the year ends between the two."""
    return first.month is not None and last.month is not None and first.month > last.month


def _with_year_of(part: Part, other: Part, shift: int) -> Part:
    year = other.year + shift if other.year is not None else None
    short = (other.short_year + shift) % 100 if other.short_year is not None else None
    return replace(part, year=year, short_year=short, decade=other.decade, relative=part.relative or other.relative)


def complete(part: Part, context: date | None) -> Part:
    """Count the year, and the month, from the day of the document. Raises `UnreadableError` where they need one."""
    if part.year is not None or part.decade is not None:
        return part
    if context is None:
        raise UnreadableError("no year, and no document to count it from")
    if part.short_year is not None:
        century = context.year - context.year % 100
        years = (century + shift + part.short_year for shift in (-100, 0, 100))
        return replace(part, year=min(years, key=lambda year: abs(year - context.year)))
    if part.relative in _YEARS:
        return replace(part, year=context.year - (part.relative is DateWord.LAST_YEAR))
    if part.month is not None:
        is_later = (part.month, part.day or 1) > (context.month, context.day)
        return replace(part, year=context.year - is_later)
    return _with_month_of(part, context)


def _with_month_of(part: Part, context: date) -> Part:
    """The month of the document, the one before or after; where no word says, the last in which the day had come."""
    if part.day is None:
        raise UnreadableError("neither day nor month")
    last_one = -(part.day > context.day)
    shift = _SHIFTS.get(part.relative, last_one) if part.relative else last_one
    months = context.year * 12 + context.month - 1 + shift
    return replace(part, year=months // 12, month=months % 12 + 1)


def days_of(part: Part, kept: Calendar) -> HistoricalDate:
    """Give back the days that a completed part allows. Raises `ValueError` where there is no such day."""
    if part.decade is not None:
        return _interval((part.decade * 10, 1, 1), (part.decade * 10 + 9, 12, 31), Precision.WINDOW, kept)
    if part.year is None:
        raise UnreadableError("no year")
    year, month = part.year, part.month
    if part.season:
        since, until = _SEASONS[part.season]
        return _interval((year, since, 1), (year, until, 31), Precision.WINDOW, kept)
    if month is None:
        if part.day is not None:
            raise UnreadableError("a day without month")
        since, until = _THIRDS_OF_YEAR[part.third] if part.third else (1, 12)
        precision = Precision.WINDOW if part.third else Precision.YEAR
        return _interval((year, since, 1), (year, until, 31), precision, kept)
    if part.day is not None:
        return _interval((year, month, part.day), (year, month, part.day), Precision.DAY, kept)
    first, last = _THIRDS_OF_MONTH[part.third] if part.third else (1, 31)
    precision = Precision.WINDOW if part.third else Precision.MONTH
    return _interval((year, month, first), (year, month, last), precision, kept)


def _interval(
    first: tuple[int, int, int], last: tuple[int, int, int], precision: Precision, kept: Calendar
) -> HistoricalDate:
    """The days between two, the last no later than its month; months and years of the Julian calendar are windows."""
    year, month, day = last
    if precision is not Precision.DAY:
        day = min(day, calendar.monthrange(year, month)[1])
    if kept is Calendar.GREGORIAN:
        return HistoricalDate(date(*first), date(year, month, day), precision)
    window = precision if precision is Precision.DAY else Precision.WINDOW
    return HistoricalDate(julian_day(*first), julian_day(year, month, day), window, kept)
