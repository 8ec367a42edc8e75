"""`tei-archive export csv`: an encoded edition → the table of its letters."""

from pathlib import Path

import click

from tei_archive.cli.export.writing import edition_argument, file_option, write
from tei_archive.cli.options import quiet_option
from tei_archive.exporting import LettersTable

_HELP = """Make a table, one row a letter.

\b
Examples:
  tei-archive export csv my-edition --out letters.csv
  tei-archive export csv my-edition --raw | head -3

Beside the file, FILE-metadata.json describes the columns (CSV on the Web).

Exit code: 0 written, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@file_option
@click.option(
    "--spreadsheet-safe/--raw",
    default=True,
    show_default=True,
    help="Guard cells that a spreadsheet would take for formulas, or leave them as they are.",
)
@click.option("--bom", is_flag=True, help="Begin the table with a byte order mark, for Excel.")
@quiet_option
def csv(edition: Path, out: Path | None, spreadsheet_safe: bool, bom: bool, quiet: bool) -> None:
    """Run the command."""
    write(LettersTable(spreadsheet_safe=spreadsheet_safe, bom=bom), edition, out, quiet=quiet)
