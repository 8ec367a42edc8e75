"""The files of continuous integration: valid, safe, and of one mind; so are the lines that docs/ci.md gives to copy."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ci_page import ACTION, CI_RUN, GITHUB, GITLAB, REPOSITORY, WORKFLOW, loaded, scripts, snippets

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
VALID = {
    "vendor.github-actions": [ACTION.read_text(encoding="utf-8")],
    "vendor.github-workflows": [WORKFLOW.read_text(encoding="utf-8"), *snippets(GITHUB)],
    "vendor.gitlab-ci": snippets(GITLAB),
}
BROKEN = {
    "vendor.github-actions": ("using: composite", "using: composit"),
    "vendor.github-workflows": ("runs-on:", "run-on:"),
    "vendor.gitlab-ci": ("when: always", "when: ever"),
}
TRUSTED = "rules: {unpinned-uses: {config: {policies: {'*': ref-pin}}}}"


def complaints(schema: str, text: str, folder: Path) -> str:
    """What a schema that comes with check-jsonschema finds in a YAML file."""
    file = folder / "file.yml"
    file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    if schema == "vendor.gitlab-ci":
        command += ["--data-transform", "gitlab-ci"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def tool(name: str, *words: str | Path) -> tuple[int, str]:
    """Run a checker that is installed beside Python."""
    command = [str(Path(sys.executable).with_name(name)), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


# -- valid ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("schema", VALID)
def test_the_files_are_valid(schema: str, tmp_path: Path) -> None:
    assert VALID[schema]
    assert [found for text in VALID[schema] if (found := complaints(schema, text, tmp_path))] == []


@pytest.mark.parametrize("schema", VALID)
def test_a_file_that_is_not_valid_is_found(schema: str, tmp_path: Path) -> None:
    text = VALID[schema][0]
    assert complaints(schema, text.replace(*BROKEN[schema]), tmp_path)


def test_pre_commit_can_read_our_own_settings() -> None:
    assert tool("pre-commit", "validate-config", REPOSITORY / ".pre-commit-config.yaml") == (0, "")


# -- safe ----------------------------------------------------------------------------------------------------------


def test_zizmor_finds_nothing() -> None:
    assert tool("zizmor", "--offline", "--no-progress", REPOSITORY / ".github")[0] == 0


def test_zizmor_finds_nothing_in_the_workflows_of_the_page(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (tmp_path / ".github" / "zizmor.yml").write_text(TRUSTED, encoding="utf-8")
    for number, workflow in enumerate(snippets(GITHUB)):
        (folder / f"tei-{number}.yml").write_text(workflow, encoding="utf-8")
    code, said = tool("zizmor", "--offline", "--no-progress", tmp_path / ".github")
    assert code == 0, said


def test_zizmor_would_find_an_input_in_a_script(tmp_path: Path) -> None:
    action = tmp_path / "action.yml"
    action.write_text(ACTION.read_text(encoding="utf-8").replace("$SARIF_FILE", "${{ inputs.sarif-file }}"))
    code, said = tool("zizmor", "--offline", "--no-progress", action)
    assert (code != 0, "template-injection" in said) == (True, True)


def test_shellcheck_finds_nothing(tmp_path: Path) -> None:
    found = {"run": CI_RUN.read_text(encoding="utf-8")}
    found |= scripts(loaded(ACTION.read_text(encoding="utf-8")))
    found |= {name: "\n".join(job["script"]) for text in snippets(GITLAB) for name, job in loaded(text).items()}
    for name, script in found.items():
        (tmp_path / name).write_text(script, encoding="utf-8")
        code, said = tool("shellcheck", "--shell=bash", tmp_path / name)
        assert code == 0, said


# -- of one mind ---------------------------------------------------------------------------------------------------


def job() -> dict[str, Any]:
    [only] = loaded(WORKFLOW.read_text(encoding="utf-8"))["jobs"].values()
    return only


def test_the_workflow_runs_what_everybody_runs() -> None:
    assert [step["run"] for step in job()["steps"] if "run" in step] == [".ci/run"]
    assert os.access(CI_RUN, os.X_OK)


def test_the_workflow_runs_on_every_python_that_the_package_names() -> None:
    named = re.findall(r"Python :: (3\.\d+)$", "\n".join(PROJECT["project"]["classifiers"]), re.MULTILINE)
    assert job()["strategy"]["matrix"]["python"] == named


def test_the_workflow_keeps_the_edition_that_make_builds() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    kept = next(step["with"]["path"] for step in job()["steps"] if "upload-artifact" in step.get("uses", ""))
    assert re.findall(r"^EDITION := (\S+)$", makefile, re.MULTILINE) == [kept]
    assert "make demo" in CI_RUN.read_text(encoding="utf-8").splitlines()


def test_nothing_may_be_skipped() -> None:
    markers = {marker.split(":")[0] for marker in PROJECT["tool"]["pytest"]["ini_options"]["markers"]}
    words = re.findall(r"^[^#\n]*TEI_ARCHIVE_REQUIRE\+?=([\w,]+)", CI_RUN.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(filter(None, ",".join(words).split(","))) == markers - {"slow"}


def test_the_same_browsers_do() -> None:
    conftest = (REPOSITORY / "tests" / "conftest.py").read_text(encoding="utf-8")
    known = re.findall(r'"([\w-]+)"', re.findall(r"^BROWSERS = \((.*)\)$", conftest, re.MULTILINE)[0])
    assert f"command -v {' '.join(known)} >/dev/null" in CI_RUN.read_text(encoding="utf-8")
