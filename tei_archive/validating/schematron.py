"""A layer: the rules of the Schematron schemas that the user names, and those embedded in named grammars."""

from collections.abc import Iterator
from functools import partial
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
from tei_archive.validating.schema_roots import read_root

# Grammars in which rules may be embedded; other kinds of schemas are left to the layer before.
_GRAMMARS: Final = frozenset({"http://relaxng.org/ns/structure/1.0", "http://www.w3.org/2001/XMLSchema"})

_CODES: Final = {
    Severity.ERROR: Code.RULE_BROKEN,
    Severity.WARNING: Code.RULE_ADVICE,
    Severity.INFO: Code.RULE_REMARK,
}

# The schemas that were read, by file and whether the rules inside a grammar are wanted; None where there are none.
_Known = dict[tuple[Path, bool], Schema | None]


def check_schematron(batch: Batch) -> Outcome:
    """Run the rules of its schemas on each file.

    Raises `TeiArchiveError` where a schema that the user names cannot be used; one that a file names is a finding.
    """
    kinds = {path: _find_namespace(path) for path in batch.schemas}
    if batch.schematron.phase and not SCHEMATRON.intersection(filter(None, kinds.values())):
        raise TeiArchiveError("a phase is asked for, but no Schematron schema", hint="name one: --schema FILE.sch")
    embedded = batch.schematron.embedded
    known: _Known = {(path, embedded): _read(path, batch.schematron, rules=embedded) for path in kinds}
    findings = [finding for file in batch.files for finding in _check_file(file, batch, known)]
    return Outcome((*(one for schema in known.values() if schema for one in _report_schema(schema)), *findings), batch)


def _check_file(file: XmlFile, batch: Batch, known: _Known) -> Iterator[Finding]:
    state = f"{file.state} rules {batch.schematron.engine} {batch.schematron.phase}"
    for use in batch.uses.get(file, ()):
        key = (use.path, use.rules)
        try:
            if key not in known:
                known[key] = _read(use.path, batch.schematron, rules=use.rules)
        except TeiArchiveError as error:
            message = f"the schema that the file names cannot be used: {error}"
            yield Code.SCHEMA_MISSING.at(file.where(file.root), message, error.hint)
            continue
        if schema := known[key]:
            yield from batch.memory.findings(state, use.path, partial(_check, file, schema))


def _read(path: Path, choice: SchematronChoice, *, rules: bool) -> Schema | None:
    """Read a schema where its rules are wanted. A phase concerns schemas of their own, not rules in a grammar."""
    namespace = _find_namespace(path)
    if namespace in SCHEMATRON:
        return Schema.read(path, choice.phase, engine=choice.engine)
    if rules and namespace not in _GRAMMARS:
        raise TeiArchiveError("this holds no Schematron rules", Location(str(path)))
    schema = Schema.read(path, engine=choice.engine) if rules else None
    return None if schema is None or schema.is_empty else schema


def _find_namespace(path: Path) -> str | None:
    try:
        root = read_root(path)
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
