"""`export plots`: files that are SVG, the same every time, and told apart from those of others."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

Run = Callable[..., Result]


def test_the_figures_are_files(run: Run, kars: Path) -> None:
    out = kars / "plots"
    assert run("export", "plots", kars, "--out", out).exit_code == 0
    written = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.svg"))
    names = ["lengths.svg", "network.svg", "pairs.svg", "pairs/natsarenus--yusuf-kemal.svg", "senders.svg", "time.svg"]
    assert written == names
    for name in names:
        svg = etree.parse(out / name).getroot()
        assert svg.get("role") == "img"
        assert svg.findtext("{*}title")
        assert svg.findtext("{*}desc")


def test_the_same_bytes_from_another_process(run: Run, kars: Path) -> None:
    run("export", "plots", kars, "--out", kars / "one")
    command = [sys.executable, "-m", "tei_archive", "export", "plots", str(kars), "--out", str(kars / "two"), "--quiet"]
    subprocess.run(command, check=True, env={"PYTHONHASHSEED": "7"})
    one, two = ({path.name: path.read_bytes() for path in (kars / name).rglob("*.svg")} for name in ("one", "two"))
    assert one == two


def test_a_figure_that_was_changed_is_left_alone(run: Run, kars: Path) -> None:
    out = kars / "plots"
    run("export", "plots", kars, "--out", out)
    (out / "time.svg").write_text("<svg/>", encoding="utf-8")
    done = run("export", "plots", kars, "--out", out)
    assert done.exit_code == 1
    assert "Left alone, since not from an export: time.svg" in done.stderr
    assert (out / "time.svg").read_text(encoding="utf-8") == "<svg/>"


@pytest.mark.parametrize("below", ["", "tei"])
def test_the_folder_of_an_edition_is_refused(run: Run, kars: Path, below: str) -> None:
    assert run("export", "plots", kars, "--out", kars / below).exit_code == 2
