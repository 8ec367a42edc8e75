"""Rules of dates: they are days of the calendar, run forwards, and lie in the years of the edition."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from lxml import etree

from tei_archive.model import Finding
from tei_archive.model.folder import PROJECT_FILE
from tei_archive.tei.names import qualified
from tei_archive.validating.batch import Group, XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.fixes import correct_date
from tei_archive.validating.intervals import ATTRIBUTES, Dates, Interval, dates_of, find_interval, interval_of

_DATED: Final = frozenset(ATTRIBUTES)
_EVER: Final = Interval(date(1000, 1, 1), date(2100, 12, 31))


def find_bad_dates(file: XmlFile) -> Iterator[Finding]:
    """Report each date attribute that names no day, month or year of the calendar."""
    for element, dates in _find_dated(file):
        for name, words in dates:
            if find_interval(words) is None:
                message = f'{name}="{words}" is no date of the calendar'
                hint = "write a year, month or day: 1921, 1921-08 or 1921-08-20"
                yield Code.BAD_DATE.at(file.where(element), message, hint, fix=correct_date(name, words))


def find_backward_intervals(file: XmlFile) -> Iterator[Finding]:
    """Report each interval that ends before it begins, and each day that is given an interval as well."""
    for element, stated in _find_dated(file):
        if len(stated) == 1:
            continue
        dates = dict(stated)
        for first, last in (("from", "to"), ("notBefore", "notAfter")):
            start, end = (find_interval(dates.get(name, "")) or Interval() for name in (first, last))
            if end.is_before(start):
                message = f'{first}="{dates[first]}" is later than {last}="{dates[last]}"'
                yield Code.BACKWARDS.at(file.where(element), message, hint="exchange the two, or correct one")
        others = " and ".join(name for name in dates if name != "when")
        if "when" in dates and others:
            message, hint = f"the date has when and {others}", "keep when for one day, or the interval"
            yield Code.MIXED_DATE.at(file.where(element), message, hint)


def find_implausible_dates(group: Group) -> Iterator[Finding]:
    """Report dates outside the years of the edition (for acts of correspondence), or of any edition (elsewhere)."""
    edition = _years_of(group)
    for file in group.files:
        for element, _ in _find_dated(file):
            is_act = element.tag == qualified("date") and _parent(element) == qualified("correspAction")
            yield from _check_range(file, element, edition if is_act else _EVER)


def _check_range(file: XmlFile, element: etree._Element, years: Interval) -> Iterator[Finding]:
    stated = interval_of(element)
    if stated.is_before(years) or years.is_before(stated):
        hint = f"plausible are {years}; correct the date, or earliest and latest in {PROJECT_FILE}"
        yield Code.IMPLAUSIBLE_DATE.at(file.where(element), f"the date {stated} is not plausible", hint)


def find_early_receipts(file: XmlFile) -> Iterator[Finding]:
    """Report each correspondence whose receipt is dated certainly before its sending."""
    for description in file.root.iter(qualified("correspDesc")):
        sent, received = _acts(description, "sent"), _acts(description, "received")
        for element in received:
            if any(interval_of(element).is_before(interval_of(other)) for other in sent):
                message = f"received on {interval_of(element)}, before it was sent"
                yield Code.RECEIVED_BEFORE_SENT.at(file.where(element), message, hint="correct one of the two dates")


def _acts(description: etree._Element, kind: str) -> list[etree._Element]:
    return [
        child
        for action in description.iterchildren(qualified("correspAction"))
        if action.get("type") == kind
        for child in action.iterchildren(qualified("date"))
    ]


def _parent(element: etree._Element) -> str | None:
    parent = element.getparent()
    return None if parent is None else str(parent.tag)


def _find_dated(file: XmlFile) -> Iterator[tuple[etree._Element, Dates]]:
    """Give back the elements of a file that have date attributes, with those, in document order."""
    return ((element, dates) for element in file.tags.with_any(_DATED) if (dates := dates_of(element)))


def _years_of(group: Group) -> Interval:
    project = group.around.project(group.edition) if group.edition else None
    if project is None:
        return _EVER
    earliest, latest = (
        (find_interval(words) if words else None) or Interval() for words in (project.earliest, project.latest)
    )
    return Interval(earliest.earliest or _EVER.earliest, latest.latest or _EVER.latest)
