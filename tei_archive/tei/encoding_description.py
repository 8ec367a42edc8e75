"""The `encodingDesc` of every header: principles from `encoding.xml`, facts of the edition and the program."""

from __future__ import annotations

from copy import deepcopy
from functools import cache, lru_cache
from importlib.resources import files

from lxml import etree

from tei_archive import __version__
from tei_archive.model import Project
from tei_archive.model.folder import TEI_FOLDER
from tei_archive.tei.building import build
from tei_archive.tei.names import XML_ID, collapse, local_name, one_line

PROGRAM = "tei-archive"


def encode_description(project: Project, profile: str) -> etree._Element:
    """Give back the `encodingDesc` of a document, the same for all of an edition."""
    return deepcopy(_encode_description(project, profile))


@lru_cache(maxsize=1)
def _encode_description(project: Project, profile: str) -> etree._Element:
    purpose = one_line(project.description) or one_line(project.title)
    return build(
        "encodingDesc",
        {},
        build("projectDesc", {}, build("p", {}, purpose)),
        *_principles(),
        build("appInfo", {}, _encode_application(profile)),
    )


def encode_prefixes() -> etree._Element:
    """Give back an `encodingDesc` with the prefixes alone, for a file that stands above the folder of the documents."""
    (prefixes,) = (part for part in _principles() if local_name(part) == "listPrefixDef")
    for prefix in prefixes:
        pattern = prefix.get("replacementPattern", "")
        above = pattern.removeprefix("../")
        prefix.set("replacementPattern", above if above != pattern else f"{TEI_FOLDER}/{pattern}")
    return build("encodingDesc", {}, prefixes)


def _encode_application(profile: str) -> etree._Element:
    return build(
        "application",
        {XML_ID: f"app.{PROGRAM}", "ident": PROGRAM, "version": __version__},
        build("label", {}, PROGRAM),
        build("ab", {}, "profile ", build("code", {}, profile)),
    )


def _principles() -> tuple[etree._Element, ...]:
    """Fresh copies of the children of `encoding.xml`, since an element has one parent alone."""
    return tuple(etree.fromstring(_text()))


@cache
def _text() -> bytes:
    root = etree.fromstring(files(__package__).joinpath("encoding.xml").read_bytes())
    _join_lines(root)
    return etree.tostring(root)


def _join_lines(element: etree._Element) -> None:
    """Write each paragraph on one line, and drop the white space around paragraphs."""
    is_paragraph = local_name(element) == "p"
    element.text = collapse(element.text or "") if is_paragraph else None
    for child in element:
        child.tail = collapse(child.tail or "") if is_paragraph else None
        if not is_paragraph:
            _join_lines(child)
