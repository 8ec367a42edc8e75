"""The header of a volume: what all its letters share."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from tei_archive.model import Project, Source
from tei_archive.tei.building import Element, as_tree, build
from tei_archive.tei.encoding_description import encode_prefixes
from tei_archive.tei.header import encode_edition, encode_publisher
from tei_archive.tei.languages import HEADER_LANGUAGE
from tei_archive.tei.names import XML_LANG, one_line, qualified
from tei_archive.tei.source_description import encode_sources
from tei_archive.tei.volume.common import Common

_CLASSES = f"{qualified('teiHeader')}/{qualified('encodingDesc')}/{qualified('classDecl')}"


def encode_volume_header(
    project: Project, sources: Sequence[Source], common: Common, registers: etree._Element | None
) -> etree._Element:
    """Give back the header, with what letters have in common, and the rules and reasons that the registers list."""
    description = common.description if common.description is not None else as_tree(encode_prefixes())
    _append(description, registers.findall(_CLASSES) if registers is not None else [])
    header = as_tree(build("teiHeader", {XML_LANG: HEADER_LANGUAGE}, _encode_file(project, sources)))
    header[0].insert(0, _encode_title(project, common))
    header.append(description)
    return header


def _encode_file(project: Project, sources: Sequence[Source]) -> Element:
    """The `fileDesc`, but for the title."""
    return build(
        "fileDesc",
        {},
        encode_edition(project),
        build(
            "publicationStmt",
            {},
            *encode_publisher(project),
            build("idno", {"type": "local"}, project.siglum),
            build("idno", {"type": "URI"}, project.base_url) if project.base_url else None,
        ),
        encode_sources(sources, project),
    )


def _append(description: etree._Element, classes: Sequence[etree._Element]) -> None:
    """Put the classes at the end, each on a line of its own where the others are."""
    for element in classes:
        last = description[-1]
        element.tail, last.tail = last.tail, description.text
        description.append(element)


def _encode_title(project: Project, common: Common) -> etree._Element:
    title = build("title", {"level": "s"}, one_line(project.title))
    editors = (
        build("editor", {}, build("persName", {"ref": editor.ref}, one_line(editor.name))) for editor in project.editors
    )
    statement = as_tree(build("titleStmt", {}, title, *(() if common.responsible else editors)))
    statement.extend(common.responsible)
    return statement
