"""Dates of the index: Gregorian days, months, years and intervals, the open ones too, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from tei_archive.model import ActionType, Certainty, Evidence, Reserve
from tei_archive.tei.building import Element, build
from tei_archive.tei.claims import read_claim
from tei_archive.tei.cmif import has_date_form
from tei_archive.tei.dates import date_attributes, parse_date, read_date
from tei_archive.tei.names import qualified

_TAKEN = ("when", "from", "to", "notBefore", "notAfter")


def encode_date(description: etree._Element | None, type_: ActionType) -> Element | None:
    """Give back the first date of an act that can be stated, with what makes it doubtful; None where there is none.

    A day that is counted in Old Style stands there as its Gregorian one, a question mark or "about" as low certainty.
    """
    for element in find_dates(description, type_):
        if days := _days(element):
            claim = read_claim(element, days, "")
            found = read_date(element)
            is_doubted = found is not None and found.reserve is not Reserve.NONE
            doubt = "low" if is_doubted or claim.certainty is Certainty.LOW else None
            concluded = "conjecture" if claim.evidence is Evidence.CONJECTURE else None
            return build("date", {**days, "cert": doubt, "evidence": concluded})
    return None


def find_dates(description: etree._Element | None, type_: ActionType) -> Iterator[etree._Element]:
    """Give back the dates of all actions of the type, those of copies last."""
    if description is None:
        return
    actions = [action for action in description.iter(qualified("correspAction")) if action.get("type") == type_]
    for action in sorted(actions, key=lambda action: action.get("subtype") == "cc"):
        yield from action.iterfind(qualified("date"))


def _days(element: etree._Element) -> Mapping[str, str]:
    found = read_date(element)
    if found is not None:
        return {name: value for name, value in date_attributes(found).items() if name in _TAKEN}
    return _open_interval(element)


def _open_interval(element: etree._Element) -> Mapping[str, str]:
    """The one end that is known of an interval: of two ends that do not fit together neither is believed."""
    stated = [(name, element.get(name) or element.get(f"{name}-iso")) for name in _TAKEN]
    ends = [(name, value[:10]) for name, value in stated if value]
    if len(ends) != 1:
        return {}
    name, day = ends[0]
    is_day = has_date_form(day) and parse_date({"when": day}) is not None
    return {name: day} if is_day else {}
