"""`tei-archive export plots`: an encoded edition → its figures as SVG."""

from pathlib import Path

import click

from tei_archive import exporting
from tei_archive.cli.export.writing import edition_argument, folder_option, write
from tei_archive.cli.options import quiet_option

_HELP = """Draw letters in time, by sender and by pair, answer times, lengths, the network and the map, as SVG.

\b
Example:
  tei-archive export plots my-edition --out my-edition/plots

The figures are those of the web site. A figure that would be empty is left out: there is no map where the registers
have no coordinates. `pairs/` has a file for each pair of correspondents with at least four letters.

Exit code: 0 written, 1 files that are not from an export were left alone, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@folder_option
@quiet_option
def plots(edition: Path, out: Path, quiet: bool) -> None:
    """Run the command."""
    write(exporting.Plots(), edition, out, quiet=quiet)
