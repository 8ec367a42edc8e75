"""What only the network can tell: whether an address gives the file, and what GeoNames has under the id of a place.

The network is not asked here: whoever checks brings two functions that do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tei_archive.errors import TeiArchiveError
from tei_archive.model import Finding
from tei_archive.tei.cmif import geonames_number, is_web_address
from tei_archive.tei.names import qualified
from tei_archive.validating.batch import XmlFile
from tei_archive.validating.cmif.parts import publication, text_of
from tei_archive.validating.codes import Code

_ONTOLOGY: Final = "{http://www.geonames.org/ontology#}"
_RESOURCE: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
# P: city, town, village (geonames.org/export/codes.html).
_POPULATED: Final = "P"
_OK: Final = 200


@dataclass(frozen=True, slots=True)
class Served:
    """What a server says of an address: the status, and when the file was last changed."""

    status: int
    last_modified: str | None = None


Ask = Callable[[str], Served]
"""Ask for the head of an address; raises `TeiArchiveError` where no server answers."""

Fetch = Callable[[str], bytes]
"""Fetch what GeoNames has of a place, by its number, as RDF; raises `TeiArchiveError` where it cannot be had."""


def find_flaws_of_serving(file: XmlFile, url: str | None, ask: Ask) -> Iterator[Finding]:
    """Report that the address, or else that in the file, does not give a file, or does not say how old it is."""
    idno = publication(file.root, "idno")
    place = file.where(file.root if idno is None else idno)
    address = url or ("" if idno is None else text_of(idno))
    if not is_web_address(address):
        return
    try:
        served = ask(address)
    except TeiArchiveError as error:
        yield Code.NOT_ASKED.at(place, f"{address} could not be asked: {error.message}", "try again when online")
        return
    if served.status != _OK:
        message = f"{address} answers with the status {served.status}"
        yield Code.NOT_SERVED.at(place, message, "put the file there, readable for everybody")
    elif served.last_modified is None:
        hint = "let the server send Last-Modified, as it does for plain files"
        yield Code.NO_LAST_MODIFIED.at(place, f"{address} is served without Last-Modified", hint)


def find_flaws_of_places(file: XmlFile, fetch: Fetch) -> Iterator[Finding]:
    """Report places whose name is not that of GeoNames, and those that are no towns. Each id is asked for once."""
    places: dict[str, list[etree._Element]] = {}
    for name in file.root.iter(qualified("placeName")):
        if number := geonames_number(name.get("ref", "").strip()):
            places.setdefault(number, []).append(name)
    for number, names in places.items():
        try:
            known = _read(fetch(number))
        except (TeiArchiveError, etree.XMLSyntaxError) as error:
            place = file.where(names[0])
            yield Code.NOT_ASKED.at(
                place, f"GeoNames could not be asked for {number}: {error}", "try again when online"
            )
            continue
        yield from _compare(file, names, known)


@dataclass(frozen=True, slots=True)
class _Known:
    """What GeoNames has of a place."""

    name: str
    german: tuple[str, ...]
    kind: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names that count: correspSearch compares with the German ones, where there are any."""
        return (self.name, *self.german)


def _read(rdf: bytes) -> _Known:
    root = etree.fromstring(rdf, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))
    name, kind = root.find(f".//{_ONTOLOGY}name"), root.find(f".//{_ONTOLOGY}featureClass")
    german = [
        text_of(element)
        for element in root.iter(f"{_ONTOLOGY}officialName", f"{_ONTOLOGY}alternateName")
        if element.get(_LANGUAGE) == "de"
    ]
    address = "" if kind is None else kind.get(_RESOURCE, "")
    return _Known("" if name is None else text_of(name), tuple(german), address.rpartition("#")[2])


def _compare(file: XmlFile, names: list[etree._Element], known: _Known) -> Iterator[Finding]:
    if known.kind != _POPULATED:
        message = f"GeoNames has {known.name} in the feature class {known.kind or 'of nothing'}, not {_POPULATED}"
        yield Code.PLACE_CLASS.at(file.where(names[0]), message, "take the id of the town, not of what surrounds it")
    firsts: Mapping[str, etree._Element] = {text_of(name): name for name in reversed(names)}
    for words, element in firsts.items():
        if words not in known.names:
            message = f"{words!r} is called {' or '.join(dict.fromkeys(known.names))} in GeoNames"
            yield Code.PLACE_NAME.at(file.where(element), message, "write the name of GeoNames, or correct the id")
