"""The index of letters in CMIF, for correspSearch and others: who wrote to whom, when and where, and no text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar, Final

from tei_archive.exporting.cmif.descriptions import describe_letters
from tei_archive.exporting.cmif.header import encode_file_description
from tei_archive.exporting.cmif.letters import letters
from tei_archive.exporting.cmif.omissions import find_omissions
from tei_archive.exporting.cmif.requirements import settle
from tei_archive.exporting.output import OutputFile
from tei_archive.tei import EncodedEdition
from tei_archive.tei.building import build
from tei_archive.tei.layout import serialize

_MARK: Final = b"<!-- Written by tei-archive export cmif: a change made here is lost when it is written again. -->\n"
_LONGEST_DECLARATION: Final = 100


@dataclass(frozen=True, slots=True)
class LetterIndex:
    """The index. `date` is the time of this version, a day or a time stamp; without it, the day of the edition counts.

    `statements` adds what version 2 of CMIF has beyond 1.1: where the TEI file is, what the text was taken from, the
    language, and whom and what place it names.
    """

    file_name: ClassVar[str | None] = "cmif.xml"
    date: str | None = None
    statements: bool = False

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        """Give back the index. Raises `ExportError` where the settings lack what CMIF asks for; it names all of it."""
        facts = settle(edition.project, edition.folder, self.date)
        known = tuple(letters(edition))
        descriptions = describe_letters(known, edition, facts, statements=self.statements)
        header = build("teiHeader", {}, encode_file_description(facts), build("profileDesc", {}, *descriptions))
        root = build("TEI", {}, header, build("text", {}, build("body", {}, build("p", {}))))
        declaration, _, rest = serialize(root).partition(b"\n")
        content = b"\n".join((declaration, _MARK + rest))
        yield OutputFile(PurePosixPath(name), content, find_omissions(known, edition))

    def made(self, _name: str, content: bytes) -> bool:
        """Whether it is an earlier index of ours: the comment at its head says so."""
        return _MARK.strip() in content[: len(_MARK) + _LONGEST_DECLARATION]
