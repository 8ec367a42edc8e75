"""References as CSL-JSON (Citation Style Language, schema 1.0.2), as Zotero, pandoc and citeproc read it."""

import json
from collections.abc import Iterable, Mapping
from datetime import date

from tei_archive.exporting.citing.reference import Reference
from tei_archive.model import HistoricalDate, Precision

_PARTS = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}


def as_csl_json(references: Iterable[Reference]) -> str:
    """Give back the references as one list; names are literal, since where a surname begins is not known.

    `issued` is the date of the document, `available-date` that of the edition.
    """
    return json.dumps([_item(reference) for reference in references], ensure_ascii=False, indent=2) + "\n"


def _item(reference: Reference) -> Mapping[str, object]:
    fields: dict[str, object] = {
        "id": reference.id,
        "type": "personal_communication",
        "title": reference.title,
        "author": _names(reference.authors),
        "recipient": _names(reference.recipients),
        "issued": _issued(reference),
        "genre": reference.kind,
        "number": reference.number,
        "language": reference.language,
        "archive_location": reference.archive,
        "container-title": reference.edition,
        "editor": _names(reference.editors),
        "publisher": reference.publisher,
        "version": reference.version,
        "available-date": {"date-parts": [_parts(date.fromisoformat(reference.released), 3)]}
        if reference.released
        else None,
        "URL": reference.address,
    }
    return {name: value for name, value in fields.items() if value}


def _names(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"literal": name} for name in names]


def _issued(reference: Reference) -> Mapping[str, object] | None:
    if reference.date is None:
        return None
    issued: dict[str, object] = {"date-parts": _date_parts(reference.date)}
    return {**issued, "circa": True} if reference.is_uncertain else issued


def _date_parts(when: HistoricalDate) -> list[list[int]]:
    """Give back one date, or the first and the last day of an interval that is neither a month nor a year."""
    length = _PARTS.get(when.precision)
    return [_parts(when.earliest, length)] if length else [_parts(day, 3) for day in (when.earliest, when.latest)]


def _parts(day: date, length: int) -> list[int]:
    return [day.year, day.month, day.day][:length]
