"""Which findings are wanted, and how bad they are: what the command line and the settings of an edition ask for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from tei_archive.errors import Location
from tei_archive.model import Finding, Severity, Validation
from tei_archive.model.folder import PROJECT_FILE
from tei_archive.validating.batch import Batch
from tei_archive.validating.codes import Code
from tei_archive.validating.surroundings import Surroundings

Selections = Mapping[Path | None, Validation]
"""What is wanted of each edition, by its folder, and of the files that lie in none."""

# A file that cannot be read is not checked any further, so that silence about it would be taken for praise.
_ALWAYS: Final = "TA0"


def read_selections(batch: Batch, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Selections:
    """Settle what is wanted of each edition of a batch, and of all else.

    `select` and `ignore` are codes or their beginnings: the one takes the place of that in the settings of an edition,
    the other is added to it. Raises `TeiArchiveError` where no code begins so, or where settings cannot be read.
    """
    asked = Validation(_check(select), _check(ignore))
    editions = dict.fromkeys([None, *(given.edition for given in batch.given)])
    return {edition: _add(asked, _read_settings(edition, batch.around)) for edition in editions}


def apply_selections(findings: Iterable[Finding], batch: Batch, selections: Selections) -> tuple[Finding, ...]:
    """Leave out what is not wanted, and give the rest the severity that its edition wants."""
    editions = {str(given.path): given.edition for given in batch.given}
    placed = ((finding, selections[_find_edition(finding, editions)]) for finding in findings)
    return tuple(_with_severity(finding, wanted) for finding, wanted in placed if _is_wanted(finding.code, wanted))


def _check(beginnings: Iterable[str], where: Location | None = None) -> tuple[str, ...]:
    codes = [code.code for code in Code]
    found = tuple(beginning.upper() for beginning in beginnings)
    for beginning in found:
        if not any(code.startswith(beginning) for code in codes):
            from tei_archive.validating.catalogue import unknown_code  # noqa: PLC0415  # only for one who errs

            families = dict.fromkeys(code[: len(_ALWAYS)] for code in codes)
            raise unknown_code(beginning, "code that begins with", [*codes, *families], where)
    return found


def _read_settings(edition: Path | None, around: Surroundings) -> Validation:
    project = around.project(edition) if edition else None
    if edition is None or project is None:
        return Validation()
    settings = project.validation
    where = Location(str(edition / PROJECT_FILE))
    _check((*settings.select, *settings.ignore, *(code for code, _ in settings.severity)), where)
    return settings


def _add(asked: Validation, settings: Validation) -> Validation:
    return replace(settings, select=asked.select or settings.select, ignore=(*settings.ignore, *asked.ignore))


def _find_edition(finding: Finding, editions: Mapping[str, Path | None]) -> Path | None:
    """Find the edition of a finding, which stands in a file that was given or in a source of the edition."""
    if finding.where.path in editions:
        return editions[finding.where.path]
    path = Path(finding.where.path)
    around = [edition for edition in editions.values() if edition is not None and path.is_relative_to(edition)]
    return max(around, key=lambda edition: len(edition.parts), default=None)


@lru_cache(maxsize=1000)
def _is_wanted(code: str, wanted: Validation) -> bool:
    """Say whether a code is selected: of what it begins with, the longest decides, and of the same, `ignore`."""
    selected = _longest(code, (*wanted.select, _ALWAYS) if wanted.select else ("",))
    ignored = _longest(code, wanted.ignore)
    return selected is not None and (ignored is None or len(selected) > len(ignored))


def _with_severity(finding: Finding, wanted: Validation) -> Finding:
    severity = _find_severity(finding.code, wanted)
    return finding if severity is None else replace(finding, severity=severity)


@lru_cache(maxsize=1000)
def _find_severity(code: str, wanted: Validation) -> Severity | None:
    """Find how bad a code is to an edition, if it says so."""
    severities: Mapping[str, Severity] = dict(wanted.severity)
    return severities.get(_longest(code, severities) or "")


def _longest(code: str, beginnings: Iterable[str]) -> str | None:
    return max((beginning for beginning in beginnings if code.startswith(beginning)), key=len, default=None)
