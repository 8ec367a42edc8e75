"""Encoded documents and editions: what was read from TEI files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from tei_archive.model import Document, Project, Registers, Source


@dataclass(frozen=True, slots=True)
class EncodedDocument:
    """A document, the tree it was read from (with all that scholars added), the file, and its checksum."""

    document: Document
    root: etree._Element
    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class EncodedEdition:
    """An edition read from its folder: documents ordered by id, registers, and the untouched sources.

    `rules` says in a line what each rule reads that a value names.
    """

    folder: Path
    project: Project
    documents: tuple[EncodedDocument, ...]
    registers: Registers
    sources: tuple[Source, ...]
    rules: Mapping[str, str] = field(default_factory=dict)
