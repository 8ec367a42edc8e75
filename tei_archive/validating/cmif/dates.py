"""Rules of the dates of letters: one each, in one of three ways, and without words that say the same again."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_archive.model import Finding
from tei_archive.tei.names import qualified
from tei_archive.validating.batch import XmlFile
from tei_archive.validating.cmif.parts import actions, letters, text_of
from tei_archive.validating.codes import Code
from tei_archive.validating.intervals import Interval, find_interval

_DATE: Final = qualified("date")
_WAYS: Final = (frozenset({"when"}), frozenset({"from", "to"}), frozenset({"notBefore", "notAfter"}))
_NAMES: Final = frozenset().union(*_WAYS)
_HOW: Final = "write when, or from and to, or notBefore and notAfter; of the latter one may be missing"
# A day in words, "22. Mai 1859" and "May 22, 1859", and the attribute written again.
_DAY_IN_WORDS: Final = re.compile(
    r"(?:\d\d?\.? [^\W\d]+ \d{4}|[^\W\d]+ \d\d?, \d{4}|\d{4}(?:-\d\d){0,2})\.?", re.IGNORECASE
)


def find_unfit_dates(file: XmlFile) -> Iterator[Finding]:
    """Report dates that no attribute gives, or that are given in two ways, or end before they begin."""
    for date in _dates(file):
        stated = _NAMES.intersection(map(str, date.attrib))
        if not any(stated and stated <= way for way in _WAYS):
            message = f"the date has {' and '.join(sorted(stated))}" if stated else "the date has no attribute"
            yield Code.DATE_ATTRIBUTES.at(file.where(date), message, _HOW)
        for first, last in (("from", "to"), ("notBefore", "notAfter")):
            start, end = (find_interval(date.get(name, "")) or Interval() for name in (first, last))
            if end.is_before(start):
                message = f'{first}="{date.get(first)}" is later than {last}="{date.get(last)}"'
                yield Code.BACKWARDS.at(file.where(date), message, hint="exchange the two, or correct one")


def find_second_dates(file: XmlFile) -> Iterator[Finding]:
    """Report actions with more dates than one."""
    for letter in letters(file.root):
        for action in actions(letter):
            for date in action.findall(_DATE)[1:]:
                hint = "state one; where the day is not sure, as notBefore and notAfter"
                yield Code.DATE_TWICE.at(file.where(date), "the action has a date before this one", hint)


def find_dates_in_words(file: XmlFile) -> Iterator[Finding]:
    """Note dates whose words only repeat the attribute."""
    for date in _dates(file):
        words = text_of(date)
        if "when" in date.attrib and _DAY_IN_WORDS.fullmatch(words):
            hint = "leave the words out; keep them where they say more, such as 'Easter Sunday'"
            yield Code.DATE_WORDS.at(file.where(date), f"the words are {words!r}", hint)


def _dates(file: XmlFile) -> Iterator[etree._Element]:
    return (date for letter in letters(file.root) for action in actions(letter) for date in action.iterchildren(_DATE))
