"""The description that Zenodo reads, `.zenodo.json`."""

from html import escape

from tei_archive.exporting.deposit.citation import KEYWORDS, ORCID
from tei_archive.exporting.deposit.facts import Facts
from tei_archive.exporting.deposit.licences import find_spdx
from tei_archive.exporting.json_text import Json, json_bytes
from tei_archive.model import Person, Project

_ORCID_ADDRESS = "https://orcid.org/"


def write_zenodo(facts: Facts) -> bytes:
    """Give back the file; without a licence that Zenodo knows, access is restricted: it would take an open one."""
    project = facts.project
    described: dict[str, Json] = {
        "title": project.title,
        "upload_type": "dataset",
        "description": f"<p>{escape(project.description or project.title)}</p>",
        "creators": [_creator(person) for person in facts.creators],
        "version": project.version,
        "publication_date": facts.published.isoformat(),
        **_access(project),
        "keywords": list(KEYWORDS),
        **({"notes": f"<p>{escape(project.rights)}</p>"} if project.rights else {}),
        **_related(project),
    }
    return json_bytes(described)


def _creator(person: Person) -> dict[str, Json]:
    has_orcid = person.ref is not None and ORCID.fullmatch(person.ref) is not None
    return {"name": person.name, **({"orcid": (person.ref or "").removeprefix(_ORCID_ADDRESS)} if has_orcid else {})}


def _access(project: Project) -> dict[str, Json]:
    if spdx := find_spdx(project.licence):
        return {"access_right": "open", "license": spdx.lower()}
    named = " ".join(filter(None, (project.licence_name, project.licence)))
    return {"access_right": "restricted", "access_conditions": escape(named or "The terms of use are not stated.")}


def _related(project: Project) -> dict[str, Json]:
    if not project.base_url:
        return {}
    return {"related_identifiers": [{"identifier": project.base_url, "relation": "isSourceOf"}]}
