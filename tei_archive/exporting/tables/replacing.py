"""Whether a file that stands where a table is to be written is an earlier table of ours, or its description."""

from __future__ import annotations

import json

from tei_archive.exporting.tables.csv_text import header
from tei_archive.exporting.tables.table import Table

_BOM = b"\xef\xbb\xbf"


def is_table(content: bytes, table: Table) -> bool:
    """Whether the first line is the header row of the table."""
    return content.removeprefix(_BOM).partition(b"\n")[0].rstrip(b"\r") == header(table)


def is_description(content: bytes, table: Table) -> bool:
    """Whether it is a CSVW description of the columns of the table, in their order."""
    try:
        described = json.loads(content)
        names = [column["name"] for column in described["tableSchema"]["columns"]]
    except (ValueError, TypeError, KeyError):
        return False
    return names == [column.name for column in table.columns]
