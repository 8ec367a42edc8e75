"""`tei-archive export xlsx`: an encoded edition → a workbook."""

from pathlib import Path

import click

from tei_archive import exporting
from tei_archive.cli.export.tables_option import ALL, read_names
from tei_archive.cli.export.writing import edition_argument, write
from tei_archive.cli.options import PATH, quiet_option

_HELP = """Make a workbook for Excel or LibreOffice: a sheet for each table, and one that says what the columns hold.

\b
Examples:
  tei-archive export xlsx my-edition --out my-edition.xlsx
  tei-archive export xlsx my-edition --tables letters,persons --out my-edition.xlsx

Days from 1900-03-01 on are days, and counts are numbers; all else is text, and nothing is a formula. A workbook that
somebody has saved since is not replaced.

Exit code: 0 written, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@click.option("--out", metavar="FILE", type=PATH, required=True, help="The file to write.")
@click.option(
    "--tables",
    callback=read_names,
    metavar="NAMES",
    default=ALL,
    show_default=True,
    help="Which tables, with commas between, or all.",
)
@quiet_option
def xlsx(edition: Path, out: Path, tables: tuple[str, ...], quiet: bool) -> None:
    """Run the command."""
    write(exporting.Workbook(tables), edition, out, quiet=quiet)
