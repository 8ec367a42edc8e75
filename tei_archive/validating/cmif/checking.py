"""The order of the checks: parse, look at the root, then the structure and every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_archive.errors import Location
from tei_archive.model import Finding
from tei_archive.tei.names import qualified
from tei_archive.validating.batch import Given, XmlFile
from tei_archive.validating.cmif.online import Ask, Fetch, find_flaws_of_places, find_flaws_of_serving
from tei_archive.validating.cmif.registration import find_other_address, find_what_went_back
from tei_archive.validating.cmif.rules import RULES
from tei_archive.validating.cmif.structure import find_flaws_of_structure
from tei_archive.validating.codes import Code
from tei_archive.validating.parsing import parse, parse_bytes


@dataclass(frozen=True, slots=True)
class Registration:
    """What correspSearch knows of an index: its address, and the version that it has; None where that is not said."""

    url: str | None = None
    previous: Path | None = None


_NOTHING_KNOWN = Registration()


def check_file(path: Path, registration: Registration = _NOTHING_KNOWN) -> tuple[Finding, ...]:
    """Check an index; give back the findings by line and column. A file that cannot be read is a finding."""
    try:
        content = path.read_bytes()
    except OSError as error:
        where = Location(str(path))
        return (Code.UNREADABLE.at(where, f"cannot be read: {error.strerror}", "check the path and its permissions"),)
    return check_bytes(path, content, registration)


def check_bytes(path: Path, content: bytes, registration: Registration = _NOTHING_KNOWN) -> tuple[Finding, ...]:
    """Check an index that is not written yet, and is to be written to the path."""
    found: list[Finding] = []
    for result in parse_bytes(Given(path), content):
        found += _check(result, content, registration) if isinstance(result, XmlFile) else (result,)
    return _sort(found)


def check_online(path: Path, ask: Ask, fetch: Fetch, url: str | None = None) -> tuple[Finding, ...]:
    """Check what only the network can tell: whether the address gives the file, and what GeoNames has of the places."""
    files = [file for file in parse(Given(path)) if isinstance(file, XmlFile)]
    found = (
        (*find_flaws_of_serving(file, url, ask), *find_flaws_of_places(file, fetch)) for file in files if _is_tei(file)
    )
    return _sort(finding for findings in found for finding in findings)


def _check(file: XmlFile, content: bytes, registration: Registration) -> Iterator[Finding]:
    if not _is_tei(file):
        message = f"the outermost element is {file.root.tag}"
        hint = 'an index begins with <TEI xmlns="http://www.tei-c.org/ns/1.0">'
        yield Code.NOT_TEI.at(file.where(file.root), message, hint)
        return
    yield from find_flaws_of_structure(file.path, content)
    for rule in RULES.values():
        yield from rule(file)
    if registration.url is not None:
        yield from find_other_address(file, registration.url)
    if registration.previous is not None:
        yield from find_what_went_back(file, registration.previous)


def _is_tei(file: XmlFile) -> bool:
    return bool(file.root.tag == qualified("TEI"))


def _sort(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda finding: (finding.where.line or 0, finding.where.column or 0, finding.code),
        )
    )
