"""`--report FORM=FILE`: the findings in a file as well, in a form of its own."""

from collections.abc import Mapping
from pathlib import Path

import click

from tei_archive.reporting import REPORTERS, Reporter


def _by_file(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> Mapping[Path, Reporter]:
    reports: dict[Path, Reporter] = {}
    for words in given:
        form, _sign, file = words.partition("=")
        if form not in REPORTERS:
            raise click.BadParameter(f"{form!r} is no form; known are {', '.join(REPORTERS)}")
        if not file:
            raise click.BadParameter(f"no file is named: {form}=FILE")
        if Path(file) in reports:
            raise click.BadParameter(f"{file} is named twice")
        reports[Path(file)] = REPORTERS[form]
    return reports


report_option = click.option(
    "--report",
    "reports",
    metavar="FORM=FILE",
    multiple=True,
    callback=_by_file,
    help="Write the findings into FILE as well, in this form (any of --format); repeatable.",
)


def encoded(report: str) -> bytes:
    """Give back a report in UTF-8; bytes of a file name that are not UTF-8 are written out, as in JSON."""
    return report.encode("utf-8", "backslashreplace")
