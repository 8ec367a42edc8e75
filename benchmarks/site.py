"""Measure how fast the web site is made: `.venv/bin/python benchmarks/site.py`. Works in a temporary folder.

The gold volumes of diplomatic papers, which stand beside the repository, are segmented once; their TEI files are then
copied under other ids until there are as many letters as asked for (5,000). Without the volumes the first edition is
copied, whose letters are shorter. The site is made three times: all pages, again with nothing changed, and again with
the text of one letter changed.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count, islice
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from tei_archive import api
from tei_archive.exporting import Site

SEED = Path(__file__).resolve().parent.parent / "corpus" / "kars-1921" / "sources" / "kars-1921.txt"
VOLUMES = Path(__file__).resolve().parents[2] / "shared" / "gold" / "frus" / "raw"
LETTERS = 5000


def main(letters: int = LETTERS) -> int:
    """Print a row a run."""
    texts = sorted(VOLUMES.glob("*.txt")) or [SEED]
    with tempfile.TemporaryDirectory() as folder:
        edition, site = Path(folder) / "edition", Path(folder) / "site"
        api.segment(texts, edition)
        multiply(edition / "tei", letters)
        table = Table(box=box.SIMPLE_HEAD, title=f"export html, {letters:,} letters")
        for column in ("run", "seconds", "letters a second", "files written"):
            table.add_column(column, justify="left" if column == "run" else "right")
        for name, before in (("all", nothing), ("nothing changed", nothing), ("one letter changed", change_one)):
            before(edition / "tei")
            took, written = timed(edition, site)
            table.add_row(name, f"{took:.1f}", f"{letters / took:,.0f}", f"{written:,}")
        Console().print(table)
        Console().print(f"{sum(1 for path in site.rglob('*') if path.is_file()):,} files; most memory: {memory():,} MB")
    return 0


def multiply(folder: Path, letters: int) -> None:
    """Copy the TEI files under other ids until there are so many."""
    files = sorted(folder.glob("*.xml"))
    first, _ = files[0].stem.rsplit("-", 1)
    copies = ((path, number) for number in count(1) for path in files)
    for path, number in islice(copies, max(0, letters - len(files))):
        text = path.read_text(encoding="utf-8").replace(f"{first}-d", f"{first}{number}-d")
        (folder / path.name.replace(f"{first}-d", f"{first}{number}-d")).write_text(text, encoding="utf-8")


def nothing(_: Path) -> None:
    """Leave the edition as it is."""


def change_one(folder: Path) -> None:
    """Add a word to the text of the first letter."""
    path = min(folder.glob("*.xml"))
    before, end, after = path.read_text(encoding="utf-8").rpartition("</p>")
    path.write_text(f"{before} indeed{end}{after}", encoding="utf-8")


def timed(edition: Path, site: Path) -> tuple[float, int]:
    """Give back how many seconds an export takes, and how many files it writes."""
    begun, start = time.time(), time.perf_counter()
    api.export(Site(), edition, site)
    took = time.perf_counter() - start
    return took, sum(1 for path in site.rglob("*") if path.is_file() and path.stat().st_mtime >= begun)


def memory() -> int:
    """Give back the most memory that this process and its children held, in megabytes."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024


if __name__ == "__main__":
    run: Callable[..., int] = main
    sys.exit(run(*map(int, sys.argv[1:2])))
