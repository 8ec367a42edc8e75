"""Schematron: what the rules of a schema find in a file, as findings."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tei_archive.errors import Location
from tei_archive.model import Finding
from tei_archive.schematron import Finding as Broken
from tei_archive.schematron import Kind, Schema, Severity, find_element
from tei_archive.validating.batch import SchematronChoice, XmlFile
from tei_archive.validating.codes import Code

_CODES: Final = {
    Severity.ERROR: Code.RULE_BROKEN,
    Severity.WARNING: Code.RULE_ADVICE,
    Severity.INFO: Code.RULE_REMARK,
}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a schema, made ready."""

    schema: Schema

    @property
    def remarks(self) -> Iterator[Finding]:
        """What in the schema cannot be run, and what is run though a prefix in it is not declared."""
        for fault in self.schema.faults:
            yield Code.RULE_NOT_RUN.at(fault.where, fault.message)
        for notice in self.schema.notices:
            yield Code.RULE_SLIP.at(notice.where, notice.message, hint="declare the prefix in the schema")

    def check(self, file: XmlFile) -> Iterator[Finding]:
        """Run the rules on a file."""
        for broken in self.schema.run(file.root.getroottree()):
            where = file.where(find_element(file.root, broken.xpath))
            code = Code.RULE_NOT_RUN if broken.kind is Kind.NOT_RUN else _CODES[broken.severity]
            yield code.at(where, broken.message, _hint(broken))


def read_rules(path: Path, choice: SchematronChoice) -> Rules:
    """Make the rules of a Schematron schema ready. Raises `TeiArchiveError` where they cannot be used."""
    return Rules(Schema.read(path, choice.phase, engine=choice.engine))


def read_embedded_rules(path: Path, choice: SchematronChoice) -> Rules | None:
    """Make the rules inside a grammar ready, if there are any: all of them, a phase is not for these.

    Raises `TeiArchiveError` where they cannot be used.
    """
    schema = Schema.read(path, engine=choice.engine)
    return None if schema.is_empty else Rules(schema)


def _hint(broken: Broken) -> str:
    """Give back the diagnostics, and which rule it is."""
    place = Location(Path(broken.schema.path).name, broken.schema.line)
    return " ".join([*(text for _, text in broken.diagnostics), f"(rule {broken.rule}, {place})"])
