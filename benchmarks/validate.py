"""Measure `tei-archive validate` against jing: `python benchmarks/validate.py`. Writes to a temporary folder only.

Measured is the whole command as it is typed, all layers and all messages, in the form of messages that jing has
(`--format gnu`); `--engine` measures the RELAX NG engine alone. Both sides run in turn, each in a process of its own,
so that what disturbs the machine disturbs both; the ratio is that of the medians. Memory is the most that one had.
The schema has been read once before, as after the first run on a machine: it is kept compiled in the user's cache, for
which a temporary folder stands in. Its modules are compiled, as pip leaves them. Needs jing, and the folder `shared`
beside the checkout.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCHEMA = SHARED / "schemas" / "tei_all.rng"
ENGINE = """
import sys
from tei_archive.relaxng import Schema
schema = Schema.read(sys.argv[1])
for name in sys.argv[2:]:
    for violation in schema.validate(name):
        sys.stdout.write(f"{name}:{violation.line}:{violation.column}: error: {violation.message}\\n")
"""
LARGE = 200_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds by the clock, seconds of the processor, most memory in MiB."""

    wall: float
    processor: float
    memory: float


@dataclass(frozen=True, slots=True)
class Target:
    """A measurement: files, options, how often, and what the ratios to jing, or the memory in MiB, may be at most."""

    name: str
    files: Sequence[Path]
    runs: int
    wall: float
    options: Sequence[str] = field(default=("--no-cache",))
    memory: float | None = None
    most_memory: float | None = None


def run(command: Sequence[str]) -> Cost:
    """Run a command to its end; what it prints is dropped. The memory is that of the process, not of its children."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def our_command(target: Target, *, engine: bool) -> list[str]:
    """The command line of our side."""
    files = list(map(str, target.files))
    if engine:
        return [sys.executable, "-c", ENGINE, str(SCHEMA), *files]
    validate = [sys.executable, "-m", "tei_archive", "validate", "--schema", str(SCHEMA), "--format", "gnu"]
    return [*validate, *target.options, *files]


def measure(target: Target, *, engine: bool) -> None:
    """Print a line for what was asked and what it is."""
    command = our_command(target, engine=engine)
    run(command)
    ours, jing = [], []
    for _ in range(target.runs):
        jing.append(run([shutil.which("jing") or "jing", str(SCHEMA), *map(str, target.files)]))
        ours.append(run(command))
    wall, processor, memory = (
        [statistics.median(getattr(cost, field) for cost in side) for side in (ours, jing)]
        for field in ("wall", "processor", "memory")
    )
    print(
        f"{target.name}: {wall[0]:.2f} s against {wall[1]:.2f} s of jing, ratio {wall[0] / wall[1]:.2f}"
        f" (asked: {target.wall}); processor {processor[0] / processor[1]:.2f};"
        f" memory {memory[0]:.0f} against {memory[1]:.0f} MiB, ratio {memory[0] / memory[1]:.2f}"
        + (f" (asked: {target.memory})" if target.memory else "")
        + (f" (asked: {target.most_memory:.0f} MiB)" if target.most_memory else ""),
        flush=True,
    )


def write_large(letters: Sequence[Path], path: Path, size: int) -> Path:
    """Write one teiCorpus with the letters again and again, until the file has a size."""
    declaration = re.compile(rb"^\xef\xbb\xbf|<\?xml.*?\?>\s*")
    contents = [declaration.sub(b"", letter.read_bytes()) for letter in letters]
    header = re.search(rb"<teiHeader.*?</teiHeader>", contents[0], re.DOTALL)
    with path.open("wb") as file:
        file.write(b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">' + (header[0] if header else b""))
        while file.tell() < size:
            for content in contents:
                file.write(content)
        file.write(b"</teiCorpus>")
    return path


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--size", type=int, default=LARGE, help="bytes of the large file")
    parser.add_argument("--engine", action="store_true", help="measure the RELAX NG engine alone")
    options = parser.parse_args()
    letters = sorted((SHARED / "conformance" / "letters").glob("*.xml"))
    if shutil.which("jing") is None or not letters:
        print(f"left out: jing is not installed, or there are no letters in {SHARED}")
        return
    all_of_them = f"{len(letters)} letters"
    targets = [
        Target("one file", letters[:1], options.runs, 0.45),
        Target(f"{all_of_them}, one process", letters, options.runs, 0.75, memory=0.35),
    ]
    if not options.engine:
        targets += [
            Target(f"{all_of_them}, two processes", letters, options.runs, 0.5, ("--no-cache", "--jobs", "2")),
            Target(f"{all_of_them}, warm cache", letters, options.runs, 0.1, ()),
        ]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TEI_ARCHIVE_CACHE"] = str(Path(folder) / "cache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        for target in targets:
            measure(target, engine=options.engine)
        if options.size:
            large = write_large(letters, Path(folder) / "large.xml", options.size)
            name = f"one file of {options.size / 1e6:.0f} MB"
            measure(Target(name, [large], 1, 1.5, most_memory=100), engine=options.engine)


if __name__ == "__main__":
    main()
