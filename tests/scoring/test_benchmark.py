"""The benchmark: `make score` on small volumes, and what makes it fail."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest


@pytest.fixture
def benchmark(repository: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The modules of the benchmark, which stand in no package."""
    monkeypatch.syspath_prepend(str(repository / "benchmarks"))
    import measure  # noqa: PLC0415 - found through the path above
    import scores_page  # noqa: PLC0415
    import summaries  # noqa: PLC0415
    import volumes  # noqa: PLC0415

    return SimpleNamespace(measure=measure, page=scores_page, summaries=summaries, volumes=volumes)


def result(benchmark: SimpleNamespace, name: str, boundary: float, *, differ: int = 0, set_: str = "frus"):  # type: ignore[no-untyped-def]
    errors = {("boundary", "merged"): 3}
    return benchmark.measure.Result(set_, name, "auto", {"boundary": boundary}, 10, 10, differ, errors)


def test_a_drop_is_told_and_a_rounding_is_not(benchmark: SimpleNamespace) -> None:
    results = [result(benchmark, "frus1882", 0.98), result(benchmark, "frus1861", 0.9)]
    committed = {"frus1882": {"boundary": 0.9804}, "frus1861": {"boundary": 0.91, "date": 0.5}}
    assert list(benchmark.summaries.drops(results, committed)) == [
        "frus1861: boundary dropped from 0.9100 to 0.9000",
        "frus1861: date dropped from 0.5000 to 0.0000",
    ]


def test_lost_text_is_told(benchmark: SimpleNamespace) -> None:
    results = [result(benchmark, "frus1882", 1.0, differ=2), result(benchmark, "frus1861", 1.0)]
    assert list(benchmark.summaries.losses(results)) == ["frus1882: the text of 2 documents differs from the source"]


def test_a_volume_that_cannot_be_segmented_is_told_and_counts_as_empty(
    benchmark: SimpleNamespace, tmp_path: Path, shared: Path
) -> None:
    raw, gold = tmp_path / "zenda.txt", tmp_path / "zenda.json"
    raw.write_text("Reiner\x01to nobody.", encoding="utf-8")  # no text that can stand in XML
    gold.write_text(json.dumps([{"id": "g1", "start": 0, "end": 17, "sender": ["Reiner"]}]), encoding="utf-8")
    found = benchmark.measure.measure(benchmark.volumes.Volume("frus", "zenda", raw, gold, None))
    assert found.scores == {"boundary": 0.0, "exact": 0.0, "pq": 0.0, "sender": 0.0}
    assert found.errors == {("boundary", "left out"): 1, ("sender", "document not found"): 1}
    assert [line.split(": ")[0] for line in benchmark.summaries.losses([found])] == ["zenda"]


def test_the_gap_is_that_of_the_two_groups(benchmark: SimpleNamespace) -> None:
    results = [
        result(benchmark, "chronological-1890-1894", 0.9, set_="schnitzler"),
        result(benchmark, "chronological-1906-1908", 0.8, set_="schnitzler"),
        result(benchmark, "correspondence-brandes-bahr", 0.9, set_="schnitzler"),
    ]
    rows = [row[1:3] for row in benchmark.summaries.split_grid(results).rows if row[0] == "schnitzler, titled"]
    assert rows == [("set on", "0.9000"), ("looked at", "0.8500"), ("gap", "+0.0500")]


def test_means_and_single_volumes_are_held_against_the_wanted(benchmark: SimpleNamespace) -> None:
    results = [result(benchmark, "frus1882", 1.0), result(benchmark, "frus1861", 0.94)]
    below = list(benchmark.summaries.below_wanted(results))
    assert below == ["frus, mean: boundary 0.9700, wanted 0.985", "frus1861: boundary 0.9400, wanted 0.95"]


def test_the_page_has_every_volume_and_every_kind_of_error(benchmark: SimpleNamespace) -> None:
    results = [result(benchmark, "frus1882", 1.0), result(benchmark, "kars-1921", 1.0, set_="seed")]
    page = benchmark.page.scores_page(results)
    assert "| frus1882 | 1.0000 |" in page
    assert "| boundary | merged | 3 | 3 |" in page
    assert page == benchmark.page.scores_page(results)


def test_the_committed_figures_are_those_of_the_page(repository: Path) -> None:
    committed = json.loads((repository / "benchmarks" / "scores.json").read_text(encoding="utf-8"))
    page = (repository / "docs" / "scores.md").read_text(encoding="utf-8")
    first = ("boundary", "exact", "pq")
    rows = [" | ".join([name, *(f"{found[figure]:.4f}" for figure in first)]) for name, found in committed.items()]
    assert rows
    assert [row for row in rows if f"| {row} |" not in page] == []


@pytest.mark.slow
def test_small_volumes_are_right_and_both_programs_agree(shared: Path, repository: Path) -> None:
    words = [sys.executable, str(repository / "benchmarks" / "score.py"), "kars-1921", "01", "07"]
    before = (repository / "docs" / "scores.md").read_bytes()
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=shared)
    assert (done.returncode, done.stderr) == (0, "")
    assert "disagrees" not in done.stdout
    assert "below the wanted" not in done.stdout
    assert "6/6" in done.stdout
    assert (repository / "docs" / "scores.md").read_bytes() == before
