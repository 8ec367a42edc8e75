"""The layers of the validator, in their order."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from tei_archive.model import Finding
from tei_archive.validating.batch import Batch, Layer, Outcome
from tei_archive.validating.kept_findings import Memory
from tei_archive.validating.lossless import check_lossless
from tei_archive.validating.rules import check_rules
from tei_archive.validating.schema import check_schema
from tei_archive.validating.schema_choice import choose_schemas
from tei_archive.validating.schematron import check_schematron
from tei_archive.validating.well_formed import check_well_formed

_FIRST_OF_SCHEMAS: Final = "schema"

# In this order: each layer looks at the files that the one before has let pass. The schemas come last, since other
# processes may still be running them.
LAYERS: Final[Mapping[str, Layer]] = MappingProxyType(
    {
        "well-formed": check_well_formed,
        "schema choice": choose_schemas,
        "rules": check_rules,
        "lossless": check_lossless,
        _FIRST_OF_SCHEMAS: check_schema,
        "schematron": check_schematron,
    }
)


def validate_files(batch: Batch) -> Outcome:
    """Check the files of a batch with every layer; give back the findings by file, line and column, and the files.

    Raises `TeiArchiveError` where a schema or the settings of an edition cannot be used.
    """
    findings: list[Finding] = []
    for name, layer in LAYERS.items():
        if name == _FIRST_OF_SCHEMAS:
            _share(batch)
        outcome = layer(batch)
        findings += outcome.findings
        batch = outcome.batch
    return Outcome(tuple(sorted(dict.fromkeys(findings), key=_place)), batch)


def _share(batch: Batch) -> None:
    """Have in memory what the schemas find: in some files other processes have looked, in all others this one does."""
    for paths in batch.memory.take_over():
        part = replace(batch, files=tuple(file for file in batch.files if file.path in paths))
        for layer in (check_schema, check_schematron):
            layer(part)


def check_against_schemas(batch: Batch) -> Memory:
    """Check the files of a batch with their schemas alone; give back the memory of what was found.

    Raises `TeiArchiveError` where a schema cannot be used.
    """
    for layer in (check_well_formed, choose_schemas, check_schema, check_schematron):
        batch = layer(batch).batch
    return batch.memory


def _place(finding: Finding) -> tuple[str, int, int, str]:
    return finding.where.path, finding.where.line or 0, finding.where.column or 0, finding.code
