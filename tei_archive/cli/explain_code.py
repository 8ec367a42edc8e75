"""`tei-archive explain-code`: what a code of `validate` means, why it matters, and what to do."""

import click

from tei_archive import api
from tei_archive.cli.options import always_quiet_option, json_option
from tei_archive.cli.terminal import show
from tei_archive.reporting import codes_json, codes_table, codes_text

_HELP = """Say what a code of `validate` means, why it matters and what to do, with an example.

Without a CODE: all codes, in a table.

\b
Examples:
  tei-archive explain-code
  tei-archive explain-code TA301
  tei-archive explain-code ta301 TA502 --json

Exit code: 0 explained, 2 no such code.
"""


@click.command("explain-code", help=_HELP)
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@json_option
@always_quiet_option
def explain_code(codes: tuple[str, ...], as_json: bool) -> None:
    """Run the command."""
    entries = api.explain_codes(codes)
    if as_json:
        click.echo(codes_json(entries).encode())
    else:
        show(codes_text(entries) if codes else codes_table(entries))
