"""The edition as a graph: who wrote to whom, or what answers what, as GEXF with time or as GraphML."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import ClassVar

from tei_archive.exporting.graph.gexf import write_gexf
from tei_archive.exporting.graph.graphml import write_graphml
from tei_archive.exporting.graph.persons import build_persons_graph
from tei_archive.exporting.graph.replies import build_replies_graph
from tei_archive.exporting.graph.writing import BEGINNING
from tei_archive.exporting.output import OutputFile
from tei_archive.tei import EncodedEdition


class GraphForm(StrEnum):
    """The forms that a graph can be written in."""

    GEXF = "gexf"
    GRAPHML = "graphml"


class GraphOf(StrEnum):
    """What the nodes of a graph are."""

    PERSONS = "persons"
    LETTERS = "letters"


_BUILDERS = {GraphOf.PERSONS: build_persons_graph, GraphOf.LETTERS: build_replies_graph}


@dataclass(frozen=True, slots=True)
class CorrespondenceGraph:
    """A directed graph: persons by the letters between them, or letters by what answers what."""

    file_name: ClassVar[str | None] = "graph.gexf"
    of: GraphOf = GraphOf.PERSONS
    form: GraphForm = GraphForm.GEXF

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        """Give back the file, and in words what was left out of it. The same edition, the same bytes."""
        graph = _BUILDERS[self.of](edition)
        is_gexf = self.form is GraphForm.GEXF
        content = write_gexf(graph, edition.project.date) if is_gexf else write_graphml(graph)
        yield OutputFile(PurePosixPath(name), content, graph.omissions)

    def made(self, _name: str, content: bytes) -> bool:
        """Whether it begins as ours do; a graph that another program saved may have its layout in it."""
        return content.startswith(BEGINNING)
