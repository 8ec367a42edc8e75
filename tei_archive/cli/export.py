"""`tei-archive export`: an encoded edition → a table, a web site."""

from pathlib import Path

import click

from tei_archive import api
from tei_archive.cli.options import PATH, console, quiet_option
from tei_archive.exporting import EXPORTERS, SINGLE_FILE, ExportOptions

_HELP = """Make a table or a web site of an edition.

\b
Examples:
  tei-archive export csv my-edition --out letters.csv
  tei-archive export csv my-edition --raw | head -3
  tei-archive export html my-edition --out my-edition/site

csv is one row a letter; beside a file named with --out, FILE-metadata.json describes the columns (CSV on the Web).
html is a static edition that needs no server; --out names its folder.

Exit code: 0 written, 2 could not run.
"""


@click.command(help=_HELP)
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(EXPORTERS)))
@click.argument("edition", type=PATH)
@click.option(
    "--out",
    metavar="PATH",
    type=PATH,
    help="File (csv) or folder (html); csv goes to standard output without it.",
)
@click.option(
    "--spreadsheet-safe/--raw",
    default=True,
    show_default=True,
    help="Guard cells that a spreadsheet would take for formulas, or leave them as they are.",
)
@click.option("--bom", is_flag=True, help="Begin the table with a byte order mark, for Excel.")
@quiet_option
def export(form: str, edition: Path, out: Path | None, spreadsheet_safe: bool, bom: bool, quiet: bool) -> None:
    """Run the command."""
    options = ExportOptions(spreadsheet_safe=spreadsheet_safe, bom=bom)
    if out is None:
        _to_standard_output(form, edition, options)
        return
    terminal = console(quiet=quiet)
    with terminal.status("Writing …"):
        written = api.export(form, edition, out, options)
    terminal.print(
        f"Written: {written[0]}" + (f" and {len(written) - 1} more" if len(written) > 1 else ""),
        markup=False,
        soft_wrap=True,
    )


def _to_standard_output(form: str, edition: Path, options: ExportOptions) -> None:
    if form not in SINGLE_FILE:
        raise click.UsageError(f"{form} is a folder of files: say where with --out FOLDER")
    first, *_ = api.render(form, edition, options)
    click.echo(first.content, nl=False)
