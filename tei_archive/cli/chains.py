"""`tei-archive chains`: which letter answers which, as trees."""

from pathlib import Path

import click

from tei_archive import api
from tei_archive.cli.options import FOUND, PATH, always_quiet_option, json_option
from tei_archive.cli.terminal import show
from tei_archive.reporting import chains_json, chains_report

_HELP = """Draw the chains of replies in an edition: each letter, and below it what answers it.

EDITION is the folder of an edition. Several are taken together, so that a letter of one may answer one of another.

\b
Examples:
  tei-archive chains my-edition
  tei-archive chains my-edition --min 4
  tei-archive chains volume-1 volume-2 --json

A line has the id, the day, who wrote to whom, and the days since the letter that it answers. The last line counts the
letters that are said to be answered but were not found: `explain` says why.

Exit code: 0 drawn, 1 letters answer one another in a circle, or a reply is older than what it answers by more than
the 13 days that two calendars may differ; 2 could not run.
"""


@click.command(help=_HELP)
@click.argument("editions", metavar="EDITION...", type=PATH, nargs=-1, required=True)
@click.option(
    "--min",
    "minimum",
    metavar="N",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="Leave out chains of fewer letters.",
)
@json_option
@always_quiet_option
def chains(editions: tuple[Path, ...], minimum: int, as_json: bool) -> None:
    """Run the command."""
    found = api.chains(editions, minimum)
    if as_json:
        click.echo(chains_json(found).encode())
    else:
        show(chains_report(found))
    click.get_current_context().exit(0 if found.clean else FOUND)
