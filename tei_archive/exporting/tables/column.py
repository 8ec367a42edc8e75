"""Columns: the name of each, what its cells may hold, and how they are read from a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from tei_archive.exporting.tables.kinds import Kind

Values = tuple[str, ...]
Row_contra = TypeVar("Row_contra", contravariant=True)

DC = "http://purl.org/dc/terms/"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
SCHEMA = "https://schema.org/"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row_contra]):
    """One column; `many` says that a cell may hold several values.

    `titles` are in English, German and French; columns of other programs' tables have none. `property` is the address
    of what means the same in another vocabulary.
    """

    name: str
    kind: Kind
    values: Callable[[Row_contra], Values]
    titles: tuple[str, str, str] = ("", "", "")
    property: str | None = None
    many: bool = False


def constant(value: str) -> Callable[[object], Values]:
    """Give back what reads the same value from every row."""
    return lambda _: (value,)
