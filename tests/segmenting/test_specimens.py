"""The specimens, measured by the scoring program that stands beside the checkout."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tei_archive import api
from tei_archive.exporting import CsvTables

NAMES = ("01", "03", "04", "06", "07", "09", "10", "12")
LEAST = 0.98


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_of_a_specimen_is_high_and_no_text_is_lost(shared: Path, tmp_path: Path, name: str) -> None:
    folder = shared / "gold" / "specimens"
    found = score(folder / "raw" / f"{name}.txt", folder / "gold" / f"{name}.json", shared, tmp_path / "edition")
    assert {key: value for key, value in figures(found) if value < LEAST} == {}
    assert len(dict(figures(found))) >= 3
    assert lost(found) == 0


def test_the_seed_has_full_marks(shared: Path, tmp_path: Path) -> None:
    folder = shared / "gold" / "seed"
    found = score(folder / "raw" / "kars-1921.txt", folder / "gold" / "kars-1921.json", shared, tmp_path / "edition")
    assert {key: value for key, value in figures(found) if value != 1} == {}
    assert lost(found) == 0


def score(raw: Path, gold: Path, shared: Path, edition: Path) -> Mapping[str, object]:
    """Segment, export and score a text with nothing but the defaults, as a beginner would."""
    api.segment([raw], edition)
    table = edition / "letters.csv"
    api.export(CsvTables(spreadsheet_safe=False), edition, table)
    words = [
        str(shared / "tools" / "score.py"),
        str(table),
        str(gold),
        "--raw",
        str(raw),
        "--tei",
        str(edition / "tei"),
    ]
    done = subprocess.run([sys.executable, *words, "--json"], capture_output=True, text=True, check=True)
    answer: Mapping[str, object] = json.loads(done.stdout)
    return answer


def figures(found: Mapping[str, object]) -> Iterator[tuple[str, float]]:
    """Every F1 and the panoptic quality."""
    for key, value in found.items():
        if isinstance(value, dict) and isinstance(value.get("f1"), int | float):
            yield key, value["f1"]
        elif key == "pq" and isinstance(value, int | float):
            yield key, value


def lost(found: Mapping[str, object]) -> int:
    lossless = found["lossless"]
    assert isinstance(lossless, dict)
    assert lossless["documents"] > 0
    return int(lossless["differ"])
