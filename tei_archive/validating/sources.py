"""The source texts of an edition, as the checks need them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tei_archive.errors import ReadingError
from tei_archive.model import Source
from tei_archive.reading import read_source, source_files


@dataclass(frozen=True, slots=True)
class Sources:
    """The texts that could be read, by file name, and why the others could not."""

    texts: Mapping[str, Source]
    unreadable: Mapping[str, ReadingError]


def read_sources(edition: Path) -> Sources:
    """Read the text files in an edition's folder of sources."""
    texts: dict[str, Source] = {}
    unreadable: dict[str, ReadingError] = {}
    for path in source_files(edition):
        try:
            texts[path.name] = read_source(path, path.stem)
        except ReadingError as error:
            unreadable[path.name] = error
    return Sources(texts, unreadable)
