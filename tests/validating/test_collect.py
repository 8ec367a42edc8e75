"""From paths to files: what is looked at when a file, a folder or an edition is named."""

from pathlib import Path

import pytest
from small_edition import Edition, write_edition

from tei_archive.errors import TeiArchiveError
from tei_archive.validating import Code, collect_files


def names(*paths: Path) -> list[str]:
    return [given.path.name for given in collect_files(paths).given]


ALL = ["strelsau-d001.xml", "strelsau-d002.xml", "registers.xml", "unclaimed.xml"]


def test_an_edition_is_its_documents_registers_and_rest(edition: Edition) -> None:
    (edition.folder / "site").mkdir()
    (edition.folder / "site" / "copy.xml").write_text("<a/>", encoding="utf-8")
    assert names(edition.folder) == ALL
    assert collect_files([edition.folder]).whole == (edition.folder,)


def test_other_folders_are_searched(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "a.xml").write_text("<a/>", encoding="utf-8")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "b.xml").write_text("<a/>", encoding="utf-8")
    (tmp_path / "letters" / "b.txt").write_text("b", encoding="utf-8")
    (tmp_path / "letters" / "round").symlink_to(tmp_path)
    batch = collect_files([tmp_path])
    assert [given.path.name for given in batch.given] == [*ALL, "b.xml"]
    assert batch.whole == (edition.folder,)


def test_a_file_is_taken_once(edition: Edition) -> None:
    assert names(edition.first, edition.folder, edition.folder / "tei") == ALL


def test_editions_are_kept_apart(tmp_path: Path) -> None:
    one, two = write_edition(tmp_path / "one"), write_edition(tmp_path / "two")
    assert one.check(tmp_path) == ()
    two.registers.unlink()
    assert {finding.code for finding in one.check(tmp_path)} == {
        Code.REGISTER_ENTRY_MISSING.code,
        Code.DECLARATION_MISSING.code,
    }


@pytest.mark.parametrize("name", ["nothing", "nothing.xml", "empty"])
def test_paths_that_hold_nothing_stop_the_run(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(TeiArchiveError) as error:
        collect_files([tmp_path / name])
    assert error.value.hint


def test_findings_stand_in_the_order_of_files_and_lines(edition: Edition) -> None:
    for path in (edition.second, edition.first):
        path.write_text(path.read_text(encoding="utf-8").replace("pers:", "pers:x-"), encoding="utf-8")
    places = [(found.where.path, found.where.line, found.where.column) for found in edition.check()]
    assert len(places) > 4
    assert places == sorted(places)
    assert edition.check() == edition.check()
