"""Options that several commands share."""

import os
from pathlib import Path

import click

FOUND = 1


class _Named(click.Path):
    """A path that is not empty: an empty one, as from a variable that is not set, would be the current folder."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        if not os.fspath(value):
            self.fail("the path is empty", param, ctx)
        return super().convert(value, param, ctx)


# Whether a path is there and can be read is for the library to say: its errors have a hint.
PATH = _Named(path_type=Path)


def _quiet_anywhere(ctx: click.Context, _: click.Parameter, value: bool) -> bool:
    """Take the option before the command and after it."""
    return value or bool(ctx.find_root().params.get("quiet"))


quiet_option = click.option(
    "-q", "--quiet", is_flag=True, callback=_quiet_anywhere, help="Say nothing but results and errors."
)
# For commands that say nothing but results and errors.
always_quiet_option = click.option(
    "-q", "--quiet", is_flag=True, expose_value=False, help="Say nothing but results and errors (as always)."
)
pagefind_option = click.option(
    "--pagefind/--no-pagefind",
    default=None,
    help="Make the index of the search with Pagefind, or make none; with it where it is installed.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON to standard output.")
