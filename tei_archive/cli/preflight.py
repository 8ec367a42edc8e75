"""`tei-archive preflight`: an index of letters in CMIF → what correspSearch would refuse or warn of."""

from pathlib import Path

import click

from tei_archive import api
from tei_archive.cli.options import FOUND, PATH, json_option, quiet_option
from tei_archive.cli.terminal import busy, say
from tei_archive.reporting import REPORTERS, summary

_HELP = """Check an index of letters in CMIF before it is registered with correspSearch.

\b
Examples:
  tei-archive preflight cmif.xml
  tei-archive preflight cmif.xml --url https://example.org/cmif.xml
  tei-archive preflight cmif.xml --previous cmif-2025.xml
  tei-archive preflight cmif.xml --online
  tei-archive explain-code TA733

Any file in CMIF may be checked. Every finding has a code; `tei-archive explain-code` says what it means. The network is
not asked, unless with --online: then the address of the file is, and GeoNames for each place. Whether an address is
registered already, only correspSearch knows.

Exit code: 0 nothing found, or notes only, 1 something found, 2 could not run.
"""


@click.command(help=_HELP)
@click.argument("file", metavar="FILE", type=PATH)
@click.option("--url", metavar="ADDRESS", help="The address under which the file is, or will be, registered.")
@click.option("--previous", metavar="FILE", type=PATH, help="The version that correspSearch has by now.")
@click.option("--online", is_flag=True, help="Ask for the address of the file, and GeoNames for the places.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTERS)),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@json_option
@quiet_option
def preflight(
    file: Path, url: str | None, previous: Path | None, online: bool, form: str, as_json: bool, quiet: bool
) -> None:
    """Run the command."""
    with busy("Checking …", quiet=quiet):
        report = api.preflight(file, url=url, previous=previous, online=online)
    if shown := REPORTERS["json" if as_json else form](report):
        click.echo(shown.encode())
    say(summary(report), quiet=quiet)
    click.get_current_context().exit(0 if report.clean else FOUND)
