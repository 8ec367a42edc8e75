"""Which schemas a file is checked against: those the user names, else those that the file names, else ours.

A file names them in `<?xml-model?>` instructions (W3C, Associating Schemas with XML documents 1.0) and on its outermost
element in `xsi:schemaLocation` and `xsi:noNamespaceSchemaLocation`. An address of the TEI's releases leads to the
schema of that name that is kept in the user's cache; the network is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from lxml import etree

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.model import Finding
from tei_archive.named_schemas import find_schema, name_of, schemas_folder
from tei_archive.schematron import NAMESPACES as SCHEMATRON
from tei_archive.validating.batch import Batch, Outcome, SchemaUse, XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.surroundings import Surroundings

_PSEUDO_ATTRIBUTE: Final = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_WEB: Final = re.compile(r"[A-Za-z][\w+.-]*://")
_XSI: Final = "{http://www.w3.org/2001/XMLSchema-instance}"
_HINT: Final = "correct the address, or name a schema that is here: tei-archive validate … --schema FILE"


def choose_schemas(batch: Batch) -> Outcome:
    """Say for each file which schemas it is checked against; none means ours.

    A schema that a file names and that is not there is a finding; the file is then checked against the others.
    """
    named = tuple(SchemaUse(path, rules=batch.schematron.embedded) for path in batch.schemas)
    if named:
        return Outcome((), replace(batch, uses=dict.fromkeys(batch.all_files, named)))
    findings: list[Finding] = []
    uses = {}
    for file in batch.all_files:
        found = tuple(_find_uses(file, batch.around))
        uses[file] = tuple(use for use in found if isinstance(use, SchemaUse))
        findings += (use for use in found if isinstance(use, Finding))
    return Outcome(tuple(findings), replace(batch, uses=uses))


def _find_uses(file: XmlFile, around: Surroundings) -> Iterator[SchemaUse | Finding]:
    for address, kind, where in (*_models(file), *_locations(file)):
        try:
            path = _find_path(address, file, around)
        except TeiArchiveError as error:
            yield Code.SCHEMA_MISSING.at(where, error.message, error.hint)
            continue
        if path is None:
            message = f"the schema that the file names is not here: {address}"
            yield Code.SCHEMA_MISSING.at(where, message, _hint(address))
        else:
            yield SchemaUse(path, grammar=kind not in SCHEMATRON, rules=kind in SCHEMATRON)


def _models(file: XmlFile) -> Iterator[tuple[str, str, Location]]:
    """The address, kind and place of each `<?xml-model?>` above the outermost element."""
    for node in reversed(list(file.root.itersiblings(etree.ProcessingInstruction, preceding=True))):
        if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-model":  # noqa: SLF001 - lxml's name
            words = {name: double or single for name, double, single in _PSEUDO_ATTRIBUTE.findall(node.text or "")}
            if address := words.get("href", "").strip():
                yield address, words.get("schematypens", "").strip(), Location(str(file.path), _line(node))


def _line(node: etree._Element) -> int | None:
    line: int | None = node.sourceline  # type: ignore[assignment]  # the stubs leave the type out
    return line


def _locations(file: XmlFile) -> Iterator[tuple[str, str, Location]]:
    """The address, kind and place of each schema that the outermost element names."""
    pairs = (file.root.get(f"{_XSI}schemaLocation") or "").split()
    for address in (*pairs[1::2], *(file.root.get(f"{_XSI}noNamespaceSchemaLocation") or "").split()):
        yield address, "http://www.w3.org/2001/XMLSchema", file.where(file.root)


def _find_path(address: str, file: XmlFile, around: Surroundings) -> Path | None:
    if _WEB.match(address):
        name = name_of(address)
        if name is None:
            return None
        around.look_at(schemas_folder(), *schemas_folder().glob(f"{name.name}*"))
        return find_schema(name)
    path = file.path.parent / unquote(address.partition("#")[0])
    return path if around.has(path) else None


def _hint(address: str) -> str:
    name = name_of(address)
    return f"fetch it once: tei-archive schema add {name}" if name else _HINT
