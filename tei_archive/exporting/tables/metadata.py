"""The description of the letters table after CSV on the Web (W3C Recommendation of 17 December 2015)."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tei_archive.exporting.tables.columns import COLUMNS, SEPARATOR, Column
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.titles import PROPERTIES, TITLES
from tei_archive.model import Project

Json = str | bool | Sequence["Json"] | Mapping[str, "Json"]

_LIST = (
    f"Several values in one cell are separated by {SEPARATOR!r}. Lists of ids and roles are empty or have as many"
    " members as their list of names."
)
_GUARD: Mapping[bool, str] = MappingProxyType(
    {
        True: "Cells of free text that a spreadsheet would take for a formula begin with an apostrophe that is not"
        " part of the text; the same holds after a semicolon.",
        False: "Cells hold the text as it is. Do not open the table in a spreadsheet unless you trust its sources.",
    }
)


def describe(project: Project, name: str, *, spreadsheet_safe: bool) -> bytes:
    """Give back the metadata document for the table of this name, as JSON."""
    # No foreignKeys: to CSVW an empty cell breaks them, and most letters answer none and are part of none.
    table: dict[str, Json] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": name,
        "dc:title": project.title,
        "dc:description": f"One row for each communication. {_LIST} {_GUARD[spreadsheet_safe]}",
        **({"dc:license": {"@id": project.licence}} if project.licence else {}),
        "tableSchema": {
            "columns": [_column(column) for column in COLUMNS],
            "primaryKey": "id",
            "rowTitles": ["title"],
        },
        "dialect": {
            "encoding": "utf-8",
            "delimiter": ",",
            "quoteChar": '"',
            "doubleQuote": True,
            "lineTerminators": ["\r\n"],
            "header": True,
            "trim": False,
        },
    }
    return (json.dumps(table, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _column(column: Column) -> dict[str, Json]:
    described: dict[str, Json] = {
        "name": column.name,
        "titles": _titles(column.name),
        "datatype": _datatype(column.kind),
        "required": column.name == "id",
    }
    if column.many:
        described["separator"] = SEPARATOR
    if column.name in PROPERTIES:
        described["propertyUrl"] = PROPERTIES[column.name]
    return described


def _titles(name: str) -> dict[str, Json]:
    english, german, french = TITLES[name]
    # The header row is the name; CSVW wants it among the titles.
    return {"en": [name, english], "de": german, "fr": french}


def _datatype(kind: Kind) -> Json:
    if kind.datatype == "string" and kind.pattern:
        return {"base": "string", "format": f"^(?:{kind.pattern})$"}
    return kind.datatype
