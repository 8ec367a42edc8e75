"""`tei-archive export html`: an encoded edition → its web site."""

from pathlib import Path

import click

from tei_archive.cli.export.writing import edition_argument, folder_option, write
from tei_archive.cli.options import quiet_option
from tei_archive.exporting import Site

_HELP = """Make a web site that needs no server and asks nothing of the net.

\b
Example:
  tei-archive export html my-edition --out my-edition/site

Exit code: 0 written, 1 files that are not from an export were left alone, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@folder_option
@quiet_option
def html(edition: Path, out: Path, quiet: bool) -> None:
    """Run the command."""
    write(Site(), edition, out, quiet=quiet)
