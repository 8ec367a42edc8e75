"""A schema that documents can be validated against."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tei_archive.errors import Location
from tei_archive.relaxng.automaton import Automaton
from tei_archive.relaxng.compiled import read_compiled, write_compiled
from tei_archive.relaxng.faults import show_names
from tei_archive.relaxng.name_classes import exact_names
from tei_archive.relaxng.patterns import Patterns
from tei_archive.relaxng.validation import Violation, validate_file, validate_stream


@dataclass(frozen=True, slots=True)
class Schema:
    """A RELAX NG schema. What it learns of documents it keeps, so that it is the quicker the more it has seen."""

    _automaton: Automaton

    @classmethod
    def read(cls, path: Path | str, *, may_read_elsewhere: bool = False) -> "Schema":
        """Read a schema in XML or compact syntax, told apart by what is in the file.

        It may refer to files in its folder and below, and anywhere on this machine if `may_read_elsewhere`. Nothing is
        ever fetched from the network. Raises `SchemaError` where it cannot be read or breaks a rule of RELAX NG.
        """
        from tei_archive.relaxng.loading import Loader  # noqa: PLC0415  # nor these where a schema was read before
        from tei_archive.relaxng.restrictions import check_restrictions  # noqa: PLC0415
        from tei_archive.relaxng.simplification import simplify  # noqa: PLC0415

        top = Path(os.path.realpath(path))
        loader = Loader(None if may_read_elsewhere else top.parent)
        patterns = Patterns()
        with _without_collector():
            file = loader.load(top)
            start = simplify(file, loader, patterns)
            check_restrictions(start, Location(str(top), file.root.where.line))
        return cls(Automaton(start, patterns))

    @classmethod
    def from_bytes(cls, content: bytes) -> "Schema":
        """Make the schema anew whose `to_bytes` gave this. It comes of no file and is not checked again."""
        patterns = Patterns()
        with _without_collector():
            return cls(Automaton(read_compiled(content, patterns), patterns))

    def to_bytes(self) -> bytes | None:
        """Write the schema so that `from_bytes` makes it anew, ten times as quickly as `read`.

        Give back None for a schema that compares values whose meaning depends on prefixes.
        """
        return write_compiled(self._automaton.start)

    def element_names(self) -> tuple[str, ...]:
        """Name the elements that a document may have, sorted, without their namespaces."""
        elements = self._automaton.find_elements()
        return show_names(sorted(name for element in elements for name in exact_names(element.names)))

    def validate(self, document: Path | str | BinaryIO) -> Iterator[Violation]:
        """Find what is wrong with a document, in its order. Raises `OSError` where a file cannot be read."""
        if isinstance(document, Path | str):
            return validate_file(Path(document), self._automaton)
        return validate_stream(document, self._automaton)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let the garbage collector rest: it would look through 100,000 objects again and again, which all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
