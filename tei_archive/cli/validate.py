"""`tei-archive validate`: TEI files → findings."""

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import click

from tei_archive import api, reporting
from tei_archive.cli.code_options import ignore_option, select_option
from tei_archive.cli.options import FOUND, PATH, json_option, quiet_option
from tei_archive.cli.report_option import encoded, report_option
from tei_archive.cli.terminal import busy, say
from tei_archive.cli.watching import run_on_change
from tei_archive.model import Severity
from tei_archive.reporting import REPORTERS, Reporter, summary

_AUTO, _JSON, _GITHUB, _TEXT = "auto", "json", "github", "text"
_NEVER = "never"

_HELP = """Check TEI files: well-formed, valid, consistent, and nothing lost.

PATH is a file, a folder or an edition. In an edition, references between files and the sources are checked as well.

\b
Examples:
  tei-archive validate my-edition
  tei-archive validate my-edition/tei/letters-d001.xml --format json
  tei-archive validate letters --schema letters.rng --schema rules.sch
  tei-archive validate my-edition --select TA3,TA401
  tei-archive validate letters --schema tei_all@4.12.0
  tei-archive validate my-edition --watch
  tei-archive validate my-edition --statistics
  tei-archive validate my-edition --baseline known.json --write-baseline
  tei-archive validate my-edition --baseline known.json --fail-on error
  tei-archive validate my-edition --report sarif=findings.sarif --report junit=findings.xml
  tei-archive validate my-edition --fix

Every finding has a code that does not change, a line, a column and, where possible, a hint. What a code means:
`tei-archive explain-code`. An edition may select findings and set severities in its tei-archive.toml. With a baseline
only findings that are not in it count, wherever their lines have moved. --fix changes only what is marked [fixable],
and nothing else in a file; what it has changed is checked again.

Exit code: 0 nothing as bad as --fail-on says, 1 something found, 2 could not run.
"""


@click.command(help=_HELP)
@click.argument("paths", metavar="PATH...", type=PATH, nargs=-1, required=True)
@click.option(
    "--schema",
    "schemas",
    metavar="FILE|NAME",
    multiple=True,
    type=PATH,
    help="Validate with this schema (.rng, .rnc, .xsd, .sch, or a name: tei_all@4.12.0) instead of ours; repeatable.",
)
@click.option("--phase", metavar="NAME", help="Run this phase of the Schematron schemas; #ALL runs every pattern.")
@click.option(
    "--schematron-engine",
    "engine",
    type=click.Choice(list(api.SCHEMATRON_ENGINES)),
    default="elementpath",
    show_default=True,
    help="What runs Schematron rules; saxon is quicker and knows more, and must be installed.",
)
@click.option("--embedded-rules", is_flag=True, help="Run the Schematron rules inside the named grammars, too.")
@click.option("--offline", is_flag=True, help="Never ask the network for a schema that is named and not kept yet.")
@click.option(
    "--format",
    "form",
    type=click.Choice([_AUTO, *REPORTERS]),
    default=_AUTO,
    show_default=True,
    help="How findings are written; auto is text, or annotations where GitHub runs the command.",
)
@report_option
@select_option
@ignore_option
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), _NEVER]),
    default=Severity.WARNING.value,
    show_default=True,
    help="Exit with 1 when there is a finding as bad as this.",
)
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1), default=1, show_default=True, help="Run the schemas in N processes."
)
@click.option("--no-cache", is_flag=True, help="Check all files anew, and keep nothing of what is found.")
@click.option("--statistics", is_flag=True, help="Write how many findings there are of each code, not the findings.")
@click.option("--baseline", metavar="FILE", type=PATH, help="Leave out the findings that this file knows.")
@click.option("--write-baseline", is_flag=True, help="Write all findings into the file that --baseline names.")
@click.option("--fix", is_flag=True, help="Mend in the files what is safe to mend; then check them again.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="Mend what was probably meant, too: read the difference.")
@click.option("--watch", is_flag=True, help="Check again whenever a file or a schema changes, until you interrupt it.")
@json_option
@quiet_option
def validate(
    paths: tuple[Path, ...],
    schemas: tuple[Path, ...],
    phase: str | None,
    engine: str,
    embedded_rules: bool,
    offline: bool,
    form: str,
    reports: Mapping[Path, Reporter],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    jobs: int,
    no_cache: bool,
    statistics: bool,
    baseline: Path | None,
    write_baseline: bool,
    fix: bool,
    unsafe: bool,
    watch: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Run the command."""
    if write_baseline and baseline is None:
        raise click.UsageError("--write-baseline needs --baseline FILE")
    show = reporting.as_statistics if statistics else REPORTERS[_form(form, as_json=as_json)]
    files = tuple(api.schema_path(schema, offline=offline) for schema in schemas)
    schematron = api.SchematronChoice(phase, engine, embedded_rules)
    effort = api.Effort(jobs, remembers=not no_cache)
    check = partial(api.validate, paths, schemas=files, schematron=schematron, effort=effort)
    wanted = partial(check, select=select, ignore=ignore) if select or ignore else check
    find = partial(api.fix, wanted, check, unsafe=unsafe) if fix or unsafe else wanted
    compare = partial(_compare, baseline=baseline, write_baseline=write_baseline)
    run = partial(_run, lambda: compare(find()), show, reports, quiet=quiet)
    if watch:
        run_on_change((*paths, *files), run)
    report = run()
    failed = fail_on != _NEVER and report.has(Severity(fail_on))
    click.get_current_context().exit(FOUND if failed else 0)


def _run(
    find: Callable[[], api.ValidationReport], show: Reporter, reports: Mapping[Path, Reporter], *, quiet: bool
) -> api.ValidationReport:
    with busy("Checking …", quiet=quiet):
        report = find()
    if shown := show(report):
        click.echo(encoded(shown))
    api.write_reports(report, {path: encoded(form(report) + "\n") for path, form in reports.items()})
    say(summary(report), quiet=quiet)
    return report


def _compare(report: api.ValidationReport, baseline: Path | None, *, write_baseline: bool) -> api.ValidationReport:
    if baseline is None:
        return report
    if write_baseline:
        api.write_baseline(report, baseline)
    return api.leave_out_known(report, baseline)


def _form(form: str, *, as_json: bool) -> str:
    """Take `--json` for `--format json`, and `auto` for what suits the place where the command runs."""
    if as_json and form not in (_AUTO, _JSON):
        raise click.UsageError(f"--json and --format {form} exclude each other")
    if form != _AUTO:
        return form
    return _JSON if as_json else _GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else _TEXT
