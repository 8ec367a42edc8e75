"""The description of tables after CSV on the Web (W3C Recommendation of 17 December 2015)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Never

from tei_archive.exporting.tables.column import Column
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.table import Table
from tei_archive.model import Project

Json = str | bool | Sequence["Json"] | Mapping[str, "Json"]

_CONTEXT: Json = ["http://www.w3.org/ns/csvw", {"@language": "en"}]
_GUARD: Mapping[bool, str] = MappingProxyType(
    {
        True: "Cells of free text that a spreadsheet would take for a formula begin with an apostrophe that is not"
        " part of the text; the same holds after a semicolon.",
        False: "Cells hold the text as it is. Do not open the table in a spreadsheet unless you trust its sources.",
    }
)
_DIALECT: Mapping[str, Json] = MappingProxyType(
    {
        "encoding": "utf-8",
        "delimiter": ",",
        "quoteChar": '"',
        "doubleQuote": True,
        "lineTerminators": ["\r\n"],
        "header": True,
        "trim": False,
    }
)


def describe(project: Project, table: Table, name: str, *, safe: bool) -> bytes:
    """Give back the metadata document of one table, as JSON; `name` is the name of its file.

    It has no foreign keys, since the tables that they lead to are not there.
    """
    described = {"url": name, "dc:title": project.title, "dc:description": f"{_about(table)} {_GUARD[safe]}"}
    return _json(
        {"@context": _CONTEXT, **described, **_licence(project), **_schema(table, ()), "dialect": {**_DIALECT}}
    )


def describe_group(project: Project, tables: Sequence[Table], *, safe: bool) -> bytes:
    """Give back the metadata document of several tables in one folder, with the keys between them, as JSON."""
    described: dict[str, Json] = {"dc:title": project.title, "dc:description": _GUARD[safe]}
    listed = [{"url": table.file_name, "dc:description": _about(table), **_schema(table, tables)} for table in tables]
    return _json({"@context": _CONTEXT, **described, **_licence(project), "dialect": {**_DIALECT}, "tables": listed})


def _json(content: Mapping[str, Json]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _about(table: Table) -> str:
    if not any(column.many for column in table.columns):
        return table.about
    return f"{table.about} Several values in one cell are separated by {table.separator!r}."


def _licence(project: Project) -> Mapping[str, Json]:
    return {"dc:license": {"@id": project.licence}} if project.licence else {}


def _schema(table: Table, others: Sequence[Table]) -> Mapping[str, Json]:
    filled = {table.key, *(key.column for key in table.foreign_keys)}
    schema: dict[str, Json] = {
        "columns": [_column(column, table.separator, required=column.name in filled) for column in table.columns]
    }
    if table.key:
        schema["primaryKey"] = table.key
    if keys := list(_foreign_keys(table, others)):
        schema["foreignKeys"] = keys
    if titles := [column.name for column in table.columns if column.name in {"title", "name"}]:
        schema["rowTitles"] = titles
    return {"tableSchema": schema}


def _foreign_keys(table: Table, others: Sequence[Table]) -> Iterator[Json]:
    """The keys that lead to tables which are there.

    Columns that may be empty, such as `reply_to` of letters, are no foreign keys: to CSVW an empty cell breaks one.
    """
    known = {other.name: other for other in others}
    for key in table.foreign_keys:
        if (other := known.get(key.table)) and other.key:
            reference = {"resource": other.file_name, "columnReference": other.key}
            yield {"columnReference": key.column, "reference": reference}


def _column(column: Column[Never], separator: str, *, required: bool) -> Json:
    described: dict[str, Json] = {
        "name": column.name,
        "titles": _titles(column),
        "datatype": _datatype(column.kind),
        "required": required,
    }
    if column.many:
        described["separator"] = separator
    if column.property:
        described["propertyUrl"] = column.property
    return described


def _titles(column: Column[Never]) -> Json:
    english, german, french = column.titles
    # The header row is the name; CSVW wants it among the titles.
    return {"en": [column.name, english], "de": german, "fr": french}


def _datatype(kind: Kind) -> Json:
    if kind.datatype == "string" and kind.pattern:
        return {"base": "string", "format": f"^(?:{kind.pattern})$"}
    return kind.datatype
