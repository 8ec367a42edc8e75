"""The `encodingDesc` of every header: principles from `encoding.xml`, facts of the edition and the program."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from lxml import etree

from tei_archive import __version__
from tei_archive.model import Project
from tei_archive.model.folder import TEI_FOLDER
from tei_archive.tei.building import Element, as_element, build
from tei_archive.tei.names import XML_ID, collapse, local_name, one_line

PROGRAM = "tei-archive"


def encode_description(project: Project, profile: str) -> Element:
    """Give back the `encodingDesc` of a document, the same for all of an edition."""
    purpose = one_line(project.description) or one_line(project.title)
    return build(
        "encodingDesc",
        {},
        build("projectDesc", {}, build("p", {}, purpose)),
        *_principles(),
        build("appInfo", {}, _encode_application(profile)),
    )


def encode_prefixes() -> Element:
    """Give back an `encodingDesc` with the prefixes alone, for a file that stands above the folder of the documents."""
    (prefixes,) = (part for part in _principles() if part.name == "listPrefixDef")
    seen = (_see_from_above(part) for part in prefixes.content if isinstance(part, Element))
    return build("encodingDesc", {}, build(prefixes.name, prefixes.attributes, *seen))


def _see_from_above(prefix: Element) -> Element:
    pattern = prefix.attributes.get("replacementPattern") or ""
    above = pattern.removeprefix("../")
    replacement = above if above != pattern else f"{TEI_FOLDER}/{pattern}"
    return replace(prefix, attributes={**prefix.attributes, "replacementPattern": replacement})


def _encode_application(profile: str) -> Element:
    return build(
        "application",
        {XML_ID: f"app.{PROGRAM}", "ident": PROGRAM, "version": __version__},
        build("label", {}, PROGRAM),
        build("ab", {}, "profile ", build("code", {}, profile)),
    )


@cache
def _principles() -> tuple[Element, ...]:
    """The children of `encoding.xml`."""
    root = etree.fromstring(files(__package__).joinpath("encoding.xml").read_bytes())
    _join_lines(root)
    return tuple(as_element(child) for child in root)


def _join_lines(element: etree._Element) -> None:
    """Write each paragraph on one line, and drop the white space around paragraphs."""
    is_paragraph = local_name(element) == "p"
    element.text = collapse(element.text or "") if is_paragraph else None
    for child in element:
        child.tail = collapse(child.tail or "") if is_paragraph else None
        if not is_paragraph:
            _join_lines(child)
