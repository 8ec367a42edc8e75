"""`tei-archive export html`: an encoded edition → its web site."""

from pathlib import Path

import click

from tei_archive import exporting
from tei_archive.cli.export.writing import edition_argument, folder_option, write
from tei_archive.cli.options import pagefind_option, quiet_option

_HELP = """Make a web site that needs no server and asks nothing of the net.

\b
Examples:
  tei-archive export html my-edition --out my-edition/site
  tei-archive export html my-edition --out my-edition/site --no-pagefind

With the extra [site] installed, the search on a web server uses an index that Pagefind makes. Without it, and in pages
that are opened from a disk, it looks through all texts.

Exit code: 0 written, 1 files that are not from an export were left alone, 2 could not run.
"""


@click.command(help=_HELP)
@edition_argument
@folder_option
@pagefind_option
@quiet_option
def html(edition: Path, out: Path, pagefind: bool | None, quiet: bool) -> None:
    """Run the command."""
    write(
        exporting.Site(pagefind=exporting.has_pagefind() if pagefind is None else pagefind), edition, out, quiet=quiet
    )
