"""Making a site again: what has not changed is not touched, what fails changes nothing, memory stays small."""

import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import ClassVar

import pytest
from zenda import LETTER, REPLY, STRAY, write_edition

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.exporting import OutputFile, Site
from tei_archive.tei import EncodedEdition


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return write_edition(tmp_path / "edition", LETTER, REPLY, STRAY)


def states(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was written, and which file of the disk it is."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.stat().st_ino) for path in files}


def test_what_has_not_changed_is_not_touched(edition: Path, tmp_path: Path) -> None:
    first = api.export(Site(), edition, tmp_path / "site")
    before = states(tmp_path / "site")
    time.sleep(0.01)
    again = api.export(Site(), edition, tmp_path / "site")
    assert states(tmp_path / "site") == before
    assert again == first


def test_only_what_has_changed_is_written(edition: Path, tmp_path: Path) -> None:
    api.export(Site(), edition, tmp_path / "site")
    before = states(tmp_path / "site")
    tei = edition / "tei" / "zenda-d003.xml"
    tei.write_text(tei.read_text(encoding="utf-8").replace("Nobody knows", "Nobody knew"), encoding="utf-8")
    time.sleep(0.01)
    api.export(Site(), edition, tmp_path / "site")
    after = states(tmp_path / "site")
    changed = {name for name, state in after.items() if state != before[name]}
    assert {"documents/zenda-d003.html", "tei/zenda-d003.xml", "written.sha256"} <= changed
    changed.remove("assets/texts.js")  # the words of all letters, for the search
    assert not any("d001" in name or "d002" in name or "persons" in name or "assets" in name for name in changed)


class Failing:
    """A site whose last page cannot be made."""

    file_name: ClassVar[str | None] = None

    def files(self, _edition: EncodedEdition, _name: str = "") -> Iterator[OutputFile]:
        yield OutputFile(PurePosixPath("index.html"), b"new")
        raise ExportError("the last page cannot be made")

    def made(self, _name: str, _content: bytes) -> bool:
        return False


@pytest.mark.parametrize("is_there", [True, False])
def test_nothing_is_changed_where_a_page_cannot_be_made(edition: Path, tmp_path: Path, is_there: bool) -> None:
    if is_there:
        api.export(Site(), edition, tmp_path / "site")
    before = states(tmp_path)
    with pytest.raises(ExportError, match="last page"):
        api.export(Failing(), edition, tmp_path / "site")
    assert states(tmp_path) == before
    assert (tmp_path / "site").exists() is is_there


class Large:
    """A site of many large files, each made when it is asked for."""

    file_name: ClassVar[str | None] = None

    def files(self, _edition: EncodedEdition, _name: str = "") -> Iterator[OutputFile]:
        yield from (OutputFile(PurePosixPath(f"{n}.html"), bytes([n]) * 1_000_000) for n in range(30))

    def made(self, _name: str, _content: bytes) -> bool:
        return False


def test_the_files_are_not_held_in_memory_together(edition: Path, tmp_path: Path) -> None:
    told: list[int] = []
    tracemalloc.start()
    api.export(Large(), edition, tmp_path / "site", told.append)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10_000_000
    assert told == list(range(1, 31))
    assert (tmp_path / "site" / "29.html").stat().st_size == 1_000_000
