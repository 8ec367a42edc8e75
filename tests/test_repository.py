"""The repository keeps its own rules: those of the house style that no other tool checks."""

import ast
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "tei_archive"
MODULES = sorted(PACKAGE.rglob("*.py"))

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

# Written so that the patterns do not find themselves.
MACHINE = re.compile(r"(?<![\w.~}])/(?:work|root|tmp|home)/|(?:index-ur[l]|find-link[s])")
UNFINISHED = re.compile(r"\b(?:TOD[O]|FIXM[E]|XX[X])\b")

# Same input, same bytes: the library has no clock, no dice and no network.
OUTSIDE_WORLD = frozenset({"random", "secrets", "uuid", "time", "socket", "ssl", "http", "requests", "httpx", "ftplib"})


def tracked(*patterns: str) -> list[Path]:
    """The files under version control that are still there."""
    if shutil.which("git") is None or not (REPOSITORY / ".git").exists():
        pytest.skip("not a git checkout: the list of tracked files is not known")
    command = ["git", "ls-files", "-z", "--", *patterns]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := REPOSITORY / name).is_file()]


def texts(*patterns: str) -> Iterator[tuple[str, str]]:
    """Name and text of each tracked file that is text."""
    for path in tracked(*patterns):
        content = path.read_bytes()
        if b"\0" not in content:
            yield path.relative_to(REPOSITORY).as_posix(), content.decode("utf-8")


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Name and syntax tree of each module of the package."""
    for path in MODULES:
        yield path.relative_to(REPOSITORY).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each import as module and name; the name is empty where the whole module is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


# -- text ----------------------------------------------------------------------------------------------------------


def test_no_tracked_file_names_a_machine() -> None:
    found = [f"{name}: {match[0]}" for name, text in texts() for match in MACHINE.finditer(text)]
    assert found == []


def test_nothing_is_left_for_later() -> None:
    found = [f"{name}: {match[0]}" for name, text in texts("*.py", "*.toml") for match in UNFINISHED.finditer(text)]
    assert found == []


def test_no_line_of_a_gold_text_is_ours(shared: Path) -> None:
    raws = [path for path in (shared / "gold").glob("*/raw/*.txt") if path.parent.parent.name != "seed"]
    theirs = {
        line.strip()[:70]: raw.name
        for raw in raws
        for line in raw.read_text(encoding="utf-8").splitlines()
        if len(line.strip()) >= 70
    }
    found = [
        f"{name}: {theirs[start]}"
        for name, text in texts(":!corpus/*/sources/*")
        for line in text.splitlines()
        if (start := line.strip()[:70]) in theirs
    ]
    assert theirs
    assert found == []


def test_the_seed_text_is_the_raw_page(seed_text: Path, shared: Path) -> None:
    assert seed_text.read_bytes() == (shared / "gold" / "seed" / "raw" / "kars-1921.txt").read_bytes()


# -- code ----------------------------------------------------------------------------------------------------------


def test_modules_are_short() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length >= LONGEST_MODULE} == {}


def test_functions_fit_in_one_look() -> None:
    long = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def caches(node: ast.ClassDef) -> bool:
    """Whether a class keeps what it has computed once; that takes a place outside of the slots."""
    return any("cached_property" in map(ast.unparse, part.decorator_list) for part in functions(node))


def functions(node: ast.ClassDef) -> list[ast.FunctionDef]:
    return [part for part in node.body if isinstance(part, ast.FunctionDef)]


def test_dataclasses_are_frozen_and_slotted() -> None:
    loose = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
        if "dataclass" in (shown := ast.unparse(decorator))
        if "frozen=True" not in shown or ("slots=True" not in shown and not caches(node))
    ]
    assert loose == []


def test_types_are_ours_inside() -> None:
    loose = [name for name, tree in trees() if {("typing", "Any"), ("typing", "cast")} & set(imported(tree))]
    assert loose == []


def test_the_library_has_no_clock_and_no_dice_and_one_door_to_the_network() -> None:
    found = {
        f"{name}: {module}"
        for name, tree in trees()
        for module, _ in imported(tree)
        if module.split(".")[0] in OUTSIDE_WORLD or module in ("urllib.request", "tei_archive.fetching")
    }
    assert found == {
        "tei_archive/fetching.py: urllib.request",
        "tei_archive/serving.py: http",  # a door that opens to this machine alone
        "tei_archive/serving.py: http.server",
        "tei_archive/api/preflight.py: tei_archive.fetching",
        "tei_archive/api/schemas.py: tei_archive.fetching",
    }


# -- package -------------------------------------------------------------------------------------------------------


def test_the_wheel_holds_every_file_that_the_code_reads(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True)
    held = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    package = {path.relative_to(REPOSITORY).as_posix() for path in tracked("tei_archive")}
    schemas = {f"tei_archive/{path.relative_to(REPOSITORY).as_posix()}" for path in tracked("schemas")}
    assert sorted((package | schemas) - held) == []
    assert [name for name in held if not name.startswith(("tei_archive/", "tei_archive-"))] == []


def test_make_refuses_an_old_python_and_says_so(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 && exit\nexit 1\n', encoding="utf-8")
    old.chmod(0o755)
    command = ["make", "demo", f"PYTHON={old}", f"VENV={tmp_path / 'venv'}"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr
    assert "Python 3.9.2" in done.stderr
    assert not (tmp_path / "venv").exists()


# -- tests ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("required", "outcome"), [("", {"skipped": 2}), ("jing", {"failed": 1, "errors": 1})])
def test_what_is_required_cannot_be_skipped(required: str, outcome: dict[str, int], pytester: pytest.Pytester) -> None:
    for name in ("conftest", "fixture_types"):
        pytester.makepyfile(**{name: (REPOSITORY / "tests" / f"{name}.py").read_text(encoding="utf-8")})
    pytester.makeini("[pytest]\nmarkers =\n  jing\n")
    pytester.makepyfile(
        """
        import pytest

        def test_uses_the_tool(jing):
            assert jing

        @pytest.mark.jing
        def test_skips_by_itself():
            pytest.skip("for a reason of its own")
        """
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TEI_ARCHIVE_REQUIRE", required)
        patch.setenv("PATH", os.devnull)
        pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(**outcome)
