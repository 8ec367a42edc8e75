"""Measure the segmenter on the gold texts: `make score`.

Exit code 1 where a figure drops below that in scores.json or text is lost, 2 where there are no gold texts. Writes
docs/scores.md, and scores.json with --write; with names of volumes only these are measured, and nothing is written.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from measure import Result, measure
from rich import box
from rich.console import Console
from rich.table import Table
from scores_page import scores_page
from summaries import (
    Grid,
    below_wanted,
    by_set,
    drops,
    errors_grid,
    losses,
    split_grid,
    volumes_grid,
)
from volumes import SCORE, find_volumes

REPOSITORY = Path(__file__).resolve().parent.parent
COMMITTED = REPOSITORY / "benchmarks" / "scores.json"
PAGE = REPOSITORY / "docs" / "scores.md"
PROCESSES = 2
WIDTH = 150


def main() -> int:
    """Measure, print, write; give back the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="VOLUME", help="measure these alone, and write nothing")
    parser.add_argument("--write", action="store_true", help="renew benchmarks/scores.json")
    given = parser.parse_args()
    if not SCORE.is_file():
        print("error: no gold texts beside the checkout (folder 'shared')", file=sys.stderr)
        return 2
    volumes = [volume for volume in find_volumes() if not given.names or volume.name in given.names]
    with ProcessPoolExecutor(PROCESSES) as pool:
        results = list(map(_told, pool.map(measure, volumes)))
    failed = show(results)
    if not given.names:
        PAGE.write_text(scores_page(results), encoding="utf-8", newline="\n")
        if given.write:
            COMMITTED.write_text(committed(results), encoding="utf-8", newline="\n")
    return 1 if failed else 0


def _told(result: Result) -> Result:
    """Say on standard error that a volume is done, which may take a while."""
    if sys.stderr.isatty():
        print(f"measured: {result.name}", file=sys.stderr)
    return result


def show(results: Sequence[Result]) -> bool:
    """Print the tables and what is amiss; say whether anything has dropped or was lost."""
    for name, found in by_set(results).items():
        show_grid(volumes_grid(name, found))
    for grid in (split_grid(results), errors_grid(results)):
        if grid.rows:
            show_grid(grid)
    before = json.loads(COMMITTED.read_text(encoding="utf-8")) if COMMITTED.is_file() else {}
    failures = [*drops(results, before), *losses(results)]
    for line in below_wanted(results):
        print(f"below the wanted: {line}")
    for result in results:
        for line in result.disagreements:
            print(f"`tei-archive score` disagrees: {result.name}: {line}")
    for line in failures:
        print(f"failed: {line}")
    return bool(failures)


def show_grid(grid: Grid) -> None:
    """Print a table."""
    table = Table(box=box.SIMPLE_HEAD, padding=0, title=grid.title, title_justify="left")
    for index, column in enumerate(grid.columns):
        figures = all(row[index][:1] in "+-0123456789" for row in grid.rows)
        table.add_column(column, justify="right" if figures else "left")
    for row in grid.rows:
        table.add_row(*row)
    Console(width=WIDTH).print(table)


def committed(results: Sequence[Result]) -> str:
    """Give back the figures as they are committed."""
    figures = {result.name: {name: round(value, 4) for name, value in result.scores.items()} for result in results}
    return json.dumps(figures, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main())
