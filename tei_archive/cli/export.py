"""`tei-archive export`: an encoded edition → a table, a web site."""

from pathlib import Path

import click
from click.core import ParameterSource

from tei_archive import api
from tei_archive.cli.options import FOUND, PATH, console, quiet_option
from tei_archive.exporting import EXPORTERS, SINGLE_FILE, ExportOptions
from tei_archive.reporting import some_paths

# The options that concern the table alone, by the names of their parameters.
_OF_THE_TABLE = {"spreadsheet_safe": "--spreadsheet-safe/--raw", "bom": "--bom"}

_HELP = """Make a table or a web site of an edition.

\b
Examples:
  tei-archive export csv my-edition --out letters.csv
  tei-archive export csv my-edition --raw | head -3
  tei-archive export html my-edition --out my-edition/site

csv is one row a letter; beside a file named with --out, FILE-metadata.json describes the columns (CSV on the Web).
html is a static edition that needs no server; --out names its folder.

A folder keeps a list of what was written, written.sha256. What differs from it is left alone; what is on it and is made
no more is removed. A folder of an edition, and a file that is no table of ours, are refused.

Exit code: 0 written, 1 files that are not from an export were left alone, 2 could not run.
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
    _check_options(form)
    options = ExportOptions(spreadsheet_safe=spreadsheet_safe, bom=bom)
    if out is None:
        _to_standard_output(form, edition, options)
        return
    terminal = console(quiet=quiet)
    with terminal.status("Writing …"):
        written = api.export(form, edition, out, options)
    files = written.files
    if files:
        more = f" and {len(files) - 1} more" if len(files) > 1 else ""
        terminal.print(f"Written: {files[0]}{more}", markup=False, soft_wrap=True)
    if written.removed:
        terminal.print(f"Removed, since no longer made: {some_paths(written.removed, out)}", markup=False)
    if written.kept:
        terminal.print(f"Left alone, since not from an export: {some_paths(written.kept, out)}", markup=False)
        terminal.print("  hint: to get the new version of a file, move yours away and run again")
    click.get_current_context().exit(FOUND if written.kept else 0)


def _to_standard_output(form: str, edition: Path, options: ExportOptions) -> None:
    if form not in SINGLE_FILE:
        raise click.UsageError(f"{form} is a folder of files: say where with --out FOLDER")
    first, *_ = api.render(form, edition, options)
    click.echo(first.content, nl=False)


def _check_options(form: str) -> None:
    """Refuse the options of the table where there is none."""
    context = click.get_current_context()
    given = [name for name in _OF_THE_TABLE if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    if given and form not in SINGLE_FILE:
        raise click.UsageError(f"{', '.join(_OF_THE_TABLE[name] for name in given)}: for csv only, not for {form}")
