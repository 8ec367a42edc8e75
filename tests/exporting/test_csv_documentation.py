"""The documentation of the table names each column, in order."""

import re
from pathlib import Path

from tei_archive.exporting.tables.columns import COLUMNS


def test_every_column_is_documented_in_its_place(repository: Path) -> None:
    text = (repository / "docs" / "tables.md").read_text(encoding="utf-8")
    columns = text.partition("## Columns")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \| \S", columns, re.MULTILINE) == [column.name for column in COLUMNS]
