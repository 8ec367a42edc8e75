"""What every export format is: a value that holds the choices made for it, and makes files of an edition."""

from collections.abc import Iterable
from typing import Protocol

from tei_archive.exporting.output import OutputFile
from tei_archive.tei import EncodedEdition


class Format(Protocol):
    """A form that an edition can be exported to.

    `file_name` is the usual name of the file for a format of one file, which may have companions, and can go to
    standard output; it is None for a folder of files.
    """

    @property
    def file_name(self) -> str | None:
        """The usual name of the file; None for a folder of files."""
        ...

    def files(self, edition: EncodedEdition, name: str) -> Iterable[OutputFile]:
        """Give back the files, the one called `name` first; a folder of files takes no notice of it.

        Raises `ExportError` where a value of the edition does not fit the format.
        """
        ...

    def made(self, name: str, content: bytes) -> bool:
        """Whether a file of this name and content may be replaced, since an export to this format made it."""
        ...
