"""`tei-archive profiles`: the genres that the program knows."""

import click

from tei_archive import api
from tei_archive.cli.options import always_quiet_option, json_option
from tei_archive.cli.terminal import show
from tei_archive.reporting import profiles_json, profiles_table

_HELP = """List the profiles: what genres of texts the program can cut, and in which language.

\b
Example:
  tei-archive profiles
  tei-archive profiles --json

`tei-archive profile list` is the same; `tei-archive profile check` checks one of your own.

Exit code: 0.
"""


@click.command(help=_HELP)
@json_option
@always_quiet_option
def profiles(as_json: bool) -> None:
    """Run the command."""
    known = api.profiles()
    if as_json:
        click.echo(profiles_json(known).encode())
    else:
        show(profiles_table(known))
