"""Authority files: which of the ids that a register has for a person or a place CMIF takes, and in which form."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tei_archive.exporting.authorities import Authority, complete
from tei_archive.model import Entry, Registers
from tei_archive.tei.cmif import geonames_number, is_authority

TAKEN: Final = (Authority.GND, Authority.VIAF, Authority.BNF, Authority.LCCN, Authority.NDL)
"""The files from which CMIF takes the ids of persons and organisations; of several ids the first of these is taken."""

_WEB: Final = re.compile(r"https?://\S+")
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
    """Give back the address of a person or body in a file that CMIF takes, the GND's where there are more."""
    taken = [address for address in known_ids(pointers, index) if is_authority(address)]
    return min(taken, key=_rank, default=None)


def find_geonames(pointers: str | None, index: Index) -> str | None:
    """Give back the address of a place in GeoNames, in the one form that CMIF takes."""
    found = (complete(Authority.GEONAMES.value, address) for address in known_ids(pointers, index))
    return next((address for address in found if address and geonames_number(address)), None)


def _complete(kind: str, value: str) -> str:
    """An `idno` holds an address, or the mere id."""
    return complete(kind, value) or (value if _WEB.fullmatch(value) else f"{kind}:{value}")


def _rank(address: str) -> int:
    return next((number for number, known in enumerate(TAKEN) if known.address("", address)), len(TAKEN))
