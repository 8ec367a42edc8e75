"""What is known of an index from its registration: its address, and the version that correspSearch has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.model import Finding
from tei_archive.validating.batch import XML_ID, Given, XmlFile
from tei_archive.validating.cmif.parts import editions, publication, text_of
from tei_archive.validating.codes import Code
from tei_archive.validating.parsing import parse

_ZONE: Final = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")


def find_other_address(file: XmlFile, url: str) -> Iterator[Finding]:
    """Report an address in the file that is not the one registered, to the letter."""
    idno = publication(file.root, "idno")
    if idno is not None and text_of(idno) != url:
        message = f"idno has {text_of(idno)}, registered is {url}"
        hint = "write the registered address into idno, to the letter: http or https, www or not, and the last slash"
        yield Code.ADDRESS_DIFFERS.at(file.where(idno), message, hint)


def find_what_went_back(file: XmlFile, previous: Path) -> Iterator[Finding]:
    """Report what keeps correspSearch from taking a file in the place of a version before, or makes it lose the links.

    The same bytes are no new version. Raises `TeiArchiveError` where the version before cannot be read.
    """
    before = _read(previous)
    if before.checksum != file.checksum:
        yield from _compare_stamps(file, before.root)
        yield from _compare_ids(file, before.root)


def _read(previous: Path) -> XmlFile:
    for result in parse(Given(previous)):
        if isinstance(result, XmlFile):
            return result
    raise TeiArchiveError("the version before cannot be read", Location(str(previous)), "name the file as it was")


def _compare_stamps(file: XmlFile, before: etree._Element) -> Iterator[Finding]:
    date, former = publication(file.root, "date"), publication(before, "date")
    if date is None or former is None:
        return
    now, then = date.get("when", ""), former.get("when", "")
    if now <= then:
        message = f"{now} is not greater than {then}, which the version before has"
        hint = "give the new version a later time: correspSearch compares the two as strings, and leaves the new file"
        yield Code.STAMP_NOT_LATER.at(file.where(date), message, hint)
    elif _zone(now) != _zone(then):
        message = f"the version before has its time in another zone: {then}"
        yield Code.STAMP_UNFIT.at(file.where(date), message, "keep to one zone, best +00:00, for ever")


def _compare_ids(file: XmlFile, before: etree._Element) -> Iterator[Finding]:
    now = {bibl.get(XML_ID) for bibl in editions(file.root)}
    gone = sorted({words for bibl in editions(before) if (words := bibl.get(XML_ID)) and words not in now})
    if gone:
        place = next(iter(editions(file.root)), file.root)
        message = f"the version before has an edition with the id {', '.join(gone)}"
        yield Code.BIBL_ID_CHANGED.at(file.where(place), message, "give the edition its id again: it never changes")


def _zone(stamp: str) -> str:
    found = _ZONE.search(stamp)
    return found[0] if found else ""
