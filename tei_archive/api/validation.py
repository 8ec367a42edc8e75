"""Files, folders and editions → what is wrong with them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tei_archive.api.parallel import Effort, check_ahead
from tei_archive.api.validation_report import ValidationReport
from tei_archive.model import Finding
from tei_archive.schematron import ENGINES as SCHEMATRON_ENGINES
from tei_archive.validating import (
    Batch,
    Memory,
    Outcome,
    Run,
    SchematronChoice,
    apply_selections,
    collect_files,
    read_selections,
)

__all__ = ["SCHEMATRON_ENGINES", "SchematronChoice", "validate"]

_USUAL, _EFFORT = SchematronChoice(), Effort()


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
    `effort` that remembers, what was found in files that have not changed since is taken from the user's cache.
    Raises `TeiArchiveError` where a path does not exist, a schema or settings cannot be used, or no code begins so.
    """
    batch = replace(collect_files(paths, schemas), schematron=schematron, memory=Memory(lasts=effort.remembers))
    selections = read_selections(batch, select, ignore)
    found = _recall(batch, effort) if effort.remembers else _find(batch, effort).findings
    return ValidationReport(apply_selections(found, batch, selections), tuple(given.path for given in batch.given))


def _recall(batch: Batch, effort: Effort) -> tuple[Finding, ...]:
    """Take over what an earlier run has found, or find it and remember it."""
    run = Run(batch)
    known = run.recall()
    if known is not None:
        return known
    outcome = _find(batch, effort)
    run.keep(outcome.batch, outcome.findings)
    return outcome.findings


def _find(batch: Batch, effort: Effort) -> Outcome:
    from tei_archive.validating.layers import validate_files  # noqa: PLC0415  # most of the program, for a new file

    with check_ahead(batch, effort.jobs):
        return validate_files(batch)
