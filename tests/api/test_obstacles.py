"""What stands in the way of an edition or a site: it is named, and nothing is written."""

import sys
from pathlib import Path

import pytest
from zenda import LETTER, write_edition

from tei_archive import api
from tei_archive.errors import TeiArchiveError
from tei_archive.exporting import Site

TEXT = "Velmar, 3rd of March 1894\n\nDear Agnes,\n\nThe trunk has come.\n\nYours truly,\n\nJohanna Halvard\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "papers.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize(
    "name",
    [
        "ledger.jsonl",
        "registers.xml",
        "sources/papers.txt",
        "tei-archive.toml",
        "unclaimed.xml",
        "written.sha256",
    ],
)
def test_a_folder_in_the_place_of_a_file_is_named(name: str, text: Path, tmp_path: Path) -> None:
    out = tmp_path / "edition"
    (out / name).mkdir(parents=True)
    before = tree(tmp_path)
    with pytest.raises(TeiArchiveError, match=r"folder|directory") as caught:
        api.segment([text], out)
    assert caught.value.where is not None
    assert caught.value.where.path == str(out / name)
    assert caught.value.hint
    assert tree(tmp_path) == before


@pytest.mark.parametrize(("name", "out"), [("a", "a"), ("a", "a/b/c"), ("a/tei", "a"), ("a/sources", "a")])
def test_a_file_in_the_place_of_a_folder_is_named(name: str, out: str, text: Path, tmp_path: Path) -> None:
    obstacle = tmp_path / name
    obstacle.parent.mkdir(exist_ok=True)
    obstacle.write_text("a list of ferries", encoding="utf-8")
    before = tree(tmp_path)
    with pytest.raises(TeiArchiveError, match="a file, where a folder is needed") as caught:
        api.segment([text], tmp_path / out)
    assert caught.value.where is not None
    assert caught.value.where.path == str(obstacle)
    assert tree(tmp_path) == before


@pytest.mark.parametrize(("name", "is_folder"), [("site", False), ("site/documents", False), ("site/about.html", True)])
def test_what_stands_in_the_way_of_a_site_is_named(name: str, is_folder: bool, tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    obstacle = tmp_path / name
    obstacle.parent.mkdir(exist_ok=True)
    obstacle.mkdir() if is_folder else obstacle.touch()
    before = tree(tmp_path)
    with pytest.raises(TeiArchiveError, match="is needed") as caught:
        api.export(Site(), edition, tmp_path / "site")
    assert caught.value.where is not None
    assert caught.value.where.path == str(obstacle)
    assert tree(tmp_path) == before


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no folder refuses everybody")
def test_a_folder_that_takes_nothing_is_named(text: Path) -> None:
    with pytest.raises(TeiArchiveError, match="cannot be written") as caught:
        api.segment([text], Path("/proc/edition"))
    assert caught.value.where is not None
    assert caught.value.where.path == "/proc/edition"
