"""Invented pages with the traps of the genre, and what was read there, as files to be read by people."""

import pytest
from dump import dump
from fixture_types import Golden
from texts import PAGES, PROFILES

from tei_archive.profile import load_profile
from tei_archive.reading import read_source
from tei_archive.segmenting import choose_profile, segment_sources

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
    assert choose_profile([read_source(PAGES / f"{name}.txt", "p")], known).name == profile
    assert choose_profile([read_source(PAGES / f"{name}.txt", "p")], known[::-1]).name == profile
