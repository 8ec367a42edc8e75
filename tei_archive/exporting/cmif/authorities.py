"""Authority files: which of the ids that a register has for a person or a place CMIF takes, and in which form."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from tei_archive.model import Entry, Registers
from tei_archive.tei.cmif import geonames_number, is_authority

ADDRESSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "gnd": "https://d-nb.info/gnd/",
        "viaf": "https://viaf.org/viaf/",
        "bnf": "https://catalogue.bnf.fr/ark:/12148/",
        "lccn": "https://lccn.loc.gov/",
        "ndl": "https://id.ndl.go.jp/auth/ndlna/",
        "geonames": "https://www.geonames.org/",
    }
)
"""How an id is completed that has no address, by the type that its `idno` has in the register."""

_WEB: Final = re.compile(r"https?://\S+")
_GEONAMES_PAGE: Final = re.compile(r"(https?://(?:www|sws)\.geonames\.org/\d+)(?:/\S*)?")

Index = Mapping[str, Entry]
"""The entries of the registers by the pointer that documents use: `pers:flavia`."""


def index_registers(registers: Registers) -> Index:
    """Give back the entries by their pointers."""
    lists = {"pers": registers.persons, "org": registers.organisations, "place": registers.places}
    return {f"{prefix}:{entry.id}": entry for prefix, entries in lists.items() for entry in entries}


def find_entry(pointers: str | None, index: Index) -> Entry | None:
    """Give back the first entry of the registers that a `ref` leads to."""
    return next((index[pointer] for pointer in (pointers or "").split() if pointer in index), None)


def known_ids(pointers: str | None, index: Index) -> Iterator[str]:
    """Give back the addresses that are known for a name: those in its `ref`, and those of its entry."""
    yield from (pointer for pointer in (pointers or "").split() if _WEB.fullmatch(pointer))
    if entry := find_entry(pointers, index):
        yield from (_complete(kind, value) for kind, value in entry.authorities)


def find_authority(pointers: str | None, index: Index) -> str | None:
    """Give back the address of a person or body in an authority file that CMIF takes, the GND's where there are more.

    The order is that of the table above: it is the same from run to run.
    """
    taken = [address for address in known_ids(pointers, index) if is_authority(address)]
    return min(taken, key=_rank, default=None)


def find_geonames(pointers: str | None, index: Index) -> str | None:
    """Give back the address of a place in GeoNames, in the one form that CMIF takes."""
    for address in known_ids(pointers, index):
        page = _GEONAMES_PAGE.fullmatch(address)
        if page and (number := geonames_number(page[1])):
            return f"{ADDRESSES['geonames']}{number}"
    return None


def _complete(kind: str, value: str) -> str:
    """An `idno` holds an address, or the mere id."""
    return value if _WEB.fullmatch(value) else ADDRESSES.get(kind.casefold(), f"{kind}:") + value


def _rank(address: str) -> int:
    hosts = [known.removeprefix("https://").split("/")[0] for known in ADDRESSES.values()]
    return next(number for number, host in enumerate(hosts) if f"//{host}/" in address)
