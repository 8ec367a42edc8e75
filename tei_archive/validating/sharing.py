"""The schemas shared among processes: what the others do, and a layer that takes it over."""

from dataclasses import replace

from tei_archive.validating.batch import Batch, Outcome
from tei_archive.validating.kept_findings import Memory
from tei_archive.validating.schema import check_schema
from tei_archive.validating.schema_choice import choose_schemas
from tei_archive.validating.schematron import check_schematron
from tei_archive.validating.well_formed import check_well_formed


def check_against_schemas(batch: Batch) -> Memory:
    """Check the files of a batch with their schemas alone; give back the memory of what was found.

    Raises `TeiArchiveError` where a schema cannot be used.
    """
    for layer in (check_well_formed, choose_schemas, check_schema, check_schematron):
        batch = layer(batch).batch
    return batch.memory


def take_over_schemas(batch: Batch) -> Outcome:
    """Have in memory what the schemas find: in some files other processes have looked, in all others this one does.

    Raises `TeiArchiveError` where a schema that the user names cannot be used.
    """
    for paths in batch.memory.take_over():
        files, large = (tuple(file for file in files if file.path in paths) for files in (batch.files, batch.large))
        part = replace(batch, files=files, large=large)
        for layer in (check_schema, check_schematron):
            layer(part)
    return Outcome((), batch)
