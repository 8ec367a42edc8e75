"""A layer: is the file valid against its schemas? Ours, unless the user or the file names others."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from lxml import etree

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.model import Finding
from tei_archive.schema_files import schema_file
from tei_archive.schematron import NAMESPACES as SCHEMATRON
from tei_archive.validating.batch import Batch, Outcome, XmlFile
from tei_archive.validating.codes import Code
from tei_archive.validating.kept_findings import Memory
from tei_archive.validating.relaxng import read_relaxng
from tei_archive.validating.schema_roots import read_root
from tei_archive.validating.xsd_verdict import read_verdict

Engine = Callable[[XmlFile], Iterable[Finding]]
"""A schema made ready: from a file to what is wrong with it."""

# More errors than this in one file are hardly slips of an editor.
_BEARABLE: Final = 30
_OURS: Final = "tei-archive.xsd"
_OUR_GRAMMAR: Final = "tei-archive.rng"


def _read_xsd(path: Path) -> Engine:
    """Take the verdict from libxml2 where it can be asked, and the words from xmlschema, slow and clear.

    xmlschema, which takes longer to load than an edition to check, is loaded for a file that fails.
    """
    is_valid = read_verdict(path)
    if is_valid is None:
        return _check_whole(_explain_xsd(path))
    explain = cache(partial(_explain_xsd, path))
    return _check_whole(lambda file: () if is_valid(file.root) else explain()(file))


def _explain_xsd(path: Path) -> Engine:
    from tei_archive.validating.xsd import read_xsd  # noqa: PLC0415

    return read_xsd(path)


# What kind a schema is, told from the namespace of its outermost element.
ENGINES: Final[Mapping[str, Callable[[Path], Engine]]] = MappingProxyType(
    {
        "http://relaxng.org/ns/structure/1.0": read_relaxng,
        "http://www.w3.org/2001/XMLSchema": _read_xsd,
        **dict.fromkeys(SCHEMATRON, lambda _: _leave_to_schematron),
    }
)


def _check_whole(engine: Engine) -> Engine:
    """Spare an engine that needs a whole tree the large files; what was found about their size has said so."""
    return lambda file: () if file.is_head else engine(file)


def _leave_to_schematron(_: XmlFile) -> Iterable[Finding]:
    """Find nothing: the next layer runs the rules, those in grammars too."""
    return ()


def check_schema(batch: Batch) -> Outcome:
    """Validate each file against its schemas.

    Raises `TeiArchiveError` where a schema that the user names cannot be used; one that a file names is a finding.
    """
    findings = [finding for file in batch.all_files for finding in _check(file, batch)]
    return Outcome(tuple(findings), batch)


def _check(file: XmlFile, batch: Batch) -> Iterator[Finding]:
    """What the schemas of a file find; each is made ready only for a file that is not known."""
    uses = batch.uses.get(file, ())
    if not uses:
        ours = partial(_check_against_ours, file, batch.memory)
        yield from batch.memory.findings(f"{file.state} ours", schema_file(_OURS), ours)
    for path in (use.path for use in uses if use.grammar):
        try:
            yield from batch.memory.findings(f"{file.state} grammar", path, partial(_find, path, file, batch.memory))
        except TeiArchiveError as error:
            if path in batch.schemas:
                raise
            message = f"the schema that the file names cannot be used: {error}"
            yield Code.SCHEMA_MISSING.at(file.where(file.root), message, error.hint)


def _find(path: Path, file: XmlFile, memory: Memory) -> Iterable[Finding]:
    return read_schema(path, memory.fingerprint(path))(file)


@lru_cache(maxsize=8)
def read_schema(path: Path, _fingerprint: str) -> Engine:
    """Make a schema file ready, whatever its kind; once as long as it stays as its fingerprint says.

    Raises `TeiArchiveError` where it cannot be used.
    """
    hint = "name a RELAX NG schema (.rng or .rnc), an XML Schema (.xsd) or a Schematron schema (.sch)"
    try:
        if not _is_xml(path):
            return read_relaxng(path)
        root = read_root(path)
    except OSError as error:
        raise TeiArchiveError("the schema cannot be read", Location(str(path)), "check the path") from error
    except etree.XMLSyntaxError as error:
        raise TeiArchiveError(f"the schema is not XML: {error.msg}", Location(str(path)), hint) from error
    engine = ENGINES.get(etree.QName(root).namespace or "")
    if engine is None:
        raise TeiArchiveError("this kind of schema is not known", Location(str(path)), hint)
    return engine(path)


def _is_xml(path: Path) -> bool:
    """Say whether a schema is XML; what is not can only be the compact syntax of RELAX NG."""
    with path.open("rb") as file:
        return file.read(1000).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<")


def _check_against_ours(file: XmlFile, memory: Memory) -> Iterable[Finding]:
    """Add a note where a file fails so often that our schema can hardly be the one that it was written for."""
    if file.is_head:
        return read_relaxng(schema_file(_OUR_GRAMMAR))(file)
    findings = tuple(_find(schema_file(_OURS), file, memory))
    if len(findings) <= _BEARABLE:
        return findings
    message = f"the file seems to follow another schema: ours finds {len(findings)} errors"
    hint = "to check it against its own schema, name that: tei-archive validate … --schema FILE"
    return (*findings, Code.OTHER_SCHEMA.at(file.where(file.root), message, hint))
