"""`tei-archive export graph`: an encoded edition → a graph for Gephi and its like."""

from pathlib import Path

import click

from tei_archive import exporting
from tei_archive.cli.export.writing import edition_argument, file_option, write
from tei_archive.cli.options import quiet_option

_HELP = """Make a graph: who wrote to whom, or what answers what.

\b
Examples:
  tei-archive export graph my-edition --out persons.gexf
  tei-archive export graph my-edition --of letters --out replies.gexf
  tei-archive export graph my-edition --form graphml --out persons.graphml

GEXF (for Gephi) holds the time of each letter; GraphML its first and last day. What is not known is left out of the
graph, and said.

Exit code: 0 written, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@file_option
@click.option(
    "--of",
    type=click.Choice(["persons", "letters"]),
    default="persons",
    show_default=True,
    help="Persons by the letters between them, or letters by what answers what.",
)
@click.option(
    "--form", type=click.Choice(["gexf", "graphml"]), default="gexf", show_default=True, help="The form of the file."
)
@quiet_option
def graph(edition: Path, out: Path | None, of: str, form: str, quiet: bool) -> None:
    """Run the command."""
    made = exporting.CorrespondenceGraph(exporting.GraphOf(of), exporting.GraphForm(form))
    write(made, edition, out, quiet=quiet)
