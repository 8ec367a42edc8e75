"""The edition as linked data: RDF in Turtle, with the extra `rdf`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from tei_archive.errors import ExportError
from tei_archive.exporting.output import OutputFile
from tei_archive.tei import EncodedEdition

_BEGINNING = b"# Made by `tei-archive export rdf`, and made anew when it runs again.\n"


@dataclass(frozen=True, slots=True)
class LinkedData:
    """One file of Turtle with the edition, its registers and letters, and what each statement rests on."""

    file_name: ClassVar[str | None] = "edition.ttl"

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        """Give back the file, and in words what was left out of it.

        Raises `ExportError` where rdflib is not installed or the edition has no address.
        """
        try:
            from tei_archive.exporting.linked_data.graph import write_turtle  # noqa: PLC0415 - rdflib is an extra
        except ModuleNotFoundError as error:
            raise ExportError(
                f"RDF needs {error.name}, which is not installed", hint="pip install 'tei-archive[rdf]'"
            ) from error
        content, omissions = write_turtle(edition)
        yield OutputFile(PurePosixPath(name), _BEGINNING + content, omissions)

    def made(self, _name: str, content: bytes) -> bool:
        """Whether it begins as ours do."""
        return content.startswith(_BEGINNING)
