"""Measure speed: `make bench`. Writes nothing but a temporary folder, which goes away.

Seconds depend on the machine, ratios hardly do. So each step is compared with a reference that everybody understands:
reading the same characters, finding their words and taking their checksum. The last column says how the time grows
when there is twice as much text: 2 is linear, 4 is quadratic.

Where the gold texts stand beside the repository, a second table says how long `segment` takes for whole volumes of
diplomatic papers, with all TEI files written.
"""

import hashlib
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from tei_archive import api
from tei_archive.exporting import CsvTables, Site

SEED = Path(__file__).resolve().parent.parent / "corpus" / "kars-1921" / "sources" / "kars-1921.txt"
VOLUMES = Path(__file__).resolve().parents[2] / "shared" / "gold" / "frus" / "raw"
COPIES = 4
RUNS = 3

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Step:
    """What is measured: a name, and the work on an edition made from so many texts."""

    name: str
    work: Callable[[Sequence[Path], Path], object]


STEPS = (
    Step("reference", lambda texts, _: [reference(text) for text in texts]),
    Step("segment", api.segment),
    Step("validate", lambda _, out: api.validate([out])),
    Step("export csv", lambda _, out: api.render(CsvTables(), out)),
    Step("export html", lambda _, out: api.render(Site(), out)),
)


def reference(path: Path) -> tuple[int, str]:
    """Read a text, find its words, take its checksum."""
    content = path.read_bytes()
    return len(WORD.findall(content.decode("utf-8"))), hashlib.sha256(content).hexdigest()


def main() -> int:
    """Print a row a step."""
    once, twice = (measure(copies) for copies in (COPIES, 2 * COPIES))
    characters = 2 * COPIES * len(SEED.read_text(encoding="utf-8"))
    table = Table(box=box.SIMPLE_HEAD, title=f"{characters:,} characters, {2 * COPIES} texts")
    for column in ("step", "characters a second", "× reference", "growth"):
        table.add_column(column, justify="left" if column == "step" else "right")
    for step in STEPS:
        took = twice[step.name]
        ratio, growth = took / twice["reference"], took / once[step.name]
        table.add_row(step.name, f"{characters / took:,.0f}", f"{ratio:,.1f}", f"{growth:.1f}")
    Console().print(table)
    Console().print(volumes(sorted(VOLUMES.glob("*.txt"))))
    return 0


def volumes(texts: Sequence[Path]) -> Table | str:
    """A row a volume: megabytes of raw text that `segment` turns into TEI in a second of the processor."""
    if not texts:
        return f"segment on whole volumes: left out, since there are no texts in {VOLUMES}"
    table = Table(box=box.SIMPLE_HEAD, title="segment on whole volumes, TEI written")
    for column in ("volume", "documents", "MB", "MB a second", "× reference"):
        table.add_column(column, justify="left" if column == "volume" else "right")
    for text in texts:
        megabytes = text.stat().st_size / 1_000_000
        documents, took = segmented(text)
        ratio = took / seconds(partial(reference, text))
        table.add_row(text.stem, f"{documents}", f"{megabytes:.2f}", f"{megabytes / took:.2f}", f"{ratio:,.0f}")
    return table


def segmented(text: Path) -> tuple[int, float]:
    """How many documents a volume has, and the shortest time that it takes to encode them."""
    documents, times = 0, []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as temporary:
            begun = time.process_time()
            documents = len(api.segment([text], Path(temporary) / "edition").edition.documents)
            times.append(time.process_time() - begun)
    return documents, min(times)


def seconds(work: Callable[[], object]) -> float:
    """The shortest time of the processor that some work takes."""
    times: list[float] = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def measure(copies: int) -> dict[str, float]:
    """The shortest time of the processor for each step, in seconds, for so many copies of the seed."""
    times: dict[str, list[float]] = {step.name: [] for step in STEPS}
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as temporary:
            texts = [Path(temporary) / f"text-{number:03}.txt" for number in range(copies)]
            for text in texts:
                text.write_bytes(SEED.read_bytes())
            for step in STEPS:
                begun = time.process_time()
                step.work(texts, Path(temporary) / "edition")
                times[step.name].append(time.process_time() - begun)
    return {name: min(found) for name, found in times.items()}


if __name__ == "__main__":
    sys.exit(main())
