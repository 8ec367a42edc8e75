"""The description of a deposit for machines: RO-Crate 1.1, `ro-crate-metadata.json`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from tei_archive import __version__
from tei_archive.exporting.deposit.citation import KEYWORDS
from tei_archive.exporting.deposit.facts import Facts
from tei_archive.exporting.deposit.payload import Payload, is_tei
from tei_archive.exporting.json_text import Json, json_bytes
from tei_archive.model import Person, Project, SourceNote
from tei_archive.model.folder import SOURCES_FOLDER, TEI_FOLDER

CRATE_FILE: Final = "ro-crate-metadata.json"
_PROGRAM: Final = "#tei-archive"
_TERMS: Final = "#terms"
_MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".cff": "application/yaml",
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".odd": "application/tei+xml",
    ".sha256": "text/plain",
    ".toml": "application/toml",
    ".txt": "text/plain",
}

Entity = dict[str, Json]


def write_crate(facts: Facts, payload: Payload, files: Mapping[str, bytes]) -> bytes:
    """Give back the description; `files` are all files of the deposit, by their paths."""
    graph: list[Json] = [
        {
            "@id": CRATE_FILE,
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
            "about": {"@id": "./"},
        },
        _root(facts, files),
        *_people(facts),
        _licence(facts.project),
        {"@id": _PROGRAM, "@type": "SoftwareApplication", "name": "tei-archive", "version": __version__},
        _export(facts, payload),
        *(_file(path, content, facts) for path, content in files.items()),
    ]
    return json_bytes({"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph})


def _root(facts: Facts, files: Mapping[str, bytes]) -> Entity:
    project, covered = facts.project, facts.covered
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": project.title,
        "description": project.description or project.title,
        "datePublished": facts.published.isoformat(),
        "version": project.version,
        "identifier": project.siglum,
        "inLanguage": project.language,
        "keywords": list(KEYWORDS),
        "author": _references(_address(person, number) for number, person in enumerate(facts.creators, start=1)),
        **({"publisher": {"@id": facts.publisher.ref or "#publisher"}} if facts.publisher else {}),
        "license": {"@id": project.licence or _TERMS},
        **({"url": project.base_url} if project.base_url else {}),
        **({"temporalCoverage": "/".join(day.isoformat() for day in covered)} if covered else {}),
        "mentions": {"@id": "#export"},
        "hasPart": _references(map(quote, files)),
    }


def _people(facts: Facts) -> list[Entity]:
    found: dict[str, Entity] = {}
    kind = "Person" if facts.project.editors else "Organization"
    for number, person in enumerate(facts.creators, start=1):
        found[_address(person, number)] = {"@id": _address(person, number), "@type": kind, "name": person.name}
    if facts.publisher:
        id_ = facts.publisher.ref or "#publisher"
        found.setdefault(id_, {"@id": id_, "@type": "Organization", "name": facts.publisher.name})
    return list(found.values())


def _references(ids: Iterable[str]) -> Json:
    """Give back references; one alone is no list, as RO-Crate recommends."""
    found: list[Json] = [{"@id": id_} for id_ in ids]
    return found[0] if len(found) == 1 else found


def _address(person: Person, number: int) -> str:
    return person.ref or f"#editor-{number}"


def _licence(project: Project) -> Entity:
    """The licence; RO-Crate asks for one, and where none is stated it says so."""
    return {
        "@id": project.licence or _TERMS,
        "@type": "CreativeWork",
        "name": project.licence_name or project.licence or "The terms of use are not stated.",
        **({"description": project.rights} if project.rights else {}),
    }


def _export(facts: Facts, payload: Payload) -> Entity:
    """How the tables and data came about: this program made them of the TEI files."""
    return {
        "@id": "#export",
        "@type": "CreateAction",
        "name": "Tables and data made of the TEI files",
        "endTime": facts.moment.isoformat().replace("+00:00", "Z"),
        "instrument": {"@id": _PROGRAM},
        "object": _references(quote(path) for path in payload.edition if is_tei(path)),
        "result": _references(map(quote, payload.made)),
    }


def _file(path: str, content: bytes, facts: Facts) -> Entity:
    return {
        "@id": quote(path),
        "@type": "File",
        "name": PurePosixPath(path).name,
        "contentSize": str(len(content)),
        "encodingFormat": _media_type(path),
        **_described(path, facts),
    }


def _media_type(path: str) -> str:
    return "application/tei+xml" if is_tei(path) else _MEDIA_TYPES.get(PurePosixPath(path).suffix, "application/xml")


def _described(path: str, facts: Facts) -> Entity:
    """What more is known of a file: the letter that it holds, or where a source comes from."""
    folder, _, name = path.partition("/")
    if folder == TEI_FOLDER:
        (document,) = (one.document for one in facts.edition.documents if one.path.name == name)
        source = {"@id": quote(f"{SOURCES_FOLDER}/{document.source}")}
        return {
            "description": document.title,
            "inLanguage": document.language,
            **({"isBasedOn": source} if document.source in {one.name for one in facts.edition.sources} else {}),
        }
    if folder == SOURCES_FOLDER:
        note = next((note for note in facts.project.sources if note.file == name), SourceNote(name))
        return {
            **({"description": note.title} if note.title else {}),
            **({"isBasedOn": note.url} if note.url else {}),
        }
    return {}
