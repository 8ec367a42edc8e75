"""Files, folders and editions → what is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tei_archive.api.parallel import Effort, check_ahead
from tei_archive.api.validation_report import ValidationReport
from tei_archive.schematron import ENGINES as SCHEMATRON_ENGINES
from tei_archive.validating import (
    Code,
    CodeEntry,
    Memory,
    SchematronChoice,
    apply_selections,
    collect_files,
    explain_codes,
    read_selections,
    validate_files,
)

__all__ = ["FINDING_TITLES", "SCHEMATRON_ENGINES", "CodeEntry", "SchematronChoice", "explain_codes", "validate"]

_USUAL, _EFFORT = SchematronChoice(), Effort()

FINDING_TITLES: Mapping[str, str] = MappingProxyType({code.code: code.docs for code in Code})


def validate(
    paths: Sequence[Path],
    *,
    schemas: Sequence[Path] = (),
    schematron: SchematronChoice = _USUAL,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    effort: Effort = _EFFORT,
) -> ValidationReport:
    """Check files, folders and editions with every layer; `schemas` take the place of ours.

    `schematron` says which phase of the Schematron schemas among them is run, and with which engine. `select` and
    `ignore` are codes, or beginnings of codes, of the findings that are wanted and of those that are not. With an
    `effort` that remembers, what a schema found in a file that has not changed since is taken from the user's cache.
    Raises `TeiArchiveError` where a path does not exist, a schema or settings cannot be used, or no code begins so.
    """
    batch = replace(collect_files(paths, schemas), schematron=schematron, memory=Memory(lasts=effort.remembers))
    selections = read_selections(batch, select, ignore)
    with check_ahead(batch, effort.jobs):
        findings = apply_selections(validate_files(batch), batch, selections)
    return ValidationReport(findings, tuple(given.path for given in batch.given))
