"""`tei-archive preview`: the web site of an edition on this machine, made anew whenever a file changes."""

from functools import partial
from pathlib import Path

import click
from rich.console import Console

from tei_archive import api
from tei_archive.cli.options import PATH, pagefind_option, quiet_option
from tei_archive.cli.terminal import console
from tei_archive.cli.watching import run_on_change
from tei_archive.errors import TeiArchiveError
from tei_archive.exporting import Format, Site, has_pagefind
from tei_archive.reporting import failure, some_paths
from tei_archive.serving import Served, serve

_HELP = """Show the web site of an edition in your browser while you work on it.

The pages are kept in memory and made anew whenever a file of the edition changes: reload the page to see what you have
changed. Nothing is written. Only programs on this machine can reach the address.

\b
Examples:
  tei-archive preview my-edition
  tei-archive preview my-edition --port 0

What is wrong with a file is said here, and the pages stay as they were until it is mended. Ctrl-C ends it.

Exit code: 130 ended by Ctrl-C, 2 could not run.
"""


@click.command(help=_HELP)
@click.argument("edition", type=PATH)
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port on this machine; 0 takes any that is free.",
)
@pagefind_option
@quiet_option
def preview(edition: Path, port: int, pagefind: bool | None, quiet: bool) -> None:
    """Run the command."""
    form = Site(pagefind=has_pagefind() if pagefind is None else pagefind)
    with serve(port) as served:
        run_on_change((edition,), partial(_make, form, edition, served, console(quiet=quiet)))


def _make(form: Format, edition: Path, served: Served, terminal: Console) -> None:
    """Make the pages. The first time an error ends the command; later it is shown, and the pages stay."""
    first = served.is_empty
    try:
        with terminal.status("Making the pages …"):
            pages = {str(file.path): file.content for file in api.render(form, edition)}
    except TeiArchiveError as error:
        if first:
            raise
        click.echo(failure(error), err=True)
        terminal.print("The pages stay as they were.")
        return
    changed = served.replace(pages)
    if first:
        click.echo(served.address)
        terminal.print("Press Ctrl-C to end it.")
    elif changed:
        terminal.print(f"Made anew: {some_paths(tuple(map(Path, changed)), Path())}", markup=False, soft_wrap=True)
