"""How to cite the edition: CITATION.cff, in the Citation File Format 1.2.0."""

import re
from collections.abc import Iterator

from tei_archive.exporting.deposit.facts import Facts
from tei_archive.exporting.deposit.licences import find_spdx
from tei_archive.exporting.json_text import yaml_string
from tei_archive.model import Person

ORCID = re.compile(r"https://orcid\.org/\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
KEYWORDS = ("correspondence", "letters", "TEI", "digital edition")

_WEB = re.compile(r"https?://\S+")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]{2,}")


def write_citation(facts: Facts) -> bytes:
    """Give back the file. Names are not taken apart into given name and surname: that would be a guess."""
    return "".join(f"{line}\n" for line in _lines(facts)).encode("utf-8")


def _lines(facts: Facts) -> Iterator[str]:
    project = facts.project
    yield "cff-version: 1.2.0"
    yield "message: If you use this edition, please cite it."
    yield "type: dataset"
    yield f"title: {yaml_string(project.title)}"
    if project.description:
        yield f"abstract: {yaml_string(project.description)}"
    yield "authors:"
    for creator in facts.creators:
        yield from _author(creator)
    yield f"version: {yaml_string(project.version)}"
    yield f"date-released: {facts.published.isoformat()}"
    if spdx := find_spdx(project.licence):
        yield f"license: {spdx}"
    elif project.licence and _WEB.fullmatch(project.licence):
        yield f"license-url: {yaml_string(project.licence)}"
    if project.base_url and _WEB.fullmatch(project.base_url):
        yield f"url: {yaml_string(project.base_url)}"
    yield "keywords:"
    yield from (f"  - {keyword}" for keyword in KEYWORDS)


def _author(person: Person) -> Iterator[str]:
    yield f"  - name: {yaml_string(person.name)}"
    if person.ref and ORCID.fullmatch(person.ref):
        yield f"    orcid: {person.ref}"
    elif person.ref and _WEB.fullmatch(person.ref):
        yield f"    website: {yaml_string(person.ref)}"
    if person.email and _EMAIL.fullmatch(person.email):
        yield f"    email: {yaml_string(person.email)}"
