"""`tei-archive explain`: which rule decided what, from which words."""

from pathlib import Path

import click

from tei_archive import api
from tei_archive.cli.options import PATH, always_quiet_option, json_option, show
from tei_archive.reporting import explanation, explanation_json

_HELP = """Say why a document of an edition begins where it does, and where each of its values comes from.

\b
Examples:
  tei-archive explain my-edition letters-d002
  tei-archive explain my-edition d002 --json

For every decision: the words, the rule that read them, its score, and what came second. Values entered by hand are
listed at the end.

Exit code: 0 explained, 2 no such document or no ledger.
"""


@click.command(help=_HELP)
@click.argument("edition", type=PATH)
@click.argument("document_id", metavar="ID")
@json_option
@always_quiet_option
def explain(edition: Path, document_id: str, as_json: bool) -> None:
    """Run the command."""
    found = api.explain(edition, document_id)
    if as_json:
        click.echo(explanation_json(found).encode())
    else:
        show(explanation(found))
