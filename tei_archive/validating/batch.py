"""What the layers look at: the files of a run, parsed once, and the editions that they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from tei_archive.errors import Location
from tei_archive.model import Finding
from tei_archive.validating.kept_findings import Memory
from tei_archive.validating.surroundings import Surroundings
from tei_archive.validating.tags import Tags

XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_IDS: Final = frozenset({XML_ID})


@dataclass(frozen=True, slots=True)
class Given:
    """A file to check, and the folder of the edition that it belongs to, if any."""

    path: Path
    edition: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class XmlFile:
    """A well-formed file: its path as it was given, and the whole one; its tree, its start tags, its SHA-256.

    A large file `is_head`: the tree ends with its first start tag, and size and time stand for the checksum.
    """

    path: Path
    place: Path
    edition: Path | None
    root: etree._Element
    tags: Tags
    checksum: str
    is_head: bool = False

    @property
    def state(self) -> str:
        """What tells the file, as it is now, from all others and from what it was before."""
        return f"{self.path} {self.checksum}"

    @property
    def id(self) -> str | None:
        """The `xml:id` of the outermost element."""
        return self.root.get(XML_ID)

    @property
    def identified(self) -> tuple[etree._Element, ...]:
        """The elements that have an `xml:id`, in document order."""
        return self.tags.with_any(_IDS)

    def where(self, element: etree._Element) -> Location:
        """Give back the place of an element's start tag."""
        return Location(str(self.path), *self.tags.position_of(element))


@dataclass(frozen=True, slots=True)
class SchematronChoice:
    """Which phase of a Schematron schema is to be run, None for its default, and with which engine.

    `embedded` asks for the rules that stand inside the grammars named, too.
    """

    phase: str | None = None
    engine: str = "elementpath"
    embedded: bool = False


@dataclass(frozen=True, slots=True)
class SchemaUse:
    """A schema file, and whether it is used as a grammar, for the Schematron rules in it, or both."""

    path: Path
    grammar: bool = True
    rules: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of a run, the schemas asked for, and the editions of which every file was given.

    `files`, and `large` with the heads of large files, are empty until the first layer has parsed what was given,
    `uses` until the second has chosen the schemas of each; a file without any is checked against ours. `memory` has
    what schemas have found in files before, `around` reads what lies around them.
    """

    given: tuple[Given, ...]
    whole: tuple[Path, ...] = ()
    schemas: tuple[Path, ...] = ()
    files: tuple[XmlFile, ...] = ()
    large: tuple[XmlFile, ...] = ()
    schematron: SchematronChoice = SchematronChoice()
    uses: Mapping[XmlFile, tuple[SchemaUse, ...]] = field(default_factory=dict)
    memory: Memory = field(default_factory=lambda: Memory(lasts=True))
    around: Surroundings = field(default_factory=Surroundings)

    @property
    def all_files(self) -> tuple[XmlFile, ...]:
        """The files that schemas look at, large ones at the end."""
        return (*self.files, *self.large)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The files by edition; those that lie in no edition form a group of their own."""
        editions = dict.fromkeys(given.edition for given in self.given)
        return tuple(self._group(edition) for edition in editions)

    def _group(self, edition: Path | None) -> Group:
        given = sum(file.edition == edition for file in self.given)
        files = tuple(file for file in self.files if file.edition == edition)
        return Group(edition, files, self.around, whole=edition in self.whole and len(files) == given)


@dataclass(frozen=True, slots=True)
class Group:
    """Files that belong together. The group is whole when each file of the edition was given and is well-formed."""

    edition: Path | None
    files: tuple[XmlFile, ...]
    around: Surroundings
    whole: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a layer found, and what the next layer is to look at."""

    findings: tuple[Finding, ...]
    batch: Batch


Layer = Callable[[Batch], Outcome]
