"""The command line: one small file a command. Options in, one call to `api`, one report, one exit code."""

import atexit
import gc

from tei_archive.cli.interrupts import leave_at_once

# Most of what a command makes is kept to its end. Python looks through all of it for what only holds itself, over and
# over: here after so many new objects instead of seven hundred, and not once more when all goes with the process.
gc.set_threshold(300_000)
atexit.register(gc.freeze)

with leave_at_once():
    import click

    from tei_archive import __version__
    from tei_archive.cli.commands import Commands
    from tei_archive.cli.options import quiet_option

__all__ = ["main"]

_HELP = """From printed historical correspondence to checked TEI-XML, tables and a digital edition.

\b
The whole way, with a text of your own:
  tei-archive segment letters.txt --out my-edition
  tei-archive explain my-edition
  tei-archive validate my-edition
  tei-archive export csv my-edition --out my-edition/letters.csv
  tei-archive export html my-edition --out my-edition/site
  tei-archive preview my-edition

Results go to standard output, all else to standard error. The exit code is 0 if all is well, 1 if there is something
to look at, 2 if the command could not run.
"""


_NAMES = (
    "chains",
    "explain",
    "explain-code",
    "export",
    "preflight",
    "preview",
    "profile",
    "profiles",
    "schema",
    "score",
    "segment",
    "validate",
)
_MODULES = {name: name.replace("-", "_") for name in _NAMES}


@click.group(
    cls=Commands,
    places={name: f"tei_archive.cli.{module}:{module}" for name, module in _MODULES.items()},
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="tei-archive", message="%(prog)s %(version)s")
@quiet_option
def main(quiet: bool) -> None:
    """Run a command."""
