"""The two ways to the terminal: standard output for results, standard error for everything else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def say(message: str, *, quiet: bool) -> None:
    """Write a message to standard error, unless asked to be quiet."""
    if not quiet:
        click.echo(message, err=True)


@contextmanager
def busy(message: str, *, quiet: bool) -> Iterator[None]:
    """Show that something is being done while the block runs, where somebody looks on."""
    if quiet or not _is_seen():
        yield
        return
    with console(quiet=False).status(message):
        yield


def _is_seen() -> bool:
    """Whether somebody looks on; where standard error is closed, Python has none."""
    return sys.stderr is not None and sys.stderr.isatty()


def console(*, quiet: bool) -> Console:
    """The console on standard error: silent if asked to be."""
    from rich.console import Console  # noqa: PLC0415  # takes longer to load than many a command to run

    return Console(stderr=True, quiet=quiet, highlight=False)


def show(result: RenderableType) -> None:
    """Write a result to standard output, in the width and the colours that it has."""
    from rich.console import Console  # noqa: PLC0415

    terminal = Console(highlight=False)
    with terminal.capture() as captured:
        terminal.print(result)
    click.echo(captured.get(), nl=False)
