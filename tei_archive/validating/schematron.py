"""A layer: the rules of the Schematron schemas that the user names, and those embedded in named grammars."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.model import Finding
from tei_archive.schematron import NAMESPACES as SCHEMATRON
from tei_archive.schematron import Finding as Broken
from tei_archive.schematron import Kind, Schema, Severity, find_element
from tei_archive.validating.batch import Batch, Outcome, SchematronChoice, XmlFile
from tei_archive.validating.codes import Code

# Grammars in which rules may be embedded; other kinds of schemas are left to the layer before.
_GRAMMARS: Final = frozenset({"http://relaxng.org/ns/structure/1.0", "http://www.w3.org/2001/XMLSchema"})

_CODES: Final = {
    Severity.ERROR: Code.RULE_BROKEN,
    Severity.WARNING: Code.RULE_ADVICE,
    Severity.INFO: Code.RULE_REMARK,
}


def check_schematron(batch: Batch) -> Outcome:
    """Run the rules of each schema on each file. Raises `TeiArchiveError` where a schema cannot be used."""
    kinds = {path: _find_namespace(path) for path in batch.schemas}
    if batch.schematron.phase and not SCHEMATRON.intersection(filter(None, kinds.values())):
        raise TeiArchiveError("a phase is asked for, but no Schematron schema", hint="name one: --schema FILE.sch")
    schemas = tuple(schema for path, kind in kinds.items() for schema in _read(path, kind, batch.schematron))
    findings = [finding for schema in schemas for finding in _report_schema(schema)]
    findings += (finding for file in batch.files for schema in schemas for finding in _check(file, schema))
    return Outcome(tuple(findings), batch)


def _read(path: Path, namespace: str | None, choice: SchematronChoice) -> Iterator[Schema]:
    """Read a schema where it may hold rules. A phase concerns schemas of their own, not rules in a grammar."""
    if namespace in SCHEMATRON:
        yield Schema.read(path, choice.phase, engine=choice.engine)
    elif namespace in _GRAMMARS:
        schema = Schema.read(path, engine=choice.engine)
        if not schema.is_empty:
            yield schema


def _find_namespace(path: Path) -> str | None:
    try:
        root = etree.parse(path, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)).getroot()
    except (OSError, etree.XMLSyntaxError):
        return None
    return etree.QName(root).namespace


def _report_schema(schema: Schema) -> Iterator[Finding]:
    for fault in schema.faults:
        yield Code.RULE_NOT_RUN.at(fault.where, fault.message)
    for notice in schema.notices:
        yield Code.RULE_SLIP.at(notice.where, notice.message, hint="declare the prefix in the schema")


def _check(file: XmlFile, schema: Schema) -> Iterator[Finding]:
    for broken in schema.run(file.root.getroottree()):
        where = file.where(find_element(file.root, broken.xpath))
        code = Code.RULE_NOT_RUN if broken.kind is Kind.NOT_RUN else _CODES[broken.severity]
        yield code.at(where, broken.message, _hint(broken))


def _hint(broken: Broken) -> str:
    """Give back the diagnostics, and which rule it is."""
    place = Location(Path(broken.schema.path).name, broken.schema.line)
    return " ".join([*(text for _, text in broken.diagnostics), f"(rule {broken.rule}, {place})"])
