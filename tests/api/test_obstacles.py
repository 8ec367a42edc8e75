"""What stands in the way of an edition or a site: it is named, and nothing is written."""

import errno
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from zenda import LETTER, write_edition

from tei_archive import api
from tei_archive.errors import TeiArchiveError
from tei_archive.exporting import CsvTables, Deposit, Format, LetterTexts, LinkedData, Site, TeiVolume
from tei_archive.files import write_atomically

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


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is UTF-8")
@pytest.mark.parametrize("place", ["sources/\udcff.txt", "tei/\udcff.xml"])
def test_a_name_that_is_not_utf_8_is_refused(place: str, tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    odd = edition / place
    next(odd.parent.iterdir()).rename(odd)
    with pytest.raises(TeiArchiveError, match="the name of the file is not UTF-8") as caught:
        api.load_edition(edition)
    assert caught.value.where is not None
    assert caught.value.where.path == str(odd)
    assert not api.validate([edition]).clean


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is UTF-8")
def test_an_export_of_a_name_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    before = tree(tmp_path)
    with pytest.raises(TeiArchiveError, match="the name of the file is not UTF-8"):
        api.export(CsvTables(("letters",)), edition, tmp_path / "\udcff.csv")
    assert tree(tmp_path) == before


def test_a_hidden_file_is_no_source(tmp_path: Path) -> None:
    hidden = tmp_path / ".papers.txt"
    hidden.write_text(TEXT, encoding="utf-8")
    with pytest.raises(TeiArchiveError, match="a hidden file is no source") as caught:
        api.segment([hidden], tmp_path / "edition")
    assert caught.value.hint
    assert tree(tmp_path) == [".papers.txt"]


def test_another_volume_that_is_not_there_is_named(text: Path, tmp_path: Path) -> None:
    with pytest.raises(TeiArchiveError, match="no such folder of another volume") as caught:
        api.segment([text], tmp_path / "edition", volumes=[tmp_path / "volume-1"])
    assert caught.value.hint is not None
    assert "[[volume]]" in caught.value.hint


@pytest.mark.parametrize("part", ["tei", "sources"])
def test_no_edition_is_made_in_a_part_of_another(part: str, text: Path, tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    before = tree(tmp_path)
    with pytest.raises(TeiArchiveError, match="part of an edition"):
        api.segment([text], edition / part)
    assert tree(tmp_path) == before


def test_no_edition_is_made_in_the_folder_of_an_export(text: Path, tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    api.export(LetterTexts(), edition, tmp_path / "texts")
    before = tree(tmp_path)
    with pytest.raises(TeiArchiveError, match="the folder of an export"):
        api.segment([text], tmp_path / "texts")
    assert tree(tmp_path) == before


def test_no_export_takes_the_place_of_a_file_of_an_edition(tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    before = (edition / "registers.xml").read_bytes()
    with pytest.raises(TeiArchiveError, match="a file of an edition"):
        api.export(TeiVolume(), edition, edition / "registers.xml")
    assert (edition / "registers.xml").read_bytes() == before


def circle(path: Path) -> Path:
    path.symlink_to(path.name)
    return path


def test_links_in_a_circle_are_named(text: Path, tmp_path: Path) -> None:
    edition, loop = write_edition(tmp_path / "edition", LETTER), circle(tmp_path / "loop")
    before = tree(tmp_path)
    for out in (
        lambda: api.export(Site(), edition, loop),
        lambda: api.export(CsvTables(("letters",)), edition, loop),
        lambda: api.segment([text], loop),
    ):
        with pytest.raises(TeiArchiveError, match=r"is needed|links"):
            out()
    assert loop.is_symlink()
    assert tree(tmp_path) == before


def test_a_link_in_a_circle_is_a_finding(tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    loop = circle(edition / "tei" / "loop.xml")
    assert str(loop) in {finding.where.path for finding in api.validate([edition]).findings}


def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    edition, form = write_edition(tmp_path / "edition", LETTER), CsvTables(("letters",))
    api.export(form, edition, tmp_path / "far" / "letters.csv")
    link = tmp_path / "letters.csv"
    link.symlink_to("far/letters.csv")
    api.export(form, edition, link)
    assert link.is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with names")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(pipe.read_bytes)
        write_atomically(pipe, b"letters")
        assert read.result(timeout=10) == b"letters"
    assert pipe.is_fifo()
    assert tree(tmp_path) == ["pipe"]


def test_a_name_without_measure_is_named_where_it_was_to_be(tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    file = next((edition / "tei").iterdir())
    file.write_text(file.read_text(encoding="utf-8").replace(f'"{LETTER.id}"', f'"{"z" * 300}"'), encoding="utf-8")
    with pytest.raises(TeiArchiveError, match="cannot be written") as caught:
        api.export(LetterTexts(), edition, tmp_path / "texts")
    assert caught.value.where is not None
    assert caught.value.where.path == str(tmp_path / "texts" / f"{'z' * 300}.txt")
    assert caught.value.hint is not None
    assert "shorter name" in caught.value.hint
    assert not (tmp_path / "texts").exists()


def test_an_interrupt_leaves_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(path: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "letters.csv", b"letters")
    assert tree(tmp_path) == []


@pytest.mark.parametrize("form", [CsvTables(("letters",)), LetterTexts(), Site()])
def test_two_documents_of_one_id_are_no_export(form: Format, tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    first = next((edition / "tei").iterdir())
    (edition / "tei" / "copy.xml").write_bytes(first.read_bytes())
    with pytest.raises(TeiArchiveError, match="in more than one file") as caught:
        api.export(form, edition, tmp_path / "out")
    assert caught.value.where is not None
    words = f"{caught.value.where.path} {caught.value.message}"
    assert "copy.xml" in words
    assert first.name in words
    assert not (tmp_path / "out").exists()


def test_an_id_that_is_no_name_is_shown_where_it_stands(tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    file = next((edition / "tei").iterdir())
    file.write_text(file.read_text(encoding="utf-8").replace(f'"{LETTER.id}"', '"a/b"'), encoding="utf-8")
    for form in (LetterTexts(), Site()):
        with pytest.raises(TeiArchiveError, match="cannot be the name of a file") as caught:
            api.export(form, edition, tmp_path / "out")
        assert caught.value.where is not None
        assert caught.value.where.path == str(file)


def test_what_the_settings_lack_is_named_with_their_file(tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    for form in (LinkedData(), Deposit(())):
        with pytest.raises(TeiArchiveError) as caught:
            api.export(form, edition, tmp_path / "out")
        assert caught.value.where is not None
        assert caught.value.where.path == str(edition / "tei-archive.toml")


def test_an_edition_without_its_registers_says_so(tmp_path: Path) -> None:
    edition = write_edition(tmp_path / "edition", LETTER)
    (edition / "registers.xml").unlink()
    with pytest.raises(TeiArchiveError, match="has no registers") as caught:
        api.load_edition(edition)
    assert caught.value.hint is not None
    assert "segment" in caught.value.hint


def test_tei_files_that_are_gone_are_told_from_those_that_never_were(text: Path, tmp_path: Path) -> None:
    edition = tmp_path / "edition"
    api.segment([text], edition, profile="letters-en")
    shutil.rmtree(edition / "tei")
    with pytest.raises(TeiArchiveError, match="are gone"):
        api.load_edition(edition)


@pytest.mark.parametrize(
    "name",
    ["ledger.jsonl", "registers.xml", "sources/papers.txt", "tei-archive.toml", "unclaimed.xml", "written.sha256"],
)
def test_a_link_in_a_circle_stops_a_run_before_anything_is_written(name: str, text: Path, tmp_path: Path) -> None:
    edition = tmp_path / "edition"
    (edition / "sources").mkdir(parents=True)
    circle(edition / name)
    before = tree(tmp_path)
    with pytest.raises(TeiArchiveError) as caught:
        api.segment([text], edition)
    assert str(edition / name) in str(caught.value.where)
    assert tree(tmp_path) == before


def test_a_link_to_a_tei_file_stays_one(text: Path, tmp_path: Path) -> None:
    edition = tmp_path / "edition"
    api.segment([text], edition, profile="letters-en")
    file = next((edition / "tei").iterdir())
    far = file.rename(tmp_path / "far.xml")
    file.symlink_to(far)
    settings = edition / "tei-archive.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('title = "', 'title = "New: '), encoding="utf-8")
    api.segment([text], edition)
    assert file.is_symlink()
    assert "New: " in far.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
@pytest.mark.parametrize("name", ["papers.txt", "ledger.jsonl"])
def test_a_disk_that_is_full_at_the_end_changes_nothing(
    name: str, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition, write = tmp_path / "edition", Path.write_bytes

    def fill(path: Path, content: bytes) -> int:
        if name in path.name:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", fill)
    with pytest.raises(TeiArchiveError, match="No space left") as caught:
        api.segment([text], edition, profile="letters-en")
    assert caught.value.where is not None
    assert Path(caught.value.where.path).name == name
    assert caught.value.hint is not None
    assert "make room" in caught.value.hint
    assert tree(tmp_path) == ["papers.txt"]
