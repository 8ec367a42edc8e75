"""The command line as a function, and editions to use it on."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_archive.cli import main

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def run() -> Run:
    """Run a command; anything but an exit is a bug and is raised."""

    def command(*words: str | Path) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False, prog_name="tei-archive")

    return command


@pytest.fixture(scope="session")
def _seed(tmp_path_factory: pytest.TempPathFactory, seed_text: Path, run: Run) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "kars"
    assert run("segment", seed_text, "--out", folder, "--quiet").exit_code == 0
    return folder


@pytest.fixture
def kars(_seed: Path, tmp_path: Path) -> Path:
    """A fresh copy of the edition that `segment` makes of the seed."""
    return shutil.copytree(_seed, tmp_path / "kars")
