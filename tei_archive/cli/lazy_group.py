"""A group of commands that imports a command when somebody asks for it, so that each starts at once."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

from tei_archive.cli.interrupts import leave_at_once


class LazyGroup(click.Group):
    """A group whose commands are named, not imported: `places` has `module:attribute` for each name.

    It inherits because click asks its groups for their commands.
    """

    def __init__(self, places: Mapping[str, str] = MappingProxyType({}), **settings: object) -> None:
        super().__init__(**settings)  # type: ignore[arg-type]
        self._places = dict(places)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give back the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *self._places})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of this name; None where there is none."""
        if cmd_name not in self._places:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self._places[cmd_name].partition(":")
        with leave_at_once():
            command: click.Command = getattr(import_module(module), attribute)
        return command
