"""The chronology: the years of an edition, and the calendar of each year with its documents."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from babel import Locale
from babel.dates import format_date, get_day_names

from tei_archive.exporting.html.catalogue import Catalogue, Item, Link
from tei_archive.exporting.html.drawing.svg import Figure
from tei_archive.exporting.html.figures import documents, figure_of_time
from tei_archive.exporting.html.letters import Letter
from tei_archive.exporting.html.links import year_page
from tei_archive.exporting.html.periods import is_in_one_month, month_name
from tei_archive.exporting.html.texts import Texts
from tei_archive.model import Precision
from tei_archive.wording import locale_name


@dataclass(frozen=True, slots=True)
class YearCount:
    """A year and how many documents it has, as a share of those of the fullest year too."""

    year: int
    href: str
    total: int
    share: float


@dataclass(frozen=True, slots=True)
class ChronologyView:
    """What the page of the years shows."""

    figure: Figure | None
    years: tuple[YearCount, ...]
    undated: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar: its number; where it has documents, also their number in words, and the day (ISO 8601)."""

    number: int
    words: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the list of a year, and the day (ISO 8601) where it is the first of its day."""

    item: Item
    day: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month (ISO 8601): its name, its weeks with None for days of other months, and its documents."""

    id: str
    name: str
    short_name: str
    weeks: tuple[tuple[Day | None, ...], ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """What the page of a year shows; `unplaced` are the documents whose month is not known."""

    year: int
    total: int
    weekdays: tuple[tuple[str, str], ...]
    months: tuple[Month, ...]
    unplaced: tuple[Item, ...]
    earlier: Link | None
    later: Link | None


def view_chronology(catalogue: Catalogue, letters: Sequence[Letter]) -> ChronologyView:
    """Give back what the page of the years shows."""
    years = _by_year(catalogue)
    fullest = max((len(items) for _, items in years), default=1)
    return ChronologyView(
        figure=figure_of_time(catalogue.texts, letters),
        years=tuple(YearCount(year, year_page(year), len(items), len(items) / fullest) for year, items in years),
        undated=tuple(item for item in catalogue.chronology if item.when is None),
    )


def view_years(catalogue: Catalogue) -> tuple[YearView, ...]:
    """Give back what the page of each year shows that has documents."""
    years = _by_year(catalogue)
    links = [None, *(Link(str(year), year_page(year)) for year, _ in years), None]
    return tuple(
        _year(catalogue.texts, year, items, (links[place], links[place + 2]))
        for place, (year, items) in enumerate(years)
    )


def _by_year(catalogue: Catalogue) -> tuple[tuple[int, tuple[Item, ...]], ...]:
    dated = (item for item in catalogue.chronology if item.when)
    return tuple((int(year), tuple(items)) for year, items in groupby(dated, lambda item: item.year))


def _year(texts: Texts, year: int, items: Iterable[Item], beside: tuple[Link | None, Link | None]) -> YearView:
    months: dict[int, list[Item]] = {month: [] for month in range(1, 13)}
    unplaced = []
    for item in items:
        if item.when and is_in_one_month(item.when):
            months[item.when.earliest.month].append(item)
        else:
            unplaced.append(item)
    total = len(unplaced) + sum(map(len, months.values()))
    of_year = tuple(_month(texts, date(year, month, 1), found) for month, found in months.items())
    return YearView(year, total, _weekdays(texts), of_year, tuple(unplaced), *beside)


def _month(texts: Texts, first: date, items: Sequence[Item]) -> Month:
    days: dict[int, list[Item]] = {}
    for item in items:
        if item.when and item.when.precision is Precision.DAY:
            days.setdefault(item.when.earliest.day, []).append(item)
    firsts = {found[0].id: first.replace(day=day).isoformat() for day, found in days.items()}
    weeks = calendar.Calendar(_first_weekday(texts)).monthdayscalendar(first.year, first.month)
    return Month(
        id=first.isoformat()[:7],
        name=month_name(texts, first),
        short_name=format_date(first, "LLLL", locale_name(texts.locale)),
        weeks=tuple(tuple(_day(texts, first, day, days) if day else None for day in week) for week in weeks),
        entries=tuple(Entry(item, firsts.get(item.id, "")) for item in items),
    )


def _day(texts: Texts, month: date, number: int, days: dict[int, list[Item]]) -> Day:
    if number not in days:
        return Day(number)
    day = month.replace(day=number)
    return Day(number, f"{texts.day(day)}: {documents(texts, len(days[number]))}", day.isoformat())


def _weekdays(texts: Texts) -> tuple[tuple[str, str], ...]:
    """Give back the days of the week, in short and in full, in the order in which the language counts them."""
    short, full = (get_day_names(width, "stand-alone", locale_name(texts.locale)) for width in ("short", "wide"))
    order = [(_first_weekday(texts) + place) % 7 for place in range(7)]
    return tuple((short[day], full[day]) for day in order)


def _first_weekday(texts: Texts) -> int:
    return Locale.parse(locale_name(texts.locale)).first_week_day
