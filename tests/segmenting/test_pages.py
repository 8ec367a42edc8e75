"""Invented pages with the traps of the genre, and what was read there, as files to be read by people."""

from pathlib import Path

import pytest
from dump import dump
from fixture_types import Golden, Jing
from texts import PAGES, PROFILES

from tei_archive import api
from tei_archive.model import Project
from tei_archive.profile import load_profile
from tei_archive.reading import read_source
from tei_archive.segmenting import choose_profile, segment_sources
from tei_archive.tei import encode_document, read_document

BASE, SOVIET = PROFILES
LETTERS = "09-bare-letters"
NAMES = sorted(path.stem for path in PAGES.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_read_as_expected(golden: Golden, name: str) -> None:
    profile = load_profile(BASE if name == LETTERS else SOVIET)
    edition = segment_sources([read_source(PAGES / f"{name}.txt", "p")], "p", profile)
    golden(dump(edition), f"segmenting/{name}.txt")


@pytest.mark.parametrize(
    ("name", "profile"), [(LETTERS, BASE), ("04-telegrams", SOVIET), ("01-notes-and-replies", SOVIET)]
)
def test_the_profile_is_chosen_by_the_evidence(name: str, profile: str) -> None:
    known = [load_profile(one) for one in PROFILES]
    assert choose_profile([read_source(PAGES / f"{name}.txt", "p")], known).profile == profile
    assert choose_profile([read_source(PAGES / f"{name}.txt", "p")], known[::-1]).profile == profile


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_on_a_page_is_written_and_read_again(tmp_path: Path, name: str) -> None:
    source = read_source(PAGES / f"{name}.txt", "p")
    for document in segment_sources([source], "p", load_profile(SOVIET)).documents:
        file = tmp_path / f"{document.id}.xml"
        file.write_bytes(encode_document(document, source, Project("Pages", "p"), SOVIET))
        assert read_document(file).document == document


def test_all_pages_together_are_a_valid_edition(tmp_path: Path) -> None:
    api.segment(sorted(PAGES.glob("*.txt")), tmp_path / "edition", profile=SOVIET)
    assert [finding for finding in api.validate([tmp_path / "edition"]).findings if finding.severity != "note"] == []


def test_all_pages_together_are_valid_tei(tmp_path: Path, shared: Path, jing: Jing) -> None:
    api.segment(sorted(PAGES.glob("*.txt")), tmp_path / "edition", profile=SOVIET)
    files = [*sorted((tmp_path / "edition" / "tei").glob("*.xml")), *sorted((tmp_path / "edition").glob("*.xml"))]
    assert len(files) > len(NAMES)
    assert jing(shared / "schemas" / "tei_all.rng", *files) == []
