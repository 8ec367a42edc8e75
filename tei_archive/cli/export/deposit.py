"""`tei-archive export deposit`: an encoded edition → what an archive takes."""

from datetime import UTC, datetime
from pathlib import Path

import click

from tei_archive import exporting
from tei_archive.cli.export.writing import edition_argument, write
from tei_archive.cli.options import PATH, quiet_option

_HELP = """Make a deposit for an archive: the whole edition with tables, schemas, checksums and descriptions.

\b
Examples:
  tei-archive export deposit my-edition --out my-edition-1.0.zip
  tei-archive export deposit my-edition --out deposit

It is a bag (BagIt) described by RO-Crate, with CITATION.cff and .zenodo.json. A name that ends in .zip gives one file.
Time stamps are the date of the edition, or SOURCE_DATE_EPOCH: the same edition gives the same bytes on every machine.

Exit code: 0 written, 1 files that are not from an export were left alone, 2 could not run.
"""
# The last second that a ZIP file can state.
_LAST = int(datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC).timestamp())


@click.command(help=_HELP)
@edition_argument
@click.option("--out", metavar="FOLDER|FILE.zip", type=PATH, required=True, help="The folder or the file to write.")
@click.option(
    "--epoch",
    metavar="SECONDS",
    type=click.IntRange(0, _LAST),
    envvar="SOURCE_DATE_EPOCH",
    show_envvar=True,
    help="The moment for all time stamps, in seconds since 1970, UTC.",
)
@quiet_option
def deposit(edition: Path, out: Path, epoch: int | None, quiet: bool) -> None:
    """Run the command."""
    parts = (
        exporting.Part("tables", exporting.CsvTables(tuple(exporting.TABLES))),
        exporting.Part("edition.json", exporting.EditionJson()),
    )
    moment = datetime.fromtimestamp(epoch, UTC) if epoch is not None else None
    form = exporting.DepositArchive if out.suffix.lower() == ".zip" else exporting.Deposit
    write(form(parts, moment), edition, out, quiet=quiet)
