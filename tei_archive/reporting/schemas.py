"""The schemas that are kept, for people and for programs."""

from collections.abc import Sequence

from tei_archive.api import KeptSchema
from tei_archive.reporting.json_text import json_text
from tei_archive.reporting.words import visible


def added_schema_text(schema: KeptSchema) -> str:
    """Say what was kept, and how it is used."""
    return f"Kept: {schema.name}, from {visible(schema.origin or '')}\n  use it with: --schema {schema.name}"


def schemas_text(schemas: Sequence[KeptSchema]) -> str:
    """Give a line a schema: its name and its file."""
    if not schemas:
        return "No schema is kept. To fetch one: tei-archive schema add tei_all"
    width = max(len(schema.name) for schema in schemas)
    return "\n".join(f"{schema.name:<{width}}  {visible(str(schema.path))}" for schema in schemas)


def schemas_json(schemas: Sequence[KeptSchema]) -> str:
    """Give the names and files as JSON."""
    return json_text([{"name": schema.name, "file": str(schema.path)} for schema in schemas])
