"""The hook for pre-commit, installed and run by pre-commit itself, with the settings that docs/ci.md gives to copy."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ci_page import COMMIT, HOOKS, loaded, snippets
from git_repositories import commit_all, environment, git

LETTER = Path("my-edition/tei/kars-1921-d002.xml")
OTHER = Path("my-edition/tei/kars-1921-d003.xml")
REGISTERS = Path("my-edition/registers.xml")

PreCommit = Callable[..., tuple[int, str]]


@pytest.fixture(autouse=True)
def _in_a_repository(project: Path, published: Path, package_index: None) -> None:
    git(project, "init", "--quiet")
    configure(project, published)
    commit_all(project, "the edition")


@pytest.fixture
def pre_commit(project: Path, published: Path) -> PreCommit:
    """Run pre-commit in the project."""

    def run(*words: str, **more: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "pre_commit", *words]
        variables = environment(**home(published), **more)
        done = subprocess.run(
            command,
            cwd=project,
            env=variables,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    return run


def home(published: Path) -> dict[str, str]:
    """Where pre-commit keeps what it installs: beside the repository that it comes from."""
    return {"PRE_COMMIT_HOME": str(published.parent / "pre-commit")}


def configure(project: Path, published: Path, snippet: int = 0, more: str = "") -> None:
    """Write the settings of the page, with the repository at hand in the place of the one it names."""
    settings = snippets(COMMIT)[snippet]
    [repository] = loaded(settings)["repos"]
    [hook] = repository["hooks"]
    assert hook["id"] in {known["id"] for known in loaded(HOOKS.read_text(encoding="utf-8"))}
    revision = git(published, "rev-parse", "HEAD").strip()
    settings = settings.replace(repository["repo"], str(published)).replace(repository["rev"], revision)
    (project / ".pre-commit-config.yaml").write_text(settings + more, encoding="utf-8")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def break_letter(project: Path, letter: Path = LETTER) -> None:
    change(project / letter, "<persName", "<persname")


def test_the_page_has_what_pre_commit_takes(pre_commit: PreCommit) -> None:
    assert pre_commit("validate-manifest", str(HOOKS)) == (0, "")
    assert pre_commit("validate-config", ".pre-commit-config.yaml") == (0, "")


def test_a_good_edition_passes_and_a_bad_letter_fails(pre_commit: PreCommit, project: Path) -> None:
    code, said = pre_commit("run", "--all-files", "--verbose")
    assert (code, "Passed" in said) == (0, True), said
    assert f"{len(list((project / 'my-edition').rglob('*.xml')))} files checked: nothing found" in said
    change(project / LETTER, "</TEI>", "")
    code, said = pre_commit("run", "--all-files")
    assert (code, "Failed" in said) == (1, True)
    assert re.search(rf"^{re.escape(str(LETTER))}:\d+:\d+: error TA003 ", said, re.MULTILINE)


def test_only_the_files_of_the_commit_are_validated(pre_commit: PreCommit, project: Path) -> None:
    break_letter(project)
    commit_all(project, "past the hook")
    change(project / OTHER, "</TEI>", "</TEI>\n")
    git(project, "add", str(OTHER))
    code, said = pre_commit("run", "--verbose")
    assert (code, "1 file checked" in said) == (0, True), said
    assert pre_commit("run", "--all-files")[0] == 1


def test_a_commit_with_a_bad_letter_is_refused(pre_commit: PreCommit, project: Path, published: Path) -> None:
    assert pre_commit("install")[0] == 0
    before = git(project, "rev-parse", "HEAD")
    break_letter(project)
    with pytest.raises(subprocess.CalledProcessError) as refused:
        git(project, "commit", "--all", "--message", "a slip", **home(published))
    assert "TA" in refused.value.stderr
    assert git(project, "rev-parse", "HEAD") == before


def test_what_is_no_xml_is_not_passed(pre_commit: PreCommit, project: Path) -> None:
    change(project / ".pre-commit-config.yaml", r"^my-edition/.*\.xml$", "^my-edition/")
    for name in ("notes.txt", "schema.rnc"):
        (project / "my-edition" / name).write_text("not XML", encoding="utf-8")
    git(project, "add", "--all")
    code, said = pre_commit("run")
    assert (code, "no files to check" in said) == (0, True), said


@pytest.mark.parametrize(("snippet", "expected"), [(0, 0), (1, 1)])
def test_a_person_who_is_taken_out_breaks_letters_of_the_whole_edition(
    snippet: int, expected: int, pre_commit: PreCommit, project: Path, published: Path
) -> None:
    configure(project, published, snippet)
    commit_all(project, "settings")
    change(project / REGISTERS, 'xml:id="yusuf-kemal"', 'xml:id="somebody"')
    git(project, "add", "my-edition")
    code, said = pre_commit("run")
    assert code == expected, said
    assert ("TA2" in said) == bool(expected)


def test_fixes_stop_the_commit_so_that_somebody_looks_at_them(
    pre_commit: PreCommit, project: Path, published: Path
) -> None:
    good = (project / LETTER).read_bytes()
    change(project / LETTER, 'xml:lang="en"', 'xml:lang="en_GB"')
    configure(project, published, more="        args: [--fix]\n")
    code, said = pre_commit("run", "--all-files")
    assert code == 1
    assert "files were modified by this hook" in said
    assert (project / LETTER).read_bytes() == good.replace(b'xml:lang="en"', b'xml:lang="en-GB"', 1)


def test_on_github_the_hook_writes_annotations(pre_commit: PreCommit, project: Path) -> None:
    break_letter(project)
    code, said = pre_commit("run", "--all-files", GITHUB_ACTIONS="true")
    assert code == 1
    assert re.search(rf"^::error file={re.escape(str(LETTER))},line=\d+,", said, re.MULTILINE)
