"""`tei-archive score`: an encoding by machine against one corrected by hand."""

from __future__ import annotations

from pathlib import Path

import click

from tei_archive import api
from tei_archive.cli.options import FOUND, PATH, json_option, quiet_option
from tei_archive.cli.terminal import console, show
from tei_archive.reporting import missed_floors, score_json, score_report

_HELP = """Compare an edition with a corrected one, and show how far they agree and where they differ.

Both are folders with TEI files made from the same sources. Take a copy of what `segment` wrote and correct it: that is
the gold.

\b
Examples:
  tei-archive score my-edition --gold my-edition-corrected
  tei-archive score my-edition --gold my-edition-corrected --json
  tei-archive score my-edition --gold my-edition-corrected --at-least boundary=0.98 --at-least date=0.95

Figures lie between 0 and 1. For each difference you see the words of the source, what was said, and what is right.

Exit code: 0 compared, 1 a figure is lower than --at-least asks for, 2 could not run.
"""


def _floors(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    return tuple(map(_floor, given))


def _floor(given: str) -> tuple[str, float]:
    """A figure and the least value that it may have: `boundary=0.98`."""
    figure, _, number = given.partition("=")
    if figure not in api.FIGURES:
        raise click.BadParameter(f"no figure {figure!r}; there are {', '.join(api.FIGURES)}")
    try:
        least = float(number)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise click.BadParameter(f"{given}: say a number from 0 to 1, as in {figure}=0.95")
    return figure, least


@click.command(help=_HELP)
@click.argument("edition", type=PATH)
@click.option("--gold", metavar="EDITION", type=PATH, required=True, help="The corrected edition.")
@click.option(
    "--at-least",
    "floors",
    metavar="FIGURE=VALUE",
    multiple=True,
    callback=_floors,
    help="Exit with 1 where the figure is lower; may be repeated.",
)
@json_option
@quiet_option
def score(edition: Path, gold: Path, floors: tuple[tuple[str, float], ...], as_json: bool, quiet: bool) -> None:
    """Run the command."""
    terminal = console(quiet=quiet)
    with terminal.status("Comparing …"):
        report = api.score(edition, gold)
    if as_json:
        click.echo(score_json(report).encode())
    else:
        show(score_report(report))
    missed = api.find_missed(report, floors)
    for line in missed_floors(missed):
        click.echo(line, err=True)
    click.get_current_context().exit(FOUND if missed else 0)
