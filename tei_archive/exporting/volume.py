"""The edition as one TEI file, for those who need all letters in one."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from tei_archive.exporting.output import OutputFile
from tei_archive.tei import EncodedEdition, encode_volume
from tei_archive.tei.volume import BEGINNING


@dataclass(frozen=True, slots=True)
class TeiVolume:
    """A `teiCorpus` of all letters, with the registers."""

    file_name: ClassVar[str | None] = "volume.xml"

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        """Give back the file. Raises `TeiArchiveError` where ids are not unique or the registers cannot be read."""
        yield OutputFile(PurePosixPath(name), encode_volume(edition))

    def made(self, _name: str, content: bytes) -> bool:
        """Whether it begins as ours do."""
        return content.startswith(BEGINNING)
