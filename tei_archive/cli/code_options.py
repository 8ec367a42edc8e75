"""The options of `tei-archive validate` that take codes of findings."""

import click


def _split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Take codes with commas between; an option without any, as from a variable that is not set, would say nothing."""
    codes = [tuple(filter(None, map(str.strip, value.split(",")))) for value in values]
    if not all(codes):
        raise click.BadParameter("it names no code", ctx, param)
    return tuple(code for group in codes for code in group)


select_option = click.option(
    "--select",
    metavar="CODES",
    multiple=True,
    callback=_split,
    help="Report only findings whose code begins so: TA3,TA401; may be repeated.",
)
ignore_option = click.option(
    "--ignore",
    metavar="CODES",
    multiple=True,
    callback=_split,
    help="Leave out findings whose code begins so; may be repeated.",
)
