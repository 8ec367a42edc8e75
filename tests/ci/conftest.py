"""A project as its editors keep it, and this repository as they fetch it."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from git_repositories import commit_all, git

REPOSITORY = Path(__file__).resolve().parent.parent.parent
# What an installation takes; a change elsewhere needs no new one.
INSTALLED = ("tei_archive", "schemas", "pyproject.toml", "README.md", "LICENSE", "NOTICE", ".pre-commit-hooks.yaml")


@pytest.fixture(scope="session")
def _edition(tmp_path_factory: pytest.TempPathFactory, seed_text: Path) -> Path:
    folder = tmp_path_factory.mktemp("ci") / "my-edition"
    command = [sys.executable, "-m", "tei_archive", "segment", str(seed_text), "--out", str(folder), "--quiet"]
    subprocess.run(command, check=True)
    return folder


@pytest.fixture
def project(_edition: Path, tmp_path: Path) -> Path:
    """A folder that holds an edition, `my-edition`, in which nothing is wrong."""
    shutil.copytree(_edition, tmp_path / "project" / "my-edition")
    return tmp_path / "project"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one commit: our files as they are now. The same files make the same commit."""
    if shutil.which("git") is None or not (REPOSITORY / ".git").exists():
        pytest.skip("not a git checkout: the list of tracked files is not known")
    made = tmp_path_factory.mktemp("published") / "repository"
    listed = git(REPOSITORY, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *INSTALLED)
    for name in filter(None, listed.split("\0")):
        if (REPOSITORY / name).is_file():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / name, made / name)
    git(made, "init", "--quiet")
    return _kept(made, commit_all(made, "as it is now"))


@pytest.fixture(scope="session")
def dependencies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is installed here, but for pip and tei-archive: so pip has one package to install, not twenty."""
    folder = tmp_path_factory.mktemp("dependencies")
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not path.name.startswith(("pip", "tei_archive", "_tei_archive")):
            (folder / path.name).symlink_to(path)
    return folder


def _kept(made: Path, revision: str) -> Path:
    """Keep the repository where the next run finds it again, with what pre-commit makes of it; drop what is older."""
    shelf = REPOSITORY / "build" / "cache" / "published"
    shelf.mkdir(parents=True, exist_ok=True)
    for older in shelf.iterdir():
        if older.name != revision:
            shutil.rmtree(older, ignore_errors=True)
    kept = shelf / revision / "repository"
    whole = kept.with_name(f"repository-{os.getpid()}")
    shutil.copytree(made, whole)
    try:
        whole.rename(kept)
    except OSError:  # another process, or an earlier run, was quicker
        shutil.rmtree(whole)
    return kept
