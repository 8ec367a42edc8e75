"""The action for GitHub: its scripts, run as a runner runs them, with what the workflows on docs/ci.md hand over."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ci_page import ACTION, GITHUB, loaded, scripts, snippets
from composite_action import Runner
from sarif_pydantic import Sarif

LETTER = "my-edition/tei/kars-1921-d002.xml"
COMMAND = Path(sys.executable).with_name("tei-archive")
PLACES = ("path", "options", "sarif-file", "job-summary")


@pytest.fixture
def runner(project: Path, tmp_path: Path) -> Runner:
    """A runner on which the first step has installed what is tested here."""
    installed = tmp_path / "temporary" / "tei-archive" / "bin" / "tei-archive"
    installed.parent.mkdir(parents=True)
    installed.symlink_to(COMMAND)
    return Runner(project, tmp_path / "temporary")


def break_letter(runner: Runner) -> int:
    """Leave the last element open; give back the line where that is seen."""
    path = runner.workspace / LETTER
    text = path.read_text(encoding="utf-8").removesuffix("</TEI>\n")
    path.write_text(text, encoding="utf-8")
    return text.count("\n") + 1


def uses(workflow: str) -> dict[str, Any]:
    """The step of a workflow that uses the action."""
    [step] = [
        step
        for step in loaded(workflow)["jobs"]["validate"]["steps"]
        if step.get("uses", "").startswith("your-organisation/tei-archive/")
    ]
    return step


# -- what it reports -----------------------------------------------------------------------------------------------


def test_a_good_edition_leaves_no_annotation(runner: Runner) -> None:
    step = runner.run("validate", {"path": "my-edition"})
    assert (step.code, step.stdout, step.outputs) == (0, "", {"exit-code": "0"})
    assert "nothing found" in step.summary


def test_a_finding_stands_beside_its_line_and_in_the_summary(runner: Runner) -> None:
    line = break_letter(runner)
    step = runner.run("validate", {"path": "my-edition"})
    assert (step.code, step.outputs) == (1, {"exit-code": "1"})
    first = step.annotations[0]
    assert (first["severity"], first["file"], first["line"], first["title"]) == ("error", LETTER, str(line), "TA003")
    assert "<TEI>" in first["message"]
    assert step.summary.startswith("### tei-archive validate\n")
    assert step.summary.count("| TA003 |") == len(step.annotations) == 1


def test_without_inputs_everything_below_the_top_is_validated(runner: Runner) -> None:
    break_letter(runner)
    step = runner.run("validate")
    assert LETTER in {annotation["file"] for annotation in step.annotations}


def test_the_findings_are_handed_to_code_scanning(runner: Runner) -> None:
    line = break_letter(runner)
    step = runner.run("validate", {"path": "my-edition", "sarif-file": "out/findings.sarif"})
    assert step.code == 1
    [run] = Sarif.model_validate_json((runner.workspace / "out" / "findings.sarif").read_bytes()).runs
    place = ((run.results or [])[0].locations or [])[0].physical_location
    assert place is not None
    assert place.region is not None
    assert (place.artifact_location.uri, place.region.start_line) == (LETTER, line)
    assert len(run.results or []) == len(step.annotations)


def test_the_summary_can_be_left_out(runner: Runner) -> None:
    break_letter(runner)
    step = runner.run("validate", {"path": "my-edition", "job-summary": "false"})
    assert (step.code, step.summary) == (1, "")


@pytest.mark.parametrize("inputs", [{"path": "nowhere"}, {"path": ""}, {"options": "--schema=nowhere.rng"}])
def test_what_cannot_run_says_so(inputs: dict[str, str], runner: Runner) -> None:
    step = runner.run("validate", {"path": "my-edition", "sarif-file": "findings.sarif"} | inputs)
    assert (step.code, step.outputs, step.summary) == (2, {"exit-code": "2"}, "")
    assert "error: " in step.stderr
    assert not (runner.workspace / "findings.sarif").exists()


def test_several_paths_and_options_stand_on_lines_of_their_own(runner: Runner) -> None:
    (runner.workspace / "my-edition").rename(runner.workspace / "my own edition")
    (runner.workspace / "more").mkdir()
    (runner.workspace / "more" / "*.xml").write_text("<TEI>", encoding="utf-8")
    inputs = {"path": "my own edition\nmore\n\n", "options": "\n  --select=TA0  \n--fail-on=never\n"}
    step = runner.run("validate", inputs)
    assert [(one["title"], one["file"]) for one in step.annotations] == [("TA003", "more/*.xml")]
    assert step.code == 0


# -- what it must not do -------------------------------------------------------------------------------------------


def test_no_input_is_pasted_into_a_script() -> None:
    pasted = {name for name, script in scripts(loaded(ACTION.read_text(encoding="utf-8"))).items() if "${{" in script}
    assert pasted == set()


@pytest.mark.parametrize("place", PLACES)
def test_an_input_is_never_run(place: str, runner: Runner) -> None:
    words = "$(touch pwned)`touch pwned`\"; touch pwned; \"'; touch pwned; '\ntouch pwned\n$OPTIONS"
    before = {path.name for path in runner.workspace.iterdir()}
    runner.run("validate", {"path": "my-edition", place: words})
    added = {path.name for path in runner.workspace.iterdir()} - before
    assert "pwned" not in added
    assert added <= {words}  # a file for code scanning may have any name


def test_a_path_is_no_option(runner: Runner) -> None:
    break_letter(runner)
    before = (runner.workspace / LETTER).read_bytes()
    assert runner.run("validate", {"path": "my-edition\n--unsafe-fixes"}).code == 2
    assert (runner.workspace / LETTER).read_bytes() == before


def test_hostile_names_and_words_give_no_commands_to_the_runner(runner: Runner) -> None:
    words = "\n::set-output name=exit-code::0\n##[add-mask]x\nexit-code=0"
    folder = runner.workspace / "hostile"
    folder.mkdir()
    (folder / f"a{words.replace('/', '')}.xml").write_text("<TEI>", encoding="utf-8")
    (folder / "b.xml").write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{words}"><{"x" * 9}>{words}</{"x" * 9}></TEI>',
        encoding="utf-8",
    )
    step = runner.run("validate", {"path": "hostile"})
    assert {annotation["title"] for annotation in step.annotations} >= {"TA003", "TA101"}
    assert step.outputs == {"exit-code": "1"}
    assert not re.search(r"^(::|##\[)", step.stderr, re.MULTILINE)


# -- what the page gives to copy -----------------------------------------------------------------------------------


def test_a_workflow_names_inputs_that_there_are() -> None:
    inputs = loaded(ACTION.read_text(encoding="utf-8"))["inputs"]
    for workflow in snippets(GITHUB):
        step = uses(workflow)
        assert Path(*Path(step["uses"].split("@")[0]).parts[2:]) == Path(".github/actions/validate")
        assert set(step["with"]) <= set(inputs)


def test_the_page_lists_the_inputs_with_their_defaults() -> None:
    inputs = loaded(ACTION.read_text(encoding="utf-8"))["inputs"]
    page = (ACTION.parents[3] / "docs" / "ci.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| .* \| (.*) \|$", page, re.MULTILINE)
    words = {".": "everything", "": "none"}
    assert [name for name, _ in rows] == list(inputs)
    for name, said in rows:
        default = inputs[name]["default"]
        assert said.startswith(words.get(default, f"`{default}`"))


def test_the_first_workflow_of_the_page_does_what_it_says(runner: Runner) -> None:
    given = uses(snippets(GITHUB)[0])["with"]
    assert runner.run("validate", given).code == 0
    break_letter(runner)
    assert runner.run("validate", given).annotations[0]["file"] == LETTER


def test_the_second_workflow_of_the_page_does_what_it_says(runner: Runner) -> None:
    workflow = snippets(GITHUB)[1]
    given = uses(workflow)["with"]
    break_letter(runner)
    other = runner.workspace / given["path"].splitlines()[1]
    other.mkdir()
    (other / "letter.xml").write_text("<TEI>", encoding="utf-8")
    step = runner.run("validate", given)
    assert {annotation["file"] for annotation in step.annotations} == {LETTER, "more letters/letter.xml"}
    upload = loaded(workflow)["jobs"]["validate"]["steps"][-1]
    report = json.loads((runner.workspace / upload["with"]["sarif_file"]).read_bytes())
    assert len(report["runs"][0]["results"]) == len(step.annotations)


def test_the_first_step_installs_the_program(
    project: Path, dependencies: Path, package_index: None, tmp_path: Path
) -> None:
    runner = Runner(project, tmp_path, {"PYTHONPATH": str(dependencies)})
    step = runner.run("install")
    assert (step.code, step.stdout) == (0, ""), step.stderr
    where = [str(tmp_path / "tei-archive" / "bin" / "python"), "-c", "import tei_archive; print(tei_archive.__file__)"]
    found = subprocess.run(where, cwd=project, capture_output=True, text=True, check=True).stdout
    assert Path(found).is_relative_to(tmp_path / "tei-archive")
    assert runner.run("validate", {"path": "my-edition"}).code == 0
