"""`tei-archive schema`: schemas by name."""

import click

from tei_archive import api
from tei_archive.cli.options import always_quiet_option, json_option
from tei_archive.reporting import added_schema_text, schemas_json, schemas_text

_HELP = """Keep published schemas under their names, or list those that are kept.

\b
Examples:
  tei-archive schema add tei_all@4.12.0
  tei-archive schema list
  tei-archive validate letters --schema tei_all

Exit code: 0 all is well, 2 could not run.
"""

_ADD_HELP = """Fetch a schema from the releases of the TEI, or take it from a file, and keep it.

NAME is the name of a schema with or without a version: tei_all, tei_all@4.12.0, tei_lite. Without a version the newest
is fetched. It is kept in the user's cache folder with its checksum, and --schema NAME finds it there.

\b
Examples:
  tei-archive schema add tei_all
  tei-archive schema add tei_all@4.12.0
  tei-archive schema add our_letters --from letters.rng

Exit code: 0 kept, 2 could not be had.
"""

_LIST_HELP = """List the schemas that are kept, with their files.

\b
Example:
  tei-archive schema list

Exit code: 0 listed, 2 a file is no longer what was kept.
"""


@click.group(help=_HELP)
def schema() -> None:
    """Run a command on schemas."""


@schema.command(help=_ADD_HELP)
@click.argument("name", metavar="NAME")
@click.option("--from", "origin", metavar="FILE|ADDRESS", help="Take it from here, not from the TEI.")
@always_quiet_option
def add(name: str, origin: str | None) -> None:
    """Run the command."""
    click.echo(added_schema_text(api.add_schema(name, origin)))


@schema.command("list", help=_LIST_HELP)
@json_option
@always_quiet_option
def list_(as_json: bool) -> None:
    """Run the command."""
    kept = api.schemas()
    click.echo(schemas_json(kept) if as_json else schemas_text(kept))
