"""The first edition as it stands in the repository is what the program makes, and nothing is wrong with it."""

import shutil
from pathlib import Path

import pytest
from fixture_types import Jing

from tei_archive import api

GENERATED = ("ledger.jsonl", "registers.xml", "unclaimed.xml", "written.sha256")


@pytest.fixture(scope="session")
def corpus(repository: Path) -> Path:
    """The folder of the edition."""
    return repository / "corpus" / "kars-1921"


def test_the_edition_is_what_segment_makes_of_its_source(corpus: Path, tmp_path: Path) -> None:
    made = tmp_path / "kars-1921"
    report = api.segment([corpus / "sources" / "kars-1921.txt"], made, settings=corpus / "tei-archive.toml")
    assert report.project == api.load_edition(corpus).project
    names = [*GENERATED, *(f"tei/{path.name}" for path in sorted((corpus / "tei").iterdir()))]
    assert [name for name in names if (made / name).read_bytes() != (corpus / name).read_bytes()] == []
    assert sorted(path.name for path in (made / "tei").iterdir()) == sorted(
        path.name for path in (corpus / "tei").iterdir()
    )


def test_segmenting_the_edition_again_changes_nothing(corpus: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(corpus, tmp_path / "kars-1921")
    report = api.segment([copy / "sources" / "kars-1921.txt"], copy)
    assert (report.written, report.kept, report.removed) == ((), (), ())


def test_there_is_nothing_to_find(corpus: Path) -> None:
    assert api.validate([corpus]).findings == ()


def test_it_is_valid_tei(corpus: Path, shared: Path, jing: Jing) -> None:
    files = [*sorted((corpus / "tei").glob("*.xml")), corpus / "registers.xml", corpus / "unclaimed.xml"]
    assert len(files) == 8
    assert jing(shared / "schemas" / "tei_all.rng", *files) == []
