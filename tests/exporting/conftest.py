"""The small edition, written as TEI and read again."""

from pathlib import Path

import pytest
from court import write_court
from editions import SPECIMENS
from zenda import LETTER, REPLY, STRAY, write_edition

from tei_archive import api
from tei_archive.tei import EncodedEdition


@pytest.fixture
def zenda(tmp_path: Path) -> EncodedEdition:
    """Three documents: the dated ones are out of order, one has nothing but its text."""
    folder = write_edition(tmp_path / "zenda", STRAY, REPLY, LETTER, base_url="https://example.org/zenda/")
    return api.load_edition(folder)


@pytest.fixture(scope="session")
def specimens(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[EncodedEdition, ...]:
    """Invented pages of several genres, cut as a beginner would cut them."""
    folder = tmp_path_factory.mktemp("specimens")
    for name in SPECIMENS:
        api.segment([shared / "gold" / "specimens" / "raw" / f"{name}.txt"], folder / name)
    return tuple(api.load_edition(folder / name) for name in SPECIMENS)


@pytest.fixture
def court(tmp_path: Path) -> EncodedEdition:
    """The same three with registers, names in their texts, and places on the earth."""
    return write_court(tmp_path / "court", base_url="https://example.org/zenda/")
