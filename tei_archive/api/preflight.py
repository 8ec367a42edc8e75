"""An index of letters in CMIF → what correspSearch would refuse or warn of, before it is registered."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tei_archive.api.validation_report import ValidationReport
from tei_archive.errors import ExportError, Location, TeiArchiveError
from tei_archive.exporting import Format, LetterIndex, OutputFile
from tei_archive.model import Finding, Severity
from tei_archive.validating import cmif

_GEONAMES = "https://sws.geonames.org"
_MIRROR = "TEI_ARCHIVE_GEONAMES"


def preflight(
    path: Path, *, url: str | None = None, previous: Path | None = None, online: bool = False
) -> ValidationReport:
    """Check an index of letters, whoever made it.

    `url` is the address under which it is registered, `previous` the version that correspSearch has. With `online`, the
    address is asked for, and GeoNames for each place. Raises `TeiArchiveError` where there is no such file, or the
    version before cannot be read.
    """
    for file in filter(None, (path, previous)):
        if not file.is_file():
            raise TeiArchiveError("there is no such file", Location(str(file)), hint="name an index of letters in CMIF")
    findings = cmif.check_file(path, cmif.Registration(url, previous))
    if online:
        findings += cmif.check_online(path, _ask, _fetch, url)
    return ValidationReport(findings, (path,))


def refuse_unfit(form: Format, files: Sequence[OutputFile], folder: Path) -> None:
    """Raise `ExportError` where an index that was made of the edition in the folder would not pass the preflight."""
    for file in files if isinstance(form, LetterIndex) else ():
        found = cmif.check_bytes(Path(file.path), file.content)
        worst = [finding for finding in found if finding.severity is not Severity.NOTE]
        if worst:
            raise _refusal(worst, folder)


def find_setbacks(form: Format, file: OutputFile, out: Path) -> tuple[str, ...]:
    """Say what would keep correspSearch from taking a file that is about to be written over an earlier index."""
    if not isinstance(form, LetterIndex) or not out.is_file():
        return ()
    try:
        found = cmif.check_bytes(out, file.content, cmif.Registration(previous=out))
    except TeiArchiveError:  # the file there is broken, and is about to be mended
        return ()
    return tuple(f"{finding.message}; {finding.hint}" for finding in found)


def _refusal(findings: Sequence[Finding], folder: Path) -> ExportError:
    first, more = findings[0], len(findings) - 1
    others = f" (and {more} more)" if more else ""
    message = f"the index would not pass the preflight: {first.code} {first.message}{others}"
    return ExportError(message, Location(str(folder)), hint=first.hint)


def _ask(address: str) -> cmif.Served:
    """Load what is needed for the network only where it is asked."""
    from tei_archive.fetching import ask  # noqa: PLC0415

    head = ask(address)
    return cmif.Served(head.status, head.last_modified)


def _fetch(number: str) -> bytes:
    from tei_archive.fetching import fetch  # noqa: PLC0415

    return fetch(f"{os.environ.get(_MIRROR, _GEONAMES)}/{number}/about.rdf", "check the connection")
