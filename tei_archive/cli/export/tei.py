"""`tei-archive export tei`: an encoded edition → one TEI file."""

from pathlib import Path

import click

from tei_archive import exporting
from tei_archive.cli.export.writing import edition_argument, file_option, write
from tei_archive.cli.options import quiet_option
from tei_archive.errors import ExportError, Location
from tei_archive.model.folder import TEI_FOLDER

_HELP = """Make one TEI file with all letters and the registers.

\b
Example:
  tei-archive export tei my-edition --volume --out volume.xml

A file for each letter is what an edition has already, in its folder tei.

Exit code: 0 written, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@file_option
@click.option("--volume", is_flag=True, help="All letters in one teiCorpus.")
@quiet_option
def tei(edition: Path, out: Path | None, volume: bool, quiet: bool) -> None:
    """Run the command."""
    if not volume:
        raise ExportError(
            "the edition has a TEI file for each letter already",
            Location(str(edition / TEI_FOLDER)),
            hint="add --volume for one file with all",
        )
    write(exporting.TeiVolume(), edition, out, quiet=quiet)
