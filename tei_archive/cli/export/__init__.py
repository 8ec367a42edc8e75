"""`tei-archive export`: an encoded edition → a table, a web site, JSON … One small file a format."""

import click

from tei_archive.cli.lazy_group import LazyGroup

_HELP = """Make a table, a web site and more of an edition.

\b
Examples:
  tei-archive export csv my-edition --out letters.csv
  tei-archive export xlsx my-edition --out my-edition.xlsx
  tei-archive export html my-edition --out my-edition/site
  tei-archive export cmif my-edition --out my-edition/cmif.xml
  tei-archive export deposit my-edition --out my-edition-1.0.zip
  tei-archive export graph my-edition --out persons.gexf
  tei-archive export json my-edition --out edition.json
  tei-archive export plots my-edition --out my-edition/plots
  tei-archive export rdf my-edition --out edition.ttl
  tei-archive export tei my-edition --volume --out volume.xml
  tei-archive export txt my-edition --out my-edition/texts

Each format has its own help: `tei-archive export csv --help`.

A format of one file goes to standard output without --out, save a workbook. For a format of many files, --out names
their folder; it keeps a list of what was written, written.sha256. What differs from it is left alone; what is on it and
is made no more is removed. A folder of an edition, and a file that no export made, are refused.

Exit code: 0 written, 1 files that are not from an export were left alone, 2 could not run.
"""

_NAMES = ("cmif", "csv", "deposit", "graph", "html", "json", "plots", "rdf", "tei", "txt", "xlsx")


@click.group(
    cls=LazyGroup,
    places={name: f"tei_archive.cli.export.{name}:{name}" for name in _NAMES},
    help=_HELP,
)
def export() -> None:
    """Run a command on an edition."""
