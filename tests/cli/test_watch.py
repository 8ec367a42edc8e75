"""`validate --watch` checks again when a file changes, and stops when it is interrupted."""

import os
import queue
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

LETTER = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
PATIENCE = 60


class Watching:
    """A command that watches, and the lines that it says on either stream."""

    def __init__(self, *words: str) -> None:
        command = [sys.executable, "-u", "-m", "tei_archive", "validate", *words, "--watch", "--format", "gnu"]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        with self.process.stdout as said:
            for line in said:
                self.lines.put(line)

    def end(self) -> None:
        """Stop it, if it still runs, and read what is left."""
        self.process.kill()
        self.process.wait()
        self.reader.join()

    def until(self, words: str) -> list[str]:
        """The lines up to the next one with these words."""
        found: list[str] = []
        while not (found and words in found[-1]):
            found.append(self.lines.get(timeout=PATIENCE))
        return found


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.xml"
    path.write_text(LETTER.format("words"), encoding="utf-8")
    return path


@pytest.fixture
def watching(letter: Path) -> Iterator[Watching]:
    started = Watching(str(letter))
    yield started
    started.end()


def test_a_change_is_checked_and_an_interrupt_ends_it(watching: Watching, letter: Path) -> None:
    assert any("no text of its own" in line for line in watching.until("1 file checked"))
    letter.write_text("<TEI>", encoding="utf-8")
    assert any("[TA003]" in line for line in watching.until("1 file checked"))
    os.kill(watching.process.pid, signal.SIGINT)
    assert watching.process.wait(PATIENCE) == 130
    assert watching.lines.empty() or "Traceback" not in "".join(list(watching.lines.queue))


def test_what_cannot_be_run_ends_it_at_once(tmp_path: Path) -> None:
    started = Watching(str(tmp_path / "none.xml"))
    assert started.process.wait(PATIENCE) == 2
    started.end()
    assert any("there is no such file" in line for line in started.until("there is no such file"))
