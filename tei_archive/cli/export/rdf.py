"""`tei-archive export rdf`: an encoded edition → linked data."""

from pathlib import Path

import click

from tei_archive import exporting
from tei_archive.cli.export.writing import edition_argument, file_option, write
from tei_archive.cli.options import quiet_option

_HELP = """Make linked data: RDF in Turtle, by schema.org, CiTO and PROV.

\b
Example:
  tei-archive export rdf my-edition --out edition.ttl

The settings of the edition must have a base_url. Needs the extra rdf: pip install 'tei-archive[rdf]'

Exit code: 0 written, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@file_option
@quiet_option
def rdf(edition: Path, out: Path | None, quiet: bool) -> None:
    """Run the command."""
    write(exporting.LinkedData(), edition, out, quiet=quiet)
