"""`tei-archive export cmif`: an encoded edition → its index of letters in CMIF."""

import os
from pathlib import Path

import click

from tei_archive import exporting
from tei_archive.cli.export.writing import edition_argument, file_option, write
from tei_archive.cli.options import quiet_option
from tei_archive.exporting.cmif.stamps import stamp_of_epoch

_EPOCH = "SOURCE_DATE_EPOCH"

_HELP = """Make an index of the letters in CMIF 1.1, the format that correspSearch collects.

\b
Examples:
  tei-archive export cmif my-edition --out cmif.xml
  tei-archive export cmif my-edition --out cmif.xml --date 2026-03-01T09:30:00+00:00
  tei-archive export cmif my-edition --cmif2 | head -40
  tei-archive preflight cmif.xml

It says who wrote to whom, when and where, and holds no text. The settings must have base_url, publisher and date in
[edition], the email of an editor, and url in [cmif]; what is missing is named. What the format cannot hold is left out,
and told. The index is checked as `tei-archive preflight` does before it is written.

The time of the version is that of --date, else of the variable SOURCE_DATE_EPOCH, else the day of the edition. It must
be later whenever the index has changed, or correspSearch keeps the old one.

Exit code: 0 written, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@file_option
@click.option("--date", metavar="DAY|TIME", help="The time of this version: a day, or a time with its zone.")
@click.option("--cmif2", "statements", is_flag=True, help="Add the statements of the draft of version 2.")
@quiet_option
def cmif(edition: Path, out: Path | None, date: str | None, statements: bool, quiet: bool) -> None:
    """Run the command."""
    epoch = os.environ.get(_EPOCH)
    moment = date or (stamp_of_epoch(epoch) if epoch else None)
    write(exporting.LetterIndex(date=moment, statements=statements), edition, out, quiet=quiet)
