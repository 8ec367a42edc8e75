"""References as BibTeX, in UTF-8; biblatex reads them too."""

import re
from collections.abc import Iterable, Iterator

from tei_archive.exporting.citing.reference import Reference
from tei_archive.model import HistoricalDate, Precision

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# What TeX obeys. Braces are written by name: BibTeX counts them even after a backslash.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_OBEYED = re.compile(f"[{re.escape(''.join(_ESCAPES))}]")
_NOT_IN_A_URL = {"\\": "%5C", "{": "%7B", "}": "%7D"}


def as_bibtex(references: Iterable[Reference]) -> str:
    """Give back an entry `@misc` for each reference, with an empty line between them."""
    return "\n".join(map(_entry, references))


def _entry(reference: Reference) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(reference))
    return f"@misc{{{reference.id},\n{fields}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.authors:
        yield "author", _names(reference.authors)
    # The inner braces keep capitals, which many styles would make small.
    yield "title", f"{{{{{_escaped(reference.title)}}}}}"
    if reference.date:
        yield from _date(reference.date)
    yield "howpublished", f"{{In: {_escaped(reference.edition)}}}"
    if reference.editors:
        yield "editor", _names(reference.editors)
    others = {
        "publisher": reference.publisher,
        "version": reference.version,
        "number": reference.number,
        "language": reference.language,
        "type": reference.kind,
        "library": reference.archive,
        "note": "; ".join(filter(None, (_to(reference), reference.note))),
    }
    yield from ((name, f"{{{_escaped(value)}}}") for name, value in others.items() if value)
    if reference.address:
        yield "url", f"{{{_address(reference.address)}}}"


def _date(when: HistoricalDate) -> Iterator[tuple[str, str]]:
    """Give back as much of the date as the day, the month or the year that it is; of other intervals their year."""
    day = when.earliest
    if day.year != when.latest.year:
        return
    yield "year", f"{{{day.year}}}"
    if when.precision in (Precision.DAY, Precision.MONTH):
        yield "month", _MONTHS[day.month - 1]
    if when.precision is Precision.DAY:
        yield "day", f"{{{day.day}}}"


def _to(reference: Reference) -> str:
    return f"to {', '.join(reference.recipients)}" if reference.recipients else ""


def _names(names: tuple[str, ...]) -> str:
    """Give back names that are not taken apart, each in braces of its own."""
    return f"{{{' and '.join(f'{{{_escaped(name)}}}' for name in names)}}}"


def _escaped(text: str) -> str:
    return _OBEYED.sub(lambda found: _ESCAPES[found[0]], text)


def _address(address: str) -> str:
    """Give back an address as biblatex and url.sty take it: to the letter, save for what would end the field."""
    return re.sub(r"[{}\\]", lambda found: _NOT_IN_A_URL[found[0]], address)
