"""Authority files: the address of a register entry in each, whether the register has the address or the bare number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from tei_archive.model import Entry


@dataclass(frozen=True, slots=True)
class _Form:
    """How addresses of an authority file begin, in which other ways they are written, and its numbers."""

    base: str
    written: str
    number: str


class Authority(Enum):
    """The authority files that are known; values are the words of `idno/@type`, in lower case."""

    GND = "gnd"
    VIAF = "viaf"
    BNF = "bnf"
    LCCN = "lccn"
    NDL = "ndl"
    WIKIDATA = "wikidata"
    GEONAMES = "geonames"
    TGN = "tgn"

    def address(self, type_: str, value: str) -> str | None:
        """Give back the address that an `idno` gives; None where it belongs to another file, or is none of its numbers.

        A bare number counts where the type names this file.
        """
        form = _FORMS[self]
        prefix = f"(?:https?://(?:www\\.)?{form.written})" + ("?" if type_.strip().lower() == self.value else "")
        found = re.fullmatch(f"{prefix}(?P<number>{form.number})(?:\\.html|/\\S*)?", value.strip())
        return f"{form.base}{found['number']}" if found else None


_FORMS = {
    Authority.GND: _Form("https://d-nb.info/gnd/", r"d-nb\.info/gnd/", r"[0-9][0-9-]{1,11}[0-9X]"),
    Authority.VIAF: _Form("https://viaf.org/viaf/", r"viaf\.org/viaf/", r"[0-9]{1,22}"),
    Authority.BNF: _Form("https://catalogue.bnf.fr/ark:/12148/", r"catalogue\.bnf\.fr/ark:/12148/", r"cb\w{1,12}"),
    Authority.LCCN: _Form("https://lccn.loc.gov/", r"lccn\.loc\.gov/", r"[a-z]{0,3}[0-9]{8,10}"),
    Authority.NDL: _Form("https://id.ndl.go.jp/auth/ndlna/", r"id\.ndl\.go\.jp/auth/ndlna/", r"[0-9]{1,12}"),
    Authority.WIKIDATA: _Form("http://www.wikidata.org/entity/", r"wikidata\.org/(?:entity|wiki)/", r"Q[0-9]{1,12}"),
    Authority.GEONAMES: _Form("https://www.geonames.org/", r"(?:sws\.)?geonames\.org/", r"[0-9]{1,12}"),
    Authority.TGN: _Form("http://vocab.getty.edu/tgn/", r"vocab\.getty\.edu/(?:page/)?tgn/", r"[0-9]{1,12}"),
}


def complete(type_: str, value: str) -> str | None:
    """Give back the address that an `idno` gives, in the one form of its authority file; None where none is known."""
    found = (authority.address(type_, value) for authority in Authority)
    return next(filter(None, found), None)


def address_in(entry: Entry, authority: Authority) -> str | None:
    """Give back the first address of an entry in an authority file; None where the register gives none."""
    found = (authority.address(type_, value) for type_, value in entry.authorities)
    return next(filter(None, found), None)


def number_in(entry: Entry, authority: Authority) -> str | None:
    """Give back the number of an entry in an authority file; None where the register gives none."""
    address = address_in(entry, authority)
    return address.rpartition("/")[2] if address else None


def other_ids(entry: Entry, columns: tuple[Authority, ...]) -> Iterator[str]:
    """Give back what stands in none of the columns, as `type: value`."""
    shown = {address_in(entry, authority) for authority in columns}
    for type_, value in entry.authorities:
        addresses = {authority.address(type_, value) for authority in columns} - {None}
        if not addresses or not addresses <= shown:
            yield f"{type_}: {value}" if type_ else value
