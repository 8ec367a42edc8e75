"""`tei-archive export json`: an encoded edition → one JSON document."""

from pathlib import Path

import click

from tei_archive import exporting
from tei_archive.cli.export.writing import edition_argument, file_option, write
from tei_archive.cli.options import quiet_option

_HELP = """Make one JSON document: the edition, every letter with all its values and their evidence, the registers.

\b
Examples:
  tei-archive export json my-edition --out edition.json
  tei-archive export json my-edition | jq '.letters[].title'

The form is described by schemas/edition.schema.json (JSON Schema 2020-12).

Exit code: 0 written, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@file_option
@quiet_option
def json(edition: Path, out: Path | None, quiet: bool) -> None:
    """Run the command."""
    write(exporting.EditionJson(), edition, out, quiet=quiet)
