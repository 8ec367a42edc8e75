"""Rules of names: that they say something, and that their ids are of files that correspSearch knows."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_archive.model import Finding
from tei_archive.tei.cmif import UNKNOWN, geonames_number, is_authority, means_unknown
from tei_archive.tei.names import local_name, qualified
from tei_archive.validating.batch import XmlFile
from tei_archive.validating.cmif.parts import text_of
from tei_archive.validating.codes import Code

_PARTIES: Final = (qualified("persName"), qualified("orgName"))
_PLACE: Final = qualified("placeName")
_GEONAMES: Final = re.compile(r"geonames\.org/(\d+)")
_TAKEN: Final = "taken are GND (d-nb.info/gnd/), VIAF, BnF, LC (lccn.loc.gov) and NDL, each as the address of one entry"


def find_flaws_of_names(file: XmlFile) -> Iterator[Finding]:
    """Report names without text, and parties that are not known and are not called `Unknown`."""
    for name in file.root.iter(*_PARTIES):
        words = text_of(name)
        if not words:
            hint = f"write the name, or {UNKNOWN}"
            yield Code.NAME_EMPTY.at(file.where(name), f"<{local_name(name)}> is empty", hint)
        elif words != UNKNOWN and means_unknown(words):
            yield Code.UNKNOWN_WORD.at(file.where(name), f"the name is {words!r}", f"write {UNKNOWN}")
    for name in file.root.iter(_PLACE):
        if not text_of(name):
            yield Code.NAME_EMPTY.at(file.where(name), "<placeName> is empty", "write the name, or leave it out")


def find_unfit_authorities(file: XmlFile) -> Iterator[Finding]:
    """Report ids of persons and organisations that are in none of the files that count."""
    for name in file.root.iter(*_PARTIES):
        for address in _refs(name):
            if not is_authority(address):
                yield Code.AUTHORITY_UNFIT.at(file.where(name), f"{address} is no id that is taken", _TAKEN)


def find_unfit_places(file: XmlFile) -> Iterator[Finding]:
    """Report ids of places that are not those of GeoNames, or are the address of a page there."""
    for name in file.root.iter(_PLACE):
        for address in _refs(name):
            if geonames_number(address) is None:
                found = _GEONAMES.search(address)
                number = found[1] if found else "2950159"
                hint = f"{'write' if found else 'write it as'} https://www.geonames.org/{number}"
                yield Code.PLACE_UNFIT.at(file.where(name), f"{address} is no id of GeoNames", hint)


def _refs(name: etree._Element) -> list[str]:
    """The ids of a name; a `ref` without any is as good as none for a grammar, and not for a reader."""
    return name.get("ref", "").split()
