"""Compare the two Schematron engines on real letters: whether they find the same, and how long each takes.

    python benchmarks/schematron_engines.py [SCHEMA ...] [--every N]

Without arguments: the three Schematron files and the three grammars with embedded rules in `../shared/schemas`, on all
letters of `../shared/conformance/letters`. Exit code 1 where the engines differ.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from rich import box
from rich.console import Console
from rich.table import Table

from tei_archive.schematron import ENGINES, Finding, Kind, Schema

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCHEMAS = tuple(
    SHARED / "schemas" / name
    for name in (
        "cmif-1.1.sch",
        "cmif-correspsearch.sch",
        "schnitzler-briefe.sch",
        "cmif-1.1.rng",
        "schnitzler-briefe.xsd",
        "tei_all.rng",
    )
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What an engine found, and the seconds that it took to get ready and to run."""

    found: tuple[tuple[str, Finding], ...]
    faults: int
    loading: float
    running: float


def measure(engine: str, schema: Path, trees: Sequence[tuple[str, etree._ElementTree]]) -> Measured:
    """Run a schema with an engine."""
    start = time.process_time()
    ready = Schema.read(schema, engine=engine)
    loaded = time.process_time()
    found = tuple((name, finding) for name, tree in trees for finding in ready.validate(tree))
    return Measured(found, len(ready.faults), loaded - start, time.process_time() - loaded)


def comparable(found: tuple[tuple[str, Finding], ...]) -> Counter[tuple[str, ...]]:
    """Everything that both must agree in; the reason of an error is in the words of the engine."""
    return Counter(
        (name, finding.kind, finding.xpath, finding.rule, str(finding.schema.line), finding.severity, finding.test)
        + (() if finding.kind is Kind.NOT_RUN else (finding.message, str(finding.diagnostics)))
        for name, finding in found
    )


def main() -> int:
    """Print a row a schema."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("schemas", nargs="*", type=Path, default=SCHEMAS)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each Nth letter only")
    options = parser.parse_args()
    letters = sorted((SHARED / "conformance" / "letters").glob("*.xml"))[:: options.every]
    trees = [(path.name, etree.parse(path)) for path in letters]
    table = Table(
        "schema", "found", "not run", "only one", *(f"{engine}/s" for engine in ENGINES), "ratio", box=box.SIMPLE
    )
    differing = 0
    for schema in options.schemas:
        runs = [measure(engine, schema, trees) for engine in ENGINES]
        first, second = (comparable(run.found) for run in runs)
        apart = list(((first - second) + (second - first)).elements())
        differing += len(apart)
        not_run = sum(finding.kind is Kind.NOT_RUN for _, finding in runs[0].found)
        speeds = [len(trees) / run.running for run in runs]
        cells = (len(runs[0].found), not_run, len(apart), *(f"{speed:.0f}" for speed in speeds))
        table.add_row(schema.name, *map(str, cells), f"{speeds[1] / speeds[0]:.1f}")
        for difference in apart[:5]:
            print(difference)
    Console(width=110).print(f"{len(trees)} letters; files a CPU second", table)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
