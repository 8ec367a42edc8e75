"""What the commands of all formats share: where to, and what is said about it."""

from collections.abc import Iterable
from pathlib import Path

import click
from rich.console import Console

from tei_archive import api
from tei_archive.cli.options import FOUND, PATH
from tei_archive.cli.terminal import console
from tei_archive.exporting import Format
from tei_archive.reporting import some_paths

edition_argument = click.argument("edition", type=PATH)
file_option = click.option(
    "--out", metavar="FILE", type=PATH, help="The file to write; standard output where it is left out."
)
folder_option = click.option("--out", metavar="FOLDER", type=PATH, required=True, help="The folder to write.")


def write(form: Format, edition: Path, out: Path | None, *, quiet: bool) -> None:
    """Write an export of the edition, or its main file to standard output; say what was written; leave."""
    terminal = console(quiet=quiet)
    if out is None:
        first, *_ = api.render(form, edition)
        click.echo(first.content, nl=False)
        _tell_omissions(terminal, first.omissions)
        return
    with terminal.status("Reading …") as status:
        written = api.export(form, edition, out, lambda made: status.update(f"Writing … {made:,} files"))
    files = written.files
    if files:
        more = f" and {len(files) - 1} more" if len(files) > 1 else ""
        terminal.print(f"Written: {files[0]}{more}", markup=False, soft_wrap=True)
    _tell_omissions(terminal, written.omissions)
    for words in written.warnings:
        terminal.print(f"Look: {words}", markup=False, soft_wrap=True)
    if written.removed:
        terminal.print(f"Removed, since no longer made: {some_paths(written.removed, out)}", markup=False)
    if any(path.suffix == ".html" for path in written.removed):
        hint = (
            "  hint: links to these pages lead nowhere now; [[withdrawn]] in tei-archive.toml says what became of them"
        )
        terminal.print(hint, markup=False, soft_wrap=True)
    if written.kept:
        terminal.print(f"Left alone, since not from an export: {some_paths(written.kept, out)}", markup=False)
        terminal.print("  hint: to get the new version of a file, move yours away and run again")
    click.get_current_context().exit(FOUND if written.kept else 0)


def _tell_omissions(terminal: Console, omissions: Iterable[str]) -> None:
    for words in omissions:
        terminal.print(f"Left out: {words}", markup=False, soft_wrap=True)
