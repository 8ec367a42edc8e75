"""The `teiHeader` of a document: what it is, where it comes from, and what was done to it."""

from __future__ import annotations

import re

from lxml import etree

from tei_archive.model import Calendar, Claim, Document, Person, Project, Source
from tei_archive.tei.building import build
from tei_archive.tei.claims import AUTOMATIC, plain_claim_attributes
from tei_archive.tei.correspondence_writer import encode_correspondence
from tei_archive.tei.dates import JULIAN
from tei_archive.tei.encoding_description import PROGRAM, encode_description
from tei_archive.tei.languages import HEADER_LANGUAGE, name_language
from tei_archive.tei.names import XML_ID, XML_LANG, language, one_line, word
from tei_archive.tei.pointers import pointer
from tei_archive.tei.source_description import encode_source

_NUMBER = re.compile(r"-d(\d+[a-z]*)$")


def encode_header(document: Document, source: Source, project: Project, profile: str) -> etree._Element:
    """Give back the header of a document; dates and addresses stand in it only where the project states them."""
    return build(
        "teiHeader",
        {XML_LANG: HEADER_LANGUAGE},
        build(
            "fileDesc",
            {},
            _encode_title(document, project),
            encode_edition(project),
            _encode_publication(document, project),
            _encode_series(project),
            encode_source(document, source, project),
        ),
        encode_description(project, profile),
        _encode_profile(document, source, project),
        _encode_revision(document, project),
    )


def encode_edition(project: Project) -> etree._Element:
    """Give back the `editionStmt` that all files of an edition share."""
    words = f"Version {project.version}"
    dated = (f"{words}, ", _encode_day(project)) if project.date else (words,)
    return build("editionStmt", {}, build("edition", {"n": project.version}, *dated))


def encode_publisher(project: Project) -> tuple[etree._Element | None, ...]:
    """Give back publisher, date and licence, as all files of an edition state them."""
    return (
        build("publisher", {"ref": project.publisher_ref}, one_line(project.publisher)),
        _encode_day(project),
        _encode_availability(project),
    )


def _encode_availability(project: Project) -> etree._Element:
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


def _encode_title(document: Document, project: Project) -> etree._Element:
    duty = "cut the source into documents and proposed who wrote to whom, when and in answer to what; not reviewed"
    return build(
        "titleStmt",
        {},
        build("title", {"level": "a", "type": "main"}, one_line(document.title)),
        build("title", {"level": "s"}, one_line(project.title)),
        *(_encode_editor(number, editor) for number, editor in enumerate(project.editors, start=1)),
        build(
            "respStmt",
            {XML_ID: AUTOMATIC.removeprefix("#")},
            build("resp", {}, duty),
            build("name", {"type": "software", "ref": f"#app.{PROGRAM}"}, PROGRAM),
        ),
    )


def _encode_editor(number: int, editor: Person) -> etree._Element:
    return build(
        "editor",
        {XML_ID: f"ed.{number}"},
        build("persName", {"ref": editor.ref}, one_line(editor.name)),
        *((" ", build("email", {}, one_line(editor.email))) if editor.email else ()),
    )


def _encode_publication(document: Document, project: Project) -> etree._Element:
    address = find_address(document.id, project)
    return build(
        "publicationStmt",
        {},
        *encode_publisher(project),
        build("idno", {"type": "local"}, document.id),
        build("idno", {"type": "URI"}, address) if address else None,
        _encode_number(document.edition_number, "edition", document.source),
        _encode_number(document.number, "sender", document.source),
    )


def _encode_number(number: Claim[str] | None, subtype: str, source: str) -> etree._Element | None:
    if number is None:
        return None
    attributes = {"type": "docNumber", "subtype": subtype, **plain_claim_attributes(number, source)}
    return build("idno", attributes, one_line(number.value))


def _encode_series(project: Project) -> etree._Element | None:
    if not project.base_url:
        return None
    address = build("idno", {"type": "URI"}, project.base_url)
    return build("seriesStmt", {}, build("title", {"level": "s"}, one_line(project.title)), address)


def _encode_profile(document: Document, source: Source, project: Project) -> etree._Element:
    terms = [build("term", {"type": "kind"}, word(document.kind))]
    if document.classification:
        attributes = {"type": "classification", **plain_claim_attributes(document.classification, source.name)}
        terms.append(build("term", attributes, one_line(document.classification.value)))
    name = name_language(language(document.language))
    return build(
        "profileDesc",
        {},
        _encode_calendars(document),
        build("langUsage", {}, build("language", {"ident": document.language}, name)),
        build("textClass", {}, build("keywords", {"scheme": f"#app.{PROGRAM}"}, *terms)),
        encode_correspondence(document, source, find_address(document.id, project)),
    )


def _encode_calendars(document: Document) -> etree._Element | None:
    """The calendar that dates in Old Style point to, where the document has any."""
    if not any(date.calendar is Calendar.JULIAN for date in document.dates):
        return None
    return build("calendarDesc", {}, build("calendar", {XML_ID: JULIAN}, build("p", {}, "Julian (Old Style)")))


def _encode_revision(document: Document, project: Project) -> etree._Element:
    span = document.span
    words = f"Segmented from {document.source}, characters {span.start} to {span.end}."
    change = build("change", {"when": project.date, "who": AUTOMATIC, "status": "auto"}, words)
    return build("revisionDesc", {"status": word(document.status)}, change)


def _encode_day(project: Project) -> etree._Element | None:
    return build("date", {"when": project.date}, project.date) if project.date else None
