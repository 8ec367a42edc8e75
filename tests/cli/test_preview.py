"""`preview` serves the pages, makes them anew, keeps the old ones where that fails, and ends quietly."""

import os
import queue
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest

PATIENCE = 60


class Preview:
    """A preview that runs, and the lines that it says on either stream."""

    def __init__(self, *words: str | Path) -> None:
        command = [sys.executable, "-u", "-m", "tei_archive", "preview", *map(str, words), "--port", "0"]
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
                self.lines.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """The lines up to the next one with these words."""
        found: list[str] = []
        while not (found and words in found[-1]):
            found.append(self.lines.get(timeout=PATIENCE))
        return found

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.reader.join()

    def left(self) -> list[str]:
        """The lines that nobody has read, once it has ended."""
        self.reader.join(PATIENCE)
        return list(self.lines.queue)


@pytest.fixture
def preview(kars: Path) -> Iterator[Preview]:
    started = Preview(kars)
    yield started
    started.end()


def read(address: str) -> str:
    with urlopen(address, timeout=PATIENCE) as answer:
        text: str = answer.read().decode()
    return text


def test_it_shows_what_changes_keeps_what_was_and_ends_quietly(preview: Preview, kars: Path) -> None:
    address = preview.until("http://127.0.0.1:")[-1]
    preview.until("Press Ctrl-C")
    letter, page = kars / "tei" / "kars-1921-d001.xml", f"{address}documents/kars-1921-d001.html"
    before = letter.read_text(encoding="utf-8")
    assert "readily accepts" in read(page)

    letter.write_text(before.replace("readily accepts", "gladly accepts"), encoding="utf-8")
    assert "documents/kars-1921-d001.html" in preview.until("Made anew:")[-1]
    assert "gladly accepts" in read(page)

    letter.write_text(before.replace("</TEI>", ""), encoding="utf-8")
    assert any("error: " in line and letter.name in line for line in preview.until("The pages stay as they were."))
    assert "gladly accepts" in read(page)

    letter.write_text(before, encoding="utf-8")
    preview.until("Made anew:")
    assert "readily accepts" in read(page)

    os.kill(preview.process.pid, signal.SIGINT)
    assert preview.process.wait(PATIENCE) == 130
    assert "Traceback" not in "".join(preview.left())
    assert not (kars / "site").exists()


def test_what_is_no_edition_ends_it_at_once(tmp_path: Path) -> None:
    started = Preview(tmp_path / "none")
    assert started.process.wait(PATIENCE) == 2
    assert any("hint: " in line for line in started.left())
    assert not any("http://" in line for line in started.left())
