"""Named schemas: putting one into the user's cache, and finding it there again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_archive.errors import Location, TeiArchiveError
from tei_archive.files import read_bytes
from tei_archive.named_schemas import SchemaName, find_schema, keep_schema, kept_schemas, parse_name

_RELAXNG = "{http://relaxng.org/ns/structure/1.0}"


@dataclass(frozen=True, slots=True)
class KeptSchema:
    """A schema that is kept: its full name, its file, and where it came from if it has just been added."""

    name: str
    path: Path
    origin: str | None = None


def add_schema(words: str, origin: str | None = None) -> KeptSchema:
    """Keep a schema of the TEI under its name: from the TEI's releases, or from the file or the address in `origin`.

    Raises `TeiArchiveError` where the name is none, or what stands at the origin cannot be had or is no RELAX NG.
    """
    name = _parse(words)
    source = origin or name.address
    content = _fetch(source) if source.startswith(("http://", "https://")) else read_bytes(Path(source))
    _check(content, source)
    full, path = keep_schema(name, content)
    return KeptSchema(str(full), path, source)


def schemas() -> tuple[KeptSchema, ...]:
    """Give the schemas that are kept. Raises `TeiArchiveError` where one is no longer what was kept."""
    found = ((name, find_schema(name)) for name in kept_schemas())
    return tuple(KeptSchema(str(name), path) for name, path in found if path)


def schema_path(words: str | Path, *, offline: bool = False) -> Path:
    """Give the file of a schema that is named by its path or by its name; one that is not kept yet is fetched.

    Raises `TeiArchiveError` where there is neither, and where it would have to be fetched and must not be.
    """
    path = Path(words)
    name = parse_name(str(words))
    if name is None or path.exists():
        return path
    if kept := find_schema(name):
        return kept
    if offline:
        hint = f"fetch it once: tei-archive schema add {name}"
        raise TeiArchiveError(f"the schema {name} is not kept here, and --offline forbids to fetch it", hint=hint)
    return add_schema(str(words)).path


def _parse(words: str) -> SchemaName:
    name = parse_name(words)
    if name is None:
        raise TeiArchiveError(f"{words!r} is no name of a schema", hint="write it as tei_all or tei_all@4.12.0")
    return name


def _fetch(address: str) -> bytes:
    """Load what is needed for the network only where it is asked."""
    from tei_archive.fetching import fetch  # noqa: PLC0415

    return fetch(address)


def _check(content: bytes, source: str) -> None:
    hint = "name a RELAX NG schema in XML syntax (.rng)"
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise TeiArchiveError(f"this is no schema: {error.msg}", Location(source), hint) from error
    if not str(root.tag).startswith(_RELAXNG):
        raise TeiArchiveError(f"this is no RELAX NG schema: the root is {root.tag}", Location(source), hint)
