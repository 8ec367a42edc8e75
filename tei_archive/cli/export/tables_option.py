"""The option that names tables, for every format that has them."""

import click

from tei_archive.exporting import TABLES

ALL = "all"


def read_names(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    """Give back the tables that the option names, with commas between, or `all`; None where it is left out."""
    if value is None:
        return None
    if value == ALL:
        return tuple(TABLES)
    names = tuple(name.strip() for name in value.split(","))
    for name in names:
        if name not in TABLES:
            known = ", ".join((*TABLES, ALL))
            raise click.BadParameter(f"{name!r} is not a table; known: {known}", ctx, param)
    return names
