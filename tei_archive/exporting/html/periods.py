"""Years and months: how the documents of an edition are spread over time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_skeleton

from tei_archive.exporting.html.texts import Texts
from tei_archive.model import HistoricalDate
from tei_archive.wording import locale_name

_MONTHS = 3  # so many years at most are told by months
_MOST = 120  # so many columns at most
_STEPS = (1, 2, 5, 10, 25, 50, 100)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time: the label of its column, its name in a sentence, and its place among all."""

    label: str
    name: str
    key: int


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods that follow each other with no gap, each `months` long."""

    periods: tuple[Period, ...]
    months: int

    def count(self, dates: Iterable[HistoricalDate | None]) -> Counter[int]:
        """Give back how many dates lie in each period, by its key.

        A date that reaches over several years counts in its first. Where periods are months, a date that reaches over
        several months is left out: a year that is meant as a whole is not January.
        """
        known = (when for when in dates if when and (self.months > 1 or is_in_one_month(when)))
        return Counter(_month(when.earliest) // self.months for when in known)


def build_periods(texts: Texts, dates: Sequence[HistoricalDate | None]) -> Periods:
    """Give back the periods from the first date to the last: months for a few years, else years or more at once."""
    known = [when.earliest for when in dates if when]
    if not known:
        return Periods((), 12)
    first, last = min(known), max(known)
    if last.year - first.year < _MONTHS:
        months = range(_month(first), _month(last) + 1)
        return Periods(tuple(_month_period(texts, month) for month in months), 1)
    step = next((step for step in _STEPS if (last.year - first.year) // step < _MOST), _STEPS[-1])
    keys = range(first.year // step, last.year // step + 1)
    return Periods(tuple(_years(key, step) for key in keys), 12 * step)


def is_in_one_month(when: HistoricalDate) -> bool:
    """Say whether a date names its month."""
    return (when.earliest.year, when.earliest.month) == (when.latest.year, when.latest.month)


def month_name(texts: Texts, month: date, skeleton: str = "yMMMM") -> str:
    """Give back a month in words: August 1921, or as a skeleton of CLDR has it."""
    return format_skeleton(skeleton, month, locale=locale_name(texts.locale))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_period(texts: Texts, key: int) -> Period:
    month = date(key // 12, key % 12 + 1, 1)
    return Period(month_name(texts, month, "yMMM"), month_name(texts, month), key)


def _years(key: int, step: int) -> Period:
    first = key * step
    return Period(str(first), str(first) if step == 1 else f"{first}–{first + step - 1}", key)
