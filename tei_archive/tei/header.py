"""The `teiHeader` of a document: what it is, where it comes from, and what was done to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tei_archive.model import Calendar, Claim, Document, Person, Project, Source
from tei_archive.tei.building import Element, build, share
from tei_archive.tei.claims import AUTOMATIC, plain_claim_attributes
from tei_archive.tei.correspondence_writer import encode_correspondence
from tei_archive.tei.dates import JULIAN
from tei_archive.tei.encoding_description import PROGRAM, encode_description
from tei_archive.tei.languages import HEADER_LANGUAGE, name_language
from tei_archive.tei.names import XML_ID, XML_LANG, language, one_line, word
from tei_archive.tei.pointers import pointer
from tei_archive.tei.source_description import encode_source

_NUMBER = re.compile(r"-d(\d+[a-z]*)$")
_MOST_LANGUAGES = 16


def encode_header(document: Document, source: Source, project: Project, profile: str) -> Element:
    """Give back the header of a document; dates and addresses stand in it only where the project states them."""
    shared = _encode_shared(project, profile)
    return build(
        "teiHeader",
        {XML_LANG: HEADER_LANGUAGE},
        build(
            "fileDesc",
            {},
            build("titleStmt", {}, _encode_title(document), *shared.responsible),
            shared.edition,
            _encode_publication(document, project, shared.publisher),
            shared.series,
            encode_source(document, source, project),
        ),
        shared.encoding,
        _encode_profile(document, source, project),
        _encode_revision(document, project),
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the headers of all documents of an edition have in common."""

    responsible: tuple[Element, ...]
    edition: Element
    publisher: tuple[Element, ...]
    series: Element | None
    encoding: Element


@lru_cache(maxsize=1)
def _encode_shared(project: Project, profile: str) -> _Shared:
    series = _encode_series(project)
    return _Shared(
        responsible=tuple(map(share, _encode_responsible(project))),
        edition=share(encode_edition(project)),
        publisher=tuple(share(part) for part in encode_publisher(project) if part),
        series=share(series) if series else None,
        encoding=share(encode_description(project, profile)),
    )


def encode_edition(project: Project) -> Element:
    """Give back the `editionStmt` that all files of an edition share."""
    words = f"Version {project.version}"
    dated = (f"{words}, ", _encode_day(project)) if project.date else (words,)
    return build("editionStmt", {}, build("edition", {"n": project.version}, *dated))


def encode_publisher(project: Project) -> tuple[Element | None, ...]:
    """Give back publisher, date and licence, as all files of an edition state them."""
    return (
        build("publisher", {"ref": project.publisher_ref}, one_line(project.publisher)),
        _encode_day(project),
        _encode_availability(project),
    )


def _encode_availability(project: Project) -> Element:
    rights = build("p", {}, one_line(project.rights)) if project.rights else None
    if project.licence is None:
        unknown = build("p", {}, "The terms of use are not stated.")
        return build("availability", {"status": "unknown"}, rights if rights is not None else unknown)
    name = one_line(project.licence_name or project.licence)
    return build("availability", {}, build("licence", {"target": pointer(project.licence)}, name), rights)


def find_number(document_id: str) -> str | None:
    """Give back the running number that an id ends in, without leading zeros."""
    found = _NUMBER.search(document_id)
    return found[1].lstrip("0") if found else None


def find_address(document_id: str, project: Project) -> str | None:
    """Give back the URL of a document where the edition has an address."""
    return f"{project.base_url.rstrip('/')}/{document_id}" if project.base_url else None


def _encode_title(document: Document) -> Element:
    return build("title", {"level": "a", "type": "main"}, one_line(document.title))


def _encode_responsible(project: Project) -> Iterator[Element]:
    """The title of the edition, and who answers for what."""
    duty = "cut the source into documents and proposed who wrote to whom, when and in answer to what; not reviewed"
    yield build("title", {"level": "s"}, one_line(project.title))
    for number, editor in enumerate(project.editors, start=1):
        yield _encode_editor(number, editor)
    yield build(
        "respStmt",
        {XML_ID: AUTOMATIC.removeprefix("#")},
        build("resp", {}, duty),
        build("name", {"type": "software", "ref": f"#app.{PROGRAM}"}, PROGRAM),
    )


def _encode_editor(number: int, editor: Person) -> Element:
    return build(
        "editor",
        {XML_ID: f"ed.{number}"},
        build("persName", {"ref": editor.ref}, one_line(editor.name)),
        *((" ", build("email", {}, one_line(editor.email))) if editor.email else ()),
    )


def _encode_publication(document: Document, project: Project, publisher: Sequence[Element]) -> Element:
    address = find_address(document.id, project)
    return build(
        "publicationStmt",
        {},
        *publisher,
        build("idno", {"type": "local"}, document.id),
        build("idno", {"type": "URI"}, address) if address else None,
        _encode_number(document.edition_number, "edition", document.source),
        _encode_number(document.number, "sender", document.source),
    )


def _encode_number(number: Claim[str] | None, subtype: str, source: str) -> Element | None:
    if number is None:
        return None
    attributes = {"type": "docNumber", "subtype": subtype, **plain_claim_attributes(number, source)}
    return build("idno", attributes, one_line(number.value))


def _encode_series(project: Project) -> Element | None:
    if not project.base_url:
        return None
    address = build("idno", {"type": "URI"}, project.base_url)
    return build("seriesStmt", {}, build("title", {"level": "s"}, one_line(project.title)), address)


def _encode_profile(document: Document, source: Source, project: Project) -> Element:
    terms = [build("term", {"type": "kind"}, word(document.kind))]
    if document.classification:
        attributes = {"type": "classification", **plain_claim_attributes(document.classification, source.name)}
        terms.append(build("term", attributes, one_line(document.classification.value)))
    return build(
        "profileDesc",
        {},
        _encode_calendars(document),
        _encode_language(document.language),
        build("textClass", {}, build("keywords", {"scheme": f"#app.{PROGRAM}"}, *terms)),
        encode_correspondence(document, source, find_address(document.id, project)),
    )


@lru_cache(maxsize=_MOST_LANGUAGES)
def _encode_language(tag: str) -> Element:
    return share(build("langUsage", {}, build("language", {"ident": tag}, name_language(language(tag)))))


def _encode_calendars(document: Document) -> Element | None:
    """The calendar that dates in Old Style point to, where the document has any."""
    if not any(date.calendar is Calendar.JULIAN for date in document.dates):
        return None
    return build("calendarDesc", {}, build("calendar", {XML_ID: JULIAN}, build("p", {}, "Julian (Old Style)")))


def _encode_revision(document: Document, project: Project) -> Element:
    span = document.span
    words = f"Segmented from {document.source}, characters {span.start} to {span.end}."
    change = build("change", {"when": project.date, "who": AUTOMATIC, "status": "auto"}, words)
    return build("revisionDesc", {"status": word(document.status)}, change)


def _encode_day(project: Project) -> Element | None:
    return build("date", {"when": project.date}, project.date) if project.date else None
