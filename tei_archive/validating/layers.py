"""The layers of the validator, in their order."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tei_archive.model import Finding
from tei_archive.validating.batch import Batch, Layer, Outcome
from tei_archive.validating.rules import check_rules
from tei_archive.validating.schema import check_schema
from tei_archive.validating.schema_choice import choose_schemas
from tei_archive.validating.schematron import check_schematron
from tei_archive.validating.sharing import take_over_schemas
from tei_archive.validating.well_formed import check_well_formed


def _check_lossless(batch: Batch) -> Outcome:
    """Compare with the sources; only editions have any."""
    if not any(group.edition for group in batch.groups):
        return Outcome((), batch)
    from tei_archive.validating.lossless import check_lossless  # noqa: PLC0415

    return check_lossless(batch)


# In this order: each layer looks at the files that the one before has let pass. The schemas come last, since other
# processes may still be running them.
LAYERS: Final[Mapping[str, Layer]] = MappingProxyType(
    {
        "well-formed": check_well_formed,
        "schema choice": choose_schemas,
        "rules": check_rules,
        "lossless": _check_lossless,
        "shared schemas": take_over_schemas,
        "schema": check_schema,
        "schematron": check_schematron,
    }
)


def validate_files(batch: Batch) -> Outcome:
    """Check the files of a batch with every layer; give back the findings by file, line and column, and the files.

    Raises `TeiArchiveError` where a schema or the settings of an edition cannot be used.
    """
    findings: list[Finding] = []
    for layer in LAYERS.values():
        outcome = layer(batch)
        findings += outcome.findings
        batch = outcome.batch
    return Outcome(tuple(sorted(dict.fromkeys(findings), key=_place)), batch)


def _place(finding: Finding) -> tuple[str, int, int, str]:
    return finding.where.path, finding.where.line or 0, finding.where.column or 0, finding.code
