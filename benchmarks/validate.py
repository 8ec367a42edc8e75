"""Measure the RELAX NG engine against jing: `python benchmarks/validate.py`. Writes to a temporary folder only.

Both sides run in turn, each in a process of its own, so that what disturbs the machine disturbs both; the ratio is that
of the medians. Memory is the most that the process had. Needs jing, and the folder `shared` beside the checkout.
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
from dataclasses import dataclass
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
    """A measurement: files, how often, and what the ratios to jing, or the memory in MiB, may be at most."""

    name: str
    files: Sequence[Path]
    runs: int
    wall: float
    memory: float | None = None
    most_memory: float | None = None


def run(command: Sequence[str]) -> Cost:
    """Run a command to its end; what it prints is dropped."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(target: Target) -> None:
    """Print a line for what was asked and what it is."""
    names = [str(SCHEMA), *map(str, target.files)]
    ours, jing = [], []
    for _ in range(target.runs):
        jing.append(run([shutil.which("jing") or "jing", *names]))
        ours.append(run([sys.executable, "-c", ENGINE, *names]))
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
    options = parser.parse_args()
    letters = sorted((SHARED / "conformance" / "letters").glob("*.xml"))
    if shutil.which("jing") is None or not letters:
        print(f"left out: jing is not installed, or there are no letters in {SHARED}")
        return
    measure(Target("one file, whole process", letters[:1], options.runs, 0.45))
    measure(Target(f"{len(letters)} letters, one process", letters, max(options.runs // 2, 1), 0.75, 0.35))
    with tempfile.TemporaryDirectory() as folder:
        large = write_large(letters, Path(folder) / "large.xml", options.size)
        measure(Target(f"one file of {options.size / 1e6:.0f} MB", [large], 1, 1.5, most_memory=100))


if __name__ == "__main__":
    main()
