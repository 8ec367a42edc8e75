"""What the tests of the schemas share: the four files, and documents as an editor leaves them."""

import sys
from pathlib import Path

import pytest
from lxml import etree
from rng_patterns import Grammar, read_grammar

from tei_archive.schema_files import schema_file

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent.parent / "schemas"))
EDITED = (HERE / "edited.xml", HERE / "edited-registers.xml")


@pytest.fixture(scope="session")
def grammar() -> Grammar:
    return read_grammar(schema_file("tei-archive.rng"))


@pytest.fixture(scope="session")
def tei_all(shared: Path) -> Grammar:
    return read_grammar(shared / "schemas" / "tei_all.rng")


@pytest.fixture(scope="session")
def odd() -> etree._Element:
    return etree.parse(schema_file("tei-archive.odd")).getroot()


@pytest.fixture(scope="session")
def edited() -> tuple[Path, ...]:
    """Valid files in which every element of the schema occurs."""
    return EDITED
