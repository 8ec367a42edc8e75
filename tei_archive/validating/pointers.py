"""References in the files of a run: where each is written, and what file and id it leads to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tei_archive.tei import references
from tei_archive.tei.references import ATTRIBUTES, Prefix, Target, prefix_of
from tei_archive.validating.batch import XmlFile

# Schemes of the web and of the field: a reference that begins with one leads out of the edition.
SCHEMES: Final = frozenset(
    ["ark", "data", "doi", "file", "ftp", "geo", "hdl", "http", "https", "info", "isbn", "mailto", "tel", "urn"]
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """One reference: where it is written, and its words; `prefix` is empty for `#id` and `file.xml#id`."""

    element: etree._Element
    attribute: str
    words: str

    @property
    def prefix(self) -> str:
        """The part before the colon."""
        return prefix_of(self.words)


def find_pointers(file: XmlFile) -> Iterator[Pointer]:
    """Give back every reference of a file, in document order."""
    for element in file.tags.with_any(ATTRIBUTES):
        for attribute, value in element.items():
            if attribute in ATTRIBUTES:
                for words in str(value).split():
                    yield Pointer(element, str(attribute), words)


def find_prefixes(file: XmlFile) -> Mapping[str, Prefix]:
    """Give back the prefixes that a file declares, and those of every edition of ours."""
    return references.find_prefixes(file.root, file.path, file.edition)


def resolve(pointer: Pointer, file: XmlFile, prefixes: Mapping[str, Prefix]) -> Target | None:
    """Follow a reference; None where it leads out of the edition or its prefix is not known."""
    return references.follow(pointer.words, file.root, file.place, prefixes)
