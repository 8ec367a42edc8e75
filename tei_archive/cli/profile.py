"""`tei-archive profile`: what is done with profiles."""

import click

from tei_archive import api
from tei_archive.cli.lazy_group import LazyGroup
from tei_archive.cli.options import FOUND, always_quiet_option, json_option
from tei_archive.reporting import profile_check_json, profile_check_text

_HELP = """Check a profile of your own, or list those that there are.

\b
Examples:
  tei-archive profile check observatory.toml
  tei-archive profile list

A profile says what a genre of texts looks like; docs/profiles.md shows how to write one.

Exit code: 0 all is well, 1 something found, 2 could not run.
"""

_CHECK_HELP = """Check a profile: run every example of every rule, and look for what can never work.

FILE is a profile of your own (TOML), or the name of one that comes with the program.

\b
Examples:
  tei-archive profile check observatory.toml
  tei-archive profile check base-en --json

\b
Reported, each with the line of the rule:
  - tables, keys and words that are not known, and patterns that are none
  - an example under `yes` that the rule does not read, or one under `no` that it reads
  - a rule that is never taken, since a stronger one reads all its examples too
  - a pattern that takes too long on a text that almost matches

Rules that are inherited from the extended profile are run on their examples as well: words that you add may change
what they read.

Exit code: 0 nothing found, 1 something found, 2 the file cannot be read or is not TOML.
"""


@click.group(cls=LazyGroup, places={"list": "tei_archive.cli.profiles:profiles"}, help=_HELP)
def profile() -> None:
    """Run a command on profiles."""


@profile.command(help=_CHECK_HELP)
@click.argument("file", metavar="FILE")
@json_option
@always_quiet_option
def check(file: str, as_json: bool) -> None:
    """Run the command."""
    found = api.check_profile(file)
    shown = profile_check_json(found) if as_json else profile_check_text(found)
    click.echo(shown.encode())
    click.get_current_context().exit(0 if found.clean else FOUND)
