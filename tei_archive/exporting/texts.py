"""The texts of an edition without markup: a file a letter, or all in one."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from tei_archive.exporting.file_names import checked_name
from tei_archive.exporting.output import OutputFile
from tei_archive.exporting.plain_text import plain_text
from tei_archive.tei import EncodedEdition

# XML has no form feed, and so no source has one: nothing in a text can be taken for the sign between two.
_PAGE = "\f"


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """A folder of plain texts: one a letter, by its id, enclosures included."""

    file_name: ClassVar[str | None] = None

    def files(self, edition: EncodedEdition, _name: str = "") -> Iterator[OutputFile]:
        """Give back the files. Raises `ExportError` where an id cannot be a file name."""
        for encoded in edition.documents:
            name = f"{checked_name(encoded.document.id, encoded.path)}.txt"
            yield OutputFile(PurePosixPath(name), plain_text(encoded.document).encode("utf-8"))

    def made(self, _name: str, _content: bytes) -> bool:
        """Never by itself: the list of the files that were written says it."""
        return False


@dataclass(frozen=True, slots=True)
class VolumeText:
    """All letters in one plain text, each after a form feed: its id, an empty line, its text."""

    file_name: ClassVar[str | None] = "letters.txt"

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        """Give back the file."""
        letters = (encoded.document for encoded in edition.documents)
        text = "".join(f"{_PAGE}{letter.id}\n\n{plain_text(letter)}" for letter in letters)
        yield OutputFile(PurePosixPath(name), text.encode("utf-8"))

    def made(self, _name: str, content: bytes) -> bool:
        """Whether it begins as ours do."""
        return content.startswith(_PAGE.encode())
