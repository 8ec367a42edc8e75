"""`tei-archive validate`: TEI files → findings."""

from pathlib import Path

import click
from click.core import ParameterSource

from tei_archive import api
from tei_archive.cli.code_options import ignore_option, select_option
from tei_archive.cli.options import FOUND, PATH, console, json_option, quiet_option
from tei_archive.reporting import REPORTERS, summary

_JSON = "json"

_HELP = """Check TEI files: well-formed, valid, consistent, and nothing lost.

PATH is a file, a folder or an edition. In an edition, references between files and the sources are checked as well.

\b
Examples:
  tei-archive validate my-edition
  tei-archive validate my-edition/tei/letters-d001.xml --format json
  tei-archive validate my-edition --select TA3,TA401

Every finding has a code that does not change, a line, a column and, where possible, a hint. What a code means:
`tei-archive explain-code`. An edition may select findings and set severities in its tei-archive.toml.

Exit code: 0 no error and no warning, 1 something found, 2 could not run.
"""


@click.command(help=_HELP)
@click.argument("paths", metavar="PATH...", type=PATH, nargs=-1, required=True)
@click.option(
    "--schema",
    "schemas",
    metavar="FILE",
    multiple=True,
    type=PATH,
    help="Validate with this schema (RELAX NG or XSD) instead of ours; may be repeated.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTERS)),
    default="text",
    show_default=True,
    help="How findings are written; github makes annotations of them.",
)
@select_option
@ignore_option
@json_option
@quiet_option
def validate(
    paths: tuple[Path, ...],
    schemas: tuple[Path, ...],
    form: str,
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    as_json: bool,
    quiet: bool,
) -> None:
    """Run the command."""
    form = _form(form, as_json=as_json)
    terminal = console(quiet=quiet)
    with terminal.status("Checking …"):
        report = api.validate(paths, schemas=schemas, select=select, ignore=ignore)
    if shown := REPORTERS[form](report):
        click.echo(shown.encode())
    terminal.print(summary(report), markup=False, soft_wrap=True)
    click.get_current_context().exit(0 if report.clean else FOUND)


def _form(form: str, *, as_json: bool) -> str:
    """Take `--json` for `--format json`, unless another format is named beside it."""
    chosen = click.get_current_context().get_parameter_source("form") is ParameterSource.COMMANDLINE
    if as_json and chosen and form != _JSON:
        raise click.UsageError(f"--json and --format {form} exclude each other")
    return _JSON if as_json else form
