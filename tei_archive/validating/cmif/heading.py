"""Rules of what an index says of itself: address, time, editors, licence."""

import re
from collections.abc import Iterator
from typing import Final

from tei_archive.model import Finding
from tei_archive.tei.cmif import LICENCES, is_licence, is_web_address
from tei_archive.tei.names import qualified
from tei_archive.validating.batch import XmlFile
from tei_archive.validating.cmif.parts import publication, text_of
from tei_archive.validating.codes import Code

_EDITORS: Final = "/".join(map(qualified, ("teiHeader", "fileDesc", "titleStmt", "editor")))
_STAMP: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def find_unfit_address(file: XmlFile) -> Iterator[Finding]:
    """Report an `idno` that is no address of the web, or has white space in it or around it."""
    idno = publication(file.root, "idno")
    if idno is None:
        return
    written = "".join(map(str, idno.itertext()))
    if not is_web_address(written.strip()):
        message = f"{text_of(idno)!r} is no address of the web"
        hint = "write the address where the file stands, in full and without blanks: https://…"
        yield Code.ADDRESS_UNFIT.at(file.where(idno), message, hint)
    elif written != written.strip():
        message = "there is white space around the address"
        yield Code.ADDRESS_UNFIT.at(file.where(idno), message, "write it directly behind the tag")


def find_unfit_stamp(file: XmlFile) -> Iterator[Finding]:
    """Report a date of the file without time or zone."""
    date = publication(file.root, "date")
    if date is not None and (when := date.get("when")) is not None and not _STAMP.fullmatch(when):
        message = f"{when} has no time, or no zone"
        hint = f"write a full time stamp, always in the same zone: {when[:10]}T00:00:00+00:00"
        yield Code.STAMP_UNFIT.at(file.where(date), message, hint)


def find_missing_email(file: XmlFile) -> Iterator[Finding]:
    """Report an index of which no editor can be written to."""
    editors = file.root.findall(_EDITORS)
    emails = (email for editor in editors for email in editor.iter(qualified("email")))
    if editors and not any(map(text_of, emails)):
        hint = "write <email>…</email> into an editor: questions about the file go there"
        yield Code.NO_EMAIL.at(file.where(editors[0]), "there is no email of an editor", hint)


def find_unfit_licence(file: XmlFile) -> Iterator[Finding]:
    """Report an index whose licence is missing or does not do."""
    availability = publication(file.root, "availability")
    if availability is None:
        return
    licences = availability.findall(qualified("licence"))
    targets = [target for licence in licences for target in licence.get("target", "").split()]
    if not any(map(is_licence, targets)):
        message = f"{targets[0]} is no such licence" if targets else "there is no licence with an address"
        hint = f'write <licence target="…"> with one of {" and ".join(LICENCES)}'
        yield Code.LICENCE_UNFIT.at(file.where(licences[0] if licences else availability), message, hint)
