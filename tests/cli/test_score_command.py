"""`tei-archive score` on the command line."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from strelsau import FIRST, GOLD, SECOND, THIRD, Editions, sent, write_both

from tei_archive import api

Run = Callable[..., Result]

WIDTH = 80


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    """A machine's edition that lacks the third letter and has the wrong place in the first, and the right one."""
    first = replace(FIRST, actions=(sent("Marshal Strakencz", "Zenda", 3), *FIRST.actions[1:]))
    return write_both(tmp_path, [first, SECOND])


def test_figures_and_differences_go_to_standard_output(run: Run, editions: Editions) -> None:
    done = run("score", editions.said, "--gold", editions.gold)
    assert (done.exit_code, done.stderr) == (0, "")
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["boundary", "0.800", "1.000", "0.667", "2", "2", "3"] in lines
    assert ["place", "0.400", "0.500", "0.333", "1", "2", "3"] in lines
    assert ["lossless", "1.000", "2", "2"] in lines
    assert "The gold says nothing of: edition_number" in done.stdout
    assert "boundary  left out  strelsau-d003" in done.stdout
    assert ["said", "Zenda"] in lines
    assert ["right", "Strelsau"] in lines


def test_the_report_fits_a_narrow_terminal(run: Run, editions: Editions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    monkeypatch.chdir(editions.said.parent)
    shown = run("score", "said", "--gold", "gold").stdout
    assert max(map(len, shown.splitlines())) <= WIDTH


def test_equal_editions_have_no_difference(run: Run, editions: Editions) -> None:
    done = run("score", editions.gold, "--gold", editions.gold, "--at-least", "boundary=1")
    assert done.exit_code == 0
    assert "No difference" in done.stdout


def test_json_has_every_figure_and_every_difference(run: Run, editions: Editions) -> None:
    found = json.loads(run("score", editions.said, "--gold", editions.gold, "--json").stdout)
    assert found["documents"] == {"said": 2, "gold": 3}
    assert found["boundary"] == {"p": 1.0, "r": 0.6667, "f1": 0.8, "correct": 2, "said": 2, "gold": 3}
    assert found["lossless"] == {"documents": 2, "differ": 0}
    wrong = next(entry for entry in found["differences"] if entry["kind"] == "wrong")
    assert (wrong["figure"], wrong["document"], wrong["words"]) == ("place", FIRST.id, "Strelsau")
    assert (wrong["said"], wrong["right"]) == ("Zenda", "Strelsau")
    lost = [entry["figure"] for entry in found["differences"] if entry["kind"] == "document not found"]
    assert lost == ["sender", "addressee", "date", "place"]


def test_a_figure_below_its_floor_exits_with_1(run: Run, editions: Editions) -> None:
    words = ("score", editions.said, "--gold", editions.gold)
    done = run(*words, "--at-least", "boundary=0.8", "--at-least", "place=0.9", "--at-least", "date=0.99")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == ["place is 0.4000, less than 0.9", "date is 0.8000, less than 0.99"]
    assert run(*words, "--at-least", "boundary=0.8").exit_code == 0


@pytest.mark.parametrize("floor", ["boundary", "boundary=", "boundary=x", "boundary=1.5", "boundary=nan", "speed=1"])
def test_a_floor_that_is_none_exits_with_2(run: Run, editions: Editions, floor: str) -> None:
    done = run("score", editions.said, "--gold", editions.gold, "--at-least", floor)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "error: Invalid value for '--at-least'" in done.stderr


def test_a_floor_for_what_the_gold_lacks_exits_with_2(run: Run, editions: Editions) -> None:
    done = run("score", editions.said, "--gold", editions.gold, "--at-least", "edition_number=0.5")
    assert done.exit_code == 2
    assert "edition_number cannot be measured" in done.stderr
    assert "  hint: there are boundary, exact, pq, sender" in done.stderr


def test_what_is_no_edition_exits_with_2(run: Run, editions: Editions, tmp_path: Path) -> None:
    done = run("score", editions.said, "--gold", tmp_path / "nowhere")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "hint:" in done.stderr


def test_many_differences_are_cut_short(run: Run, tmp_path: Path) -> None:
    many = [replace(FIRST, id=f"x{number:03}", span=FIRST.span, blocks=FIRST.blocks) for number in range(60)]
    editions = write_both(tmp_path, many)
    total = len(api.score(editions.said, editions.gold).differences)
    shown = run("score", editions.said, "--gold", editions.gold).stdout
    assert f"{total} differences" in shown
    assert f"and {total - 40} more: `--json` lists them all" in shown


def test_the_program_itself_says_the_same(run: Run, editions: Editions) -> None:
    words = ["score", str(editions.said), "--gold", str(editions.gold), "--json"]
    done = subprocess.run([sys.executable, "-m", "tei_archive", *words], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == run(*words).stdout


def test_nothing_is_written(run: Run, editions: Editions) -> None:
    before = {path: path.read_bytes() for path in editions.said.parent.rglob("*") if path.is_file()}
    run("score", editions.said, "--gold", editions.gold)
    assert {path: path.read_bytes() for path in editions.said.parent.rglob("*") if path.is_file()} == before


def test_control_characters_of_a_value_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    escape = "Reiner\N{RIGHT-TO-LEFT OVERRIDE}[31m"
    loud = replace(THIRD, actions=(sent("Reiner", "Zenda", 9), *THIRD.actions[1:]))
    sender = loud.actions[0].agents[0]
    assert sender.name
    loud = replace(
        loud,
        actions=(
            replace(loud.actions[0], agents=(replace(sender, name=replace(sender.name, value=escape)),)),
            *loud.actions[1:],
        ),
    )
    editions = write_both(tmp_path, [*GOLD[:2], loud])
    shown = run("score", editions.said, "--gold", editions.gold).stdout
    assert r"Reiner\u202e[31m" in shown
