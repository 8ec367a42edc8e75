"""References as RIS, the form that most reference managers exchange."""

from collections.abc import Iterable, Iterator

from tei_archive.exporting.citing.reference import Reference
from tei_archive.model import HistoricalDate, Precision

_END = "\r\n"


def as_ris(references: Iterable[Reference]) -> str:
    """Give back a reference of type PCOMM (personal communication) for each; lines end as the format asks."""
    return "".join(f"{tag}  - {value}{_END}" for reference in references for tag, value in _lines(reference))


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "PCOMM"
    yield "ID", reference.id
    yield "TI", reference.title
    yield from (("AU", name) for name in reference.authors)
    yield from (("A2", name) for name in reference.recipients)
    if reference.date:
        yield from _date(reference.date)
    yield "T2", reference.edition
    yield from (("ED", name) for name in reference.editors)
    others = {
        "PB": reference.publisher,
        "ET": reference.version,
        "M1": reference.number,
        "M3": reference.kind,
        "LA": reference.language,
        "AV": reference.archive,
        "UR": reference.address,
        "N1": reference.note,
    }
    yield from ((tag, value) for tag, value in others.items() if value)
    yield "ER", ""


def _date(when: HistoricalDate) -> Iterator[tuple[str, str]]:
    """Give back the year and the date as `year/month/day/`, as much of it as is known."""
    if when.earliest.year != when.latest.year:
        return
    known = when.earliest.isoformat().split("-")[: {Precision.DAY: 3, Precision.MONTH: 2}.get(when.precision, 1)]
    yield "PY", known[0]
    yield "DA", "/".join([*known, "", "", ""][:3]) + "/"
