"""The two columns that say where a row's words stand in the source."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tei_archive.exporting.tables.column import NIF, Column, Values
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.model import Span

Row = TypeVar("Row")

_START = ("first character in the source", "erstes Zeichen in der Quelle", "premier caractère dans la source")
_END = ("character after the last", "Zeichen nach dem letzten", "caractère après le dernier")


def start_column(span_of: Callable[[Row], Span | None]) -> Column[Row]:
    """Give back the column `start`; its cells are empty where the span of a row is not known."""

    def start(row: Row) -> Values:
        span = span_of(row)
        return (str(span.start),) if span else ()

    return Column("start", Kind.COUNT, start, _START, NIF + "beginIndex")


def end_column(span_of: Callable[[Row], Span | None]) -> Column[Row]:
    """Give back the column `end`; its cells are empty where the span of a row is not known."""

    def end(row: Row) -> Values:
        span = span_of(row)
        return (str(span.end),) if span else ()

    return Column("end", Kind.COUNT, end, _END, NIF + "endIndex")
