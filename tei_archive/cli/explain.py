"""`tei-archive explain`: which rule decided what, from which words."""

from pathlib import Path

import click

from tei_archive import api
from tei_archive.cli.options import PATH, always_quiet_option, json_option
from tei_archive.cli.terminal import show
from tei_archive.reporting import explanation, explanation_json, uncertain_report, uncertain_report_json

_HELP = """Say why a document of an edition begins where it does, and where each of its values comes from.

Without an ID: the ten least certain decisions of the edition, boundaries first, in the lines of their source.

\b
Examples:
  tei-archive explain my-edition
  tei-archive explain my-edition letters-d002
  tei-archive explain my-edition d002 --json

For every decision: the words, the rule that read them, its score, what came second, and the doubt that is left: a
number from 0 to 1, one half where the second is as good as the first. Values entered by hand are listed at the end.

Exit code: 0 explained, 2 no such document or no ledger.
"""


@click.command(help=_HELP)
@click.argument("edition", type=PATH)
@click.argument("document_id", metavar="[ID]", required=False)
@json_option
@always_quiet_option
def explain(edition: Path, document_id: str | None, as_json: bool) -> None:
    """Run the command."""
    if document_id is None:
        _explain_least_certain(edition, as_json=as_json)
        return
    found = api.explain(edition, document_id)
    if as_json:
        click.echo(explanation_json(found).encode())
    else:
        show(explanation(found))


def _explain_least_certain(edition: Path, *, as_json: bool) -> None:
    found = api.explain_least_certain(edition)
    if as_json:
        click.echo(uncertain_report_json(found).encode())
    else:
        show(uncertain_report(found))
