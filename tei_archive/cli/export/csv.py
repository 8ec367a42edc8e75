"""`tei-archive export csv`: an encoded edition → tables."""

from pathlib import Path

import click

from tei_archive.cli.export.tables_option import read_names
from tei_archive.cli.export.writing import edition_argument, write
from tei_archive.cli.options import PATH, quiet_option
from tei_archive.exporting import LAYOUTS, CsvLayout, CsvTables, Format

_HELP = """Make tables: the letters, one row a letter, or more.

\b
Examples:
  tei-archive export csv my-edition --out letters.csv
  tei-archive export csv my-edition --raw | head -3
  tei-archive export csv my-edition --tables all --out tables
  tei-archive export csv my-edition --tables persons,places --out tables
  tei-archive export csv my-edition --layout gephi --out for-gephi

One table is a file; beside it, FILE-metadata.json describes the columns (CSV on the Web). Several tables are a folder;
csv-metadata.json in it describes them and the keys between them. The layouts csv2cmi and gephi are folders, palladio
and geobrowser are files; they have no description. The page docs/tables.md has all columns.

Exit code: 0 written, 1 files that are not from an export were left alone, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@click.option(
    "--out",
    metavar="PATH",
    type=PATH,
    help="The file or the folder to write; without it, a single table goes to standard output.",
)
@click.option(
    "--tables",
    callback=read_names,
    metavar="NAMES",
    help="Which tables, with commas between, or all.  [default: letters]",
)
@click.option("--layout", type=click.Choice(tuple(LAYOUTS)), help="The tables that another program wants instead.")
@click.option(
    "--spreadsheet-safe/--raw",
    default=True,
    show_default=True,
    help="Guard cells that a spreadsheet would take for formulas, or leave them as they are.",
)
@click.option("--bom", is_flag=True, help="Begin each table with a byte order mark, for Excel.")
@quiet_option
def csv(
    edition: Path,
    out: Path | None,
    tables: tuple[str, ...] | None,
    layout: str | None,
    spreadsheet_safe: bool,
    bom: bool,
    quiet: bool,
) -> None:
    """Run the command."""
    if layout and (tables or bom):
        raise click.UsageError("--layout has its own tables, and no byte order mark: leave out --tables and --bom")
    form: Format = (
        CsvLayout(layout, spreadsheet_safe=spreadsheet_safe)
        if layout
        else CsvTables(tables or ("letters",), spreadsheet_safe=spreadsheet_safe, bom=bom)
    )
    if form.file_name is None and out is None:
        raise click.UsageError("several files do not go to standard output: name a folder with --out")
    write(form, edition, out, quiet=quiet)
