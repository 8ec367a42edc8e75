"""The figures of the site as files: SVG, each with its style."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from tei_archive.exporting.html.catalogue import build_catalogue
from tei_archive.exporting.html.correspondence import Correspondence, build_correspondence
from tei_archive.exporting.html.drawing.stand_alone import stand_alone
from tei_archive.exporting.html.drawing.svg import Figure
from tei_archive.exporting.html.figures import (
    figure_of_answers,
    figure_of_lengths,
    figure_of_network,
    figure_of_pair,
    figure_of_pairs,
    figure_of_senders,
    figure_of_time,
)
from tei_archive.exporting.html.network import build_network
from tei_archive.exporting.html.places import view_places
from tei_archive.exporting.html.statistics import count_words
from tei_archive.exporting.html.texts import Texts
from tei_archive.exporting.output import OutputFile
from tei_archive.tei import EncodedEdition


@dataclass(frozen=True, slots=True)
class Plots:
    """A file for each figure: letters in time, by sender and by pair, answer times, lengths, network and map.

    `pairs/` has a file for each pair whose page has a figure, under the name of that page.
    """

    file_name: ClassVar[str | None] = None

    def files(self, edition: EncodedEdition, _name: str = "") -> Iterator[OutputFile]:
        """Give back the files; a figure that would be empty has none. `ExportError` where an id is no file name."""
        catalogue = build_catalogue(edition)
        found = build_correspondence(catalogue, edition.registers)
        figures = (*_of_letters(catalogue.texts, found), view_places(catalogue, edition.registers).figure)
        language = catalogue.texts.language
        yield from (_file(f"{figure.name}.svg", figure, language) for figure in figures if figure)
        for pair in found.pairs:
            if pair.href and (figure := figure_of_pair(catalogue.texts, pair)):
                yield _file(str(PurePosixPath(pair.href).with_suffix(".svg")), figure, language)

    def made(self, _name: str, _content: bytes) -> bool:
        """Never by itself: the list of the files that were written says it."""
        return False


def _of_letters(texts: Texts, found: Correspondence) -> Iterator[Figure | None]:
    yield figure_of_time(texts, found.letters)
    yield figure_of_senders(texts, found.letters)
    yield figure_of_pairs(texts, found.pairs)
    yield figure_of_answers(texts, found.answers)
    yield figure_of_lengths(texts, [count_words(letter.document) for letter in found.letters])
    yield figure_of_network(texts, build_network(found.pairs))


def _file(path: str, figure: Figure, language: str) -> OutputFile:
    return OutputFile(PurePosixPath(path), stand_alone(figure, language))
