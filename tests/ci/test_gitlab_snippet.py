"""The lines for GitLab on docs/ci.md: its script run as a job runs it, and the report as GitLab reads it."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from ci_page import GITLAB, loaded, snippets
from composite_action import BASH
from git_repositories import environment

LETTER = "my-edition/tei/kars-1921-d002.xml"
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}

Entry = dict[str, Any]


def job() -> dict[str, Any]:
    [snippet] = snippets(GITLAB)
    return loaded(snippet)["tei"]


def run(script: list[str], project: Path, binaries: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the lines of a job; the programs are looked for in one folder first."""
    variables = environment(PATH=f"{binaries}{os.pathsep}{os.environ['PATH']}", CI="true", GITLAB_CI="true", **more)
    return subprocess.run(
        [*BASH, "-c", "\n".join(script)], cwd=project, env=variables, capture_output=True, text=True, check=False
    )


def validate(project: Path) -> tuple[int, str, list[Entry]]:
    """Run the job without its first line, which installs the program: exit code, log and report."""
    done = run(job()["script"][1:], project, Path(sys.executable).parent)
    report = project / job()["artifacts"]["reports"]["codequality"]
    return done.returncode, done.stdout, json.loads(report.read_bytes())


def break_letter(project: Path, above: str = "") -> None:
    """Give two elements an attribute that they have not, and put lines in above them."""
    path = project / LETTER
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("<p>", f"{above}<p when='1921'>", 2), encoding="utf-8")


def test_the_whole_job_runs_where_nothing_is_installed(
    project: Path, published: Path, dependencies: Path, package_index: None, tmp_path: Path
) -> None:
    subprocess.run([sys.executable, "-m", "virtualenv", "--quiet", str(tmp_path / "image")], check=True)
    ours = [re.sub(r"git\+https://\S+", f"git+{published.as_uri()}", line) for line in job()["script"]]
    assert ours != job()["script"]
    binaries = tmp_path / "image" / "bin"
    done = run(ours, project, binaries, PYTHONPATH=str(dependencies))
    assert done.returncode == 0, done.stderr
    assert (binaries / "tei-archive").is_file()
    assert json.loads((project / "codequality.json").read_bytes()) == []


def test_a_finding_fails_the_job_and_is_in_the_log_and_in_the_report(project: Path) -> None:
    break_letter(project)
    code, log, report = validate(project)
    assert code == 1
    assert [f"{entry['location']['path']}:{entry['location']['lines']['begin']}" for entry in report] == [
        found[1] for found in re.finditer(r"^(\S+:\d+):\d+: (?:error|warning|note) TA", log, re.MULTILINE)
    ]
    assert len(report) >= 2


def test_the_report_has_what_gitlab_asks_for(project: Path) -> None:
    break_letter(project)
    _, _, report = validate(project)
    for entry in report:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in SEVERITIES
        path = entry["location"]["path"]
        assert (project / path).is_file()
        assert not path.startswith(("/", "./"))
        assert entry["location"]["lines"]["begin"] > 0
    raw = (project / "codequality.json").read_bytes()
    assert raw.startswith(b"[")  # no byte order mark, which GitLab refuses


def test_fingerprints_are_unique_and_stay_where_lines_are_put_in_above(project: Path) -> None:
    pristine = (project / LETTER).read_bytes()
    break_letter(project)
    before = validate(project)[2]
    (project / LETTER).write_bytes(pristine)
    break_letter(project, above="\n\n\n")
    after = validate(project)[2]
    assert [entry["location"] for entry in before] != [entry["location"] for entry in after]
    assert Counter(entry["fingerprint"] for entry in before) == Counter(entry["fingerprint"] for entry in after)
    assert max(Counter(entry["fingerprint"] for entry in after).values()) == 1


def test_the_report_is_kept_where_the_job_fails() -> None:
    assert job()["artifacts"]["when"] == "always"
    report = job()["artifacts"]["reports"]["codequality"]
    assert f"--report gitlab={report}" in job()["script"][-1]
