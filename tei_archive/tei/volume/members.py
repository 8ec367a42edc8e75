"""The files that go into a volume."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_archive.errors import EncodingError, Location
from tei_archive.model.folder import REGISTERS_FILE
from tei_archive.tei.edition import EncodedDocument, EncodedEdition
from tei_archive.tei.ids import check_ids
from tei_archive.tei.names import XML_ID
from tei_archive.tei.parsing import parse_file
from tei_archive.tei.references import Prefix, find_prefixes, normalise


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the edition: its tree to be changed, what its prefixes mean, and its id where it is a document."""

    path: Path
    root: etree._Element
    prefixes: Mapping[str, Prefix]
    document: EncodedDocument | None = None

    @property
    def id(self) -> str | None:
        """The id of the document."""
        return self.document.document.id if self.document else None

    def ids(self) -> Iterator[str]:
        """Give back every `xml:id` in the order of the file."""
        yield from (found for element in self.root.iter("*") if (found := element.get(XML_ID)))


def read_members(edition: EncodedEdition) -> tuple[tuple[Member, ...], Member | None]:
    """Give back the documents, each a copy, and the registers where there are any.

    Raises `ReadingError` where the registers cannot be read, and `EncodingError` where two documents, or
    two elements of one file, have the same id.
    """
    documents = tuple(_document(encoded, edition.folder) for encoded in edition.documents)
    known = Counter(member.id for member in documents)
    for member in documents:
        if known[member.id] > 1:
            raise EncodingError(
                f"the id {member.id} stands in more than one file", Location(str(member.path)), "give one another id"
            )
    path = edition.folder / REGISTERS_FILE
    return documents, _member(parse_file(path)[0], path, edition.folder) if path.is_file() else None


def _document(encoded: EncodedDocument, folder: Path) -> Member:
    root = deepcopy(encoded.root)
    root.set(XML_ID, encoded.document.id)
    return _member(root, encoded.path, folder, encoded)


def _member(root: etree._Element, path: Path, folder: Path, document: EncodedDocument | None = None) -> Member:
    check_ids(root, path)
    return Member(normalise(path), root, find_prefixes(root, path, folder), document)
