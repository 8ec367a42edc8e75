"""Measure the segmenter on the gold texts: `make score` (exit 1 where a figure lies below the wanted one).

For the seed and each specimen the text is segmented with the settings of a beginner (none), the letters table is
exported, and the scoring program beside the checkout compares both with what is right. Nothing is written but a
temporary folder, which goes away.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from rich import box
from rich.console import Console
from rich.table import Table

from tei_archive import api
from tei_archive.exporting import ExportOptions

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SCORE = SHARED / "tools" / "score.py"
FIGURES = ("boundary", "exact", "pq", "sender", "addressee", "date", "place", "number", "reply_to")
SEED = dict.fromkeys(FIGURES, 1.0)
SPECIMENS = {"boundary": 0.98, "sender": 0.95, "addressee": 0.95, "date": 0.98}

Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Result:
    """One text: its figures, those that the gold says nothing of left out, and how many documents lost text."""

    name: str
    scores: Scores
    documents: int
    differ: int


def main() -> int:
    """Print the table of figures; give back the exit code."""
    if not SCORE.is_file():
        print("error: no gold texts beside the checkout (folder 'shared')", file=sys.stderr)
        return 2
    seed = measure(SHARED / "gold" / "seed", "kars-1921")
    specimens = [
        measure(SHARED / "gold" / "specimens", path.stem)
        for path in sorted((SHARED / "gold" / "specimens" / "raw").glob("*.txt"))
    ]
    average = Result("mean of the specimens", means(specimens), sum(r.documents for r in specimens), lost(specimens))
    show([seed, *specimens, average])
    below = [*missed(seed, SEED), *missed(average, SPECIMENS)]
    for line in below:
        print(f"below: {line}")
    return 1 if below else 0


def measure(folder: Path, name: str) -> Result:
    """Segment and export one text, and score the table."""
    raw, gold = folder / "raw" / f"{name}.txt", folder / "gold" / f"{name}.json"
    with tempfile.TemporaryDirectory() as temporary:
        edition = Path(temporary) / "edition"
        table = edition / "letters.csv"
        api.segment([raw], edition)
        api.export("csv", edition, table, ExportOptions(spreadsheet_safe=False))
        command = [sys.executable, str(SCORE), str(table), str(gold), "--raw", str(raw), "--tei", str(edition / "tei")]
        done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    scores = {figure: value(found[figure]) for figure in FIGURES if figure in found}
    return Result(name, scores, found["lossless"]["documents"], found["lossless"]["differ"])


def value(figure: float | Mapping[str, float]) -> float:
    """The F1 of a figure that has one."""
    return figure["f1"] if isinstance(figure, Mapping) else figure


def means(results: list[Result]) -> Scores:
    """The mean of each figure over the texts whose gold speaks of it."""
    values = {figure: [r.scores[figure] for r in results if figure in r.scores] for figure in FIGURES}
    return {figure: mean(found) for figure, found in values.items() if found}


def lost(results: list[Result]) -> int:
    """How many documents lost text."""
    return sum(result.differ for result in results)


def missed(result: Result, wanted: Scores) -> Iterator[str]:
    """Say which figures lie below the wanted ones."""
    for figure, least in wanted.items():
        if (found := result.scores.get(figure)) is not None and found < least:
            yield f"{result.name}: {figure} {found:.4f}, wanted {least}"
    if result.differ:
        yield f"{result.name}: the text of {result.differ} documents differs from the source"


def show(results: list[Result]) -> None:
    """Print a row a text and the wanted figures."""
    table = Table(box=box.SIMPLE_HEAD, padding=0)
    for column in ("text", *FIGURES, "lossless"):
        table.add_column(column, justify="left" if column == "text" else "right")
    for result in results:
        cells = (f"{result.scores[figure]:.3f}" if figure in result.scores else "" for figure in FIGURES)
        table.add_row(result.name, *cells, f"{result.documents - result.differ}/{result.documents}")
    for name, wanted in (("wanted of the seed", SEED), ("wanted of the mean", SPECIMENS)):
        table.add_row(name, *(str(wanted.get(figure, "")) for figure in FIGURES), "all", style="dim")
    Console(width=120).print(table)


if __name__ == "__main__":
    sys.exit(main())
