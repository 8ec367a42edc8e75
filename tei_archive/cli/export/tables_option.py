"""The option that names tables, for every format that has them."""

import click

from tei_archive.exporting import TABLES

ALL = "all"


class TableNames(click.ParamType[tuple[str, ...]]):
    """Names of tables with commas between, or `all`."""

    name = "names"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Give back the names, each of which is known."""
        if isinstance(value, tuple):
            return value
        if value == ALL:
            return tuple(TABLES)
        names = tuple(name.strip() for name in value.split(","))
        for name in names:
            if name not in TABLES:
                self.fail(f"{name!r} is not a table; known: {', '.join(TABLES)}, {ALL}", param, ctx)
        return names
