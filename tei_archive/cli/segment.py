"""`tei-archive segment`: raw texts → an encoded edition."""

from pathlib import Path

import click

from tei_archive import api
from tei_archive.cli.options import FOUND, PATH, json_option, quiet_option
from tei_archive.cli.terminal import console
from tei_archive.reporting import segment_json, segment_report

_HELP = """Cut raw texts into letters and write each as a TEI file.

SOURCE is a text file in UTF-8, as copied from a web page or a scan. Nothing of it is lost: what belongs to no letter is
kept in unclaimed.xml. A TEI file that was edited by hand is never overwritten.

\b
Examples:
  tei-archive segment letters.txt --out my-edition
  tei-archive segment part1.txt part2.txt --out my-edition --profile soviet-diplomatic-en
  tei-archive segment letters.txt --out my-edition --max-doubt 0.3
  tei-archive segment volume2.txt --out volume-2 --volume volume-1

Without --profile, the profile is the one that the edition's settings name; in a new edition it is chosen by evidence,
as with --profile auto, and the report says why. `tei-archive profiles` lists them.

The report ends with what to check first and the ten least certain decisions; `tei-archive explain my-edition` shows
those in the lines of the text.

Exit code: 0 all written, 1 files edited by hand were left alone, no document was found, or a decision is less certain
than --max-doubt asks; 2 could not run.
"""


@click.command(help=_HELP)
@click.argument("sources", metavar="SOURCE...", type=PATH, nargs=-1, required=True)
@click.option(
    "--out",
    metavar="EDITION",
    type=PATH,
    required=True,
    help="Folder of the edition; made if it is not there.",
)
@click.option("--profile", metavar="NAME|FILE", help="What the texts look like: a known profile, a TOML file, or auto.")
@click.option(
    "--settings",
    metavar="FILE",
    type=PATH,
    help="Settings to begin with: title, editors, licence (tei-archive.toml).",
)
@click.option(
    "--volume",
    "volumes",
    metavar="EDITION",
    type=PATH,
    multiple=True,
    help="Another edition, finished and left as it is, whose letters may be answered here or answer these; repeatable.",
)
@click.option(
    "--max-doubt",
    metavar="X",
    type=click.FloatRange(0, 1),
    default=1.0,
    help="Exit with 1 when a decision has more doubt than X: 0 is certain, 0.5 undecided. All is written all the same.",
)
@json_option
@quiet_option
def segment(
    sources: tuple[Path, ...],
    out: Path,
    profile: str | None,
    settings: Path | None,
    volumes: tuple[Path, ...],
    max_doubt: float,
    as_json: bool,
    quiet: bool,
) -> None:
    """Run the command."""
    terminal = console(quiet=quiet)
    with terminal.status("Reading, cutting and encoding …"):
        report = api.segment(sources, out, profile=profile, settings=settings, volumes=volumes, max_doubt=max_doubt)
    terminal.print(segment_report(report, out), crop=False)
    if as_json:
        click.echo(segment_json(report).encode())
    click.get_current_context().exit(0 if report.clean else FOUND)
