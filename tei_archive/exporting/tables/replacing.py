"""Whether a file that stands where a table is to be written is an earlier table of ours, or its description."""

import json

from tei_archive.exporting.tables.columns import COLUMNS

_BOM = b"\xef\xbb\xbf"
_HEADER = ",".join(column.name for column in COLUMNS).encode()


def is_table(content: bytes) -> bool:
    """Whether the first line is the header row of the letters table."""
    return content.removeprefix(_BOM).partition(b"\n")[0].rstrip(b"\r") == _HEADER


def is_description(content: bytes) -> bool:
    """Whether it is a CSVW description of the columns of the letters table, in their order."""
    try:
        described = json.loads(content)
        names = [column["name"] for column in described["tableSchema"]["columns"]]
    except (ValueError, TypeError, KeyError):
        return False
    return names == [column.name for column in COLUMNS]
