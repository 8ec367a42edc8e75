"""The edition as one JSON document: every value with its evidence, described by `schemas/edition.schema.json`."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar, Final

from tei_archive import __version__
from tei_archive.exporting.edition_json.letters import letter_record
from tei_archive.exporting.json_text import Json, json_bytes
from tei_archive.exporting.output import OutputFile
from tei_archive.model import Entry, Project, Source, SourceNote
from tei_archive.tei import EncodedEdition

FORMAT: Final = "tei-archive edition"
FORMAT_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class EditionJson:
    """One document with the facts of the edition, its sources, letters, registers and rules.

    All keys are always there; what is not known is null, or an empty list.
    """

    file_name: ClassVar[str | None] = "edition.json"

    def files(self, edition: EncodedEdition, name: str) -> Iterator[OutputFile]:
        """Give back the document. The same edition, the same bytes."""
        yield OutputFile(PurePosixPath(name), json_bytes(_edition(edition)))

    def made(self, _name: str, content: bytes) -> bool:
        """Whether it is an earlier document of this kind."""
        try:
            found = json.loads(content)
        except ValueError:
            return False
        return isinstance(found, dict) and found.get("format") == FORMAT


def _edition(edition: EncodedEdition) -> dict[str, Json]:
    texts = {source.name: source.text for source in edition.sources}
    registers = edition.registers
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "generator": {"name": "tei-archive", "version": __version__},
        "edition": _project(edition.project),
        "sources": [_source(source, edition.project) for source in edition.sources],
        "letters": [letter_record(encoded, edition.project, texts) for encoded in edition.documents],
        "registers": {
            "persons": [_entry(entry, "pers") for entry in registers.persons],
            "organisations": [_entry(entry, "org") for entry in registers.organisations],
            "places": [_entry(entry, "place") for entry in registers.places],
        },
        "rules": {rule: edition.rules[rule] for rule in sorted(edition.rules)},
    }


def _project(project: Project) -> dict[str, Json]:
    return {
        "title": project.title,
        "siglum": project.siglum,
        "description": project.description,
        "language": project.language,
        "version": project.version,
        "date": project.date,
        "editors": [{"name": person.name, "ref": person.ref, "email": person.email} for person in project.editors],
        "publisher": {"name": project.publisher, "ref": project.publisher_ref},
        "licence": {"url": project.licence, "name": project.licence_name, "rights": project.rights},
        "base_url": project.base_url,
        "profile": project.profile,
    }


def _source(source: Source, project: Project) -> dict[str, Json]:
    notes = (note for note in project.sources if note.file == source.name)
    note = next(notes, SourceNote(source.name))
    return {
        "file": source.name,
        "sha256": source.sha256,
        "characters": len(source.text),
        "title": note.title,
        "kind": note.kind,
        "url": note.url,
        "accessed": note.accessed,
    }


def _entry(entry: Entry, prefix: str) -> dict[str, Json]:
    place = entry.coordinates
    return {
        "ref": f"{prefix}:{entry.id}",
        "name": entry.name,
        "name_known": entry.name_known,
        "variants": list(entry.variants),
        "roles": list(entry.roles),
        "authorities": [{"type": kind, "value": value} for kind, value in entry.authorities],
        "coordinates": {"latitude": place.latitude, "longitude": place.longitude} if place else None,
    }
