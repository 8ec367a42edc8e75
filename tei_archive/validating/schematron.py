"""A layer: the rules of the Schematron schemas that the user names, and those embedded in named grammars."""

from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.model import Finding
from tei_archive.schematron import NAMESPACES as SCHEMATRON
from tei_archive.validating.batch import Batch, Outcome, SchematronChoice, XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.schema_roots import read_root

if TYPE_CHECKING:
    from tei_archive.validating.schematron_rules import Rules

# Grammars in which rules may be embedded; other kinds of schemas are left to the layer before.
_GRAMMARS: Final = frozenset({"http://relaxng.org/ns/structure/1.0", "http://www.w3.org/2001/XMLSchema"})

# The schemas that were read, by file and whether the rules inside a grammar are wanted; None where there are none.
_Known = dict[tuple[Path, bool], "Rules | None"]


def check_schematron(batch: Batch) -> Outcome:
    """Run the rules of its schemas on each file.

    Raises `TeiArchiveError` where a schema that the user names cannot be used; one that a file names is a finding.
    """
    kinds = {path: _find_namespace(path) for path in batch.schemas}
    if batch.schematron.phase and not SCHEMATRON.intersection(filter(None, kinds.values())):
        raise TeiArchiveError("a phase is asked for, but no Schematron schema", hint="name one: --schema FILE.sch")
    embedded = batch.schematron.embedded
    known: _Known = {(path, embedded): _make_ready(path, batch, embedded=embedded) for path in kinds}
    findings = [finding for file in batch.files for finding in _check_file(file, batch, known)]
    return Outcome((*(one for rules in known.values() if rules for one in rules.remarks), *findings), batch)


def _check_file(file: XmlFile, batch: Batch, known: _Known) -> Iterator[Finding]:
    state = f"{file.state} rules {batch.schematron.engine} {batch.schematron.phase}"
    for use in batch.uses.get(file, ()):
        key = (use.path, use.rules)
        try:
            if key not in known:
                known[key] = _make_ready(use.path, batch, embedded=use.rules)
        except TeiArchiveError as error:
            message = f"the schema that the file names cannot be used: {error}"
            yield Code.SCHEMA_MISSING.at(file.where(file.root), message, error.hint)
            continue
        if rules := known[key]:
            yield from batch.memory.findings(state, use.path, partial(rules.check, file))


def _make_ready(path: Path, batch: Batch, *, embedded: bool) -> "Rules | None":
    return _read(path, batch.schematron, batch.memory.fingerprint(path), embedded=embedded)


@lru_cache(maxsize=8)
def _read(path: Path, choice: SchematronChoice, _fingerprint: str, *, embedded: bool) -> "Rules | None":
    """Make rules ready where they are wanted, once for a schema; the engine is loaded for those alone."""
    namespace = _find_namespace(path)
    if namespace not in SCHEMATRON and not embedded:
        return None
    from tei_archive.validating.schematron_rules import read_embedded_rules, read_rules  # noqa: PLC0415

    if namespace in SCHEMATRON:
        return read_rules(path, choice)
    if namespace not in _GRAMMARS:
        raise TeiArchiveError("this holds no Schematron rules", Location(str(path)))
    return read_embedded_rules(path, choice)


def _find_namespace(path: Path) -> str | None:
    try:
        root = read_root(path)
    except (OSError, etree.XMLSyntaxError):
        return None
    return etree.QName(root).namespace
