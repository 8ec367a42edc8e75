"""`tei-archive export txt`: an encoded edition → plain texts."""

from pathlib import Path

import click

from tei_archive import exporting
from tei_archive.cli.export.writing import edition_argument, write
from tei_archive.cli.options import PATH, quiet_option

_HELP = """Make plain texts without markup: a folder with a file a letter, or one file with all.

\b
Examples:
  tei-archive export txt my-edition --out my-edition/texts
  tei-archive export txt my-edition --one-file --out letters.txt
  tei-archive export txt my-edition | wc -w

In the one file each letter begins with a form feed and a line with its id. Without --out it goes to standard output.

Exit code: 0 written, 1 files that are not from an export were left alone, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@click.option("--out", metavar="FOLDER", type=PATH, help="The folder to write; with --one-file, the file.")
@click.option("--one-file", is_flag=True, help="Write all letters into one file.")
@quiet_option
def txt(edition: Path, out: Path | None, one_file: bool, quiet: bool) -> None:
    """Run the command."""
    form: exporting.Format = exporting.VolumeText() if one_file or out is None else exporting.LetterTexts()
    write(form, edition, out, quiet=quiet)
