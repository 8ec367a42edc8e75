"""The documentation of the tables names each table and each column, in order."""

import re
from pathlib import Path

import pytest

from tei_archive.exporting import LAYOUTS, TABLES


def documented(repository: Path, heading: str) -> list[str]:
    """The first cells of the table of columns below a heading."""
    text = (repository / "docs" / "tables.md").read_text(encoding="utf-8")
    section = text.partition(f"\n{heading}\n")[2].partition("\n#")[0]
    return re.findall(r"^\| `([\w:]+(?: \w+)?)` \| \S", section, re.MULTILINE)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_documented_in_its_place(name: str, repository: Path) -> None:
    assert documented(repository, f"### {name}") == [column.name for column in TABLES[name].columns]


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_column_of_a_layout_is_documented_in_its_place(name: str, repository: Path) -> None:
    columns = [column.name for table in LAYOUTS[name].tables for column in table.columns]
    assert documented(repository, f"### {name}") == list(dict.fromkeys(columns))
