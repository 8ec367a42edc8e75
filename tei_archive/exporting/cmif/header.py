"""The `fileDesc` of the index: who made it, where it stands, under which licence, and which edition it is of."""

from __future__ import annotations

import re

from tei_archive.exporting.cmif.requirements import Facts
from tei_archive.model import Person
from tei_archive.tei.building import Element, build
from tei_archive.tei.cmif import LICENCES
from tei_archive.tei.names import XML_ID, one_line


def encode_file_description(facts: Facts) -> Element:
    """Give back the `fileDesc`, in the order that CMIF prescribes."""
    licence = build("licence", {"target": facts.licence}, _licence_words(facts.licence))
    return build(
        "fileDesc",
        {},
        build("titleStmt", {}, build("title", {}, one_line(facts.title)), *map(_encode_editor, facts.editors)),
        build(
            "publicationStmt",
            {},
            build("publisher", {}, _encode_publisher(facts)),
            build("idno", {"type": "url"}, facts.url),
            build("date", {"when": facts.stamp}),
            build("availability", {}, licence),
        ),
        build("sourceDesc", {}, _encode_bibl(facts)),
    )


def _encode_editor(editor: Person) -> Element:
    email = (" ", build("email", {}, one_line(editor.email))) if editor.email else ()
    return build("editor", {}, one_line(editor.name), *email)


def _encode_publisher(facts: Facts) -> Element | str:
    name = one_line(facts.publisher)
    return build("ref", {"target": facts.publisher_ref}, name) if facts.publisher_ref else name


def _licence_words(address: str) -> str:
    """The words of the licence, whose address may be written with `http` and with more behind it."""
    return next(words for known, words in LICENCES.items() if known.removeprefix("https").rstrip("/") in address)


def _encode_bibl(facts: Facts) -> Element:
    """The edition as it is cited: the address stands at the end, as CMIF wants it."""
    editors = ", ".join(one_line(editor.name) for editor in facts.editors)
    words = f"{editors}: {one_line(facts.title)}. {one_line(facts.publisher)}. "
    address = build("ref", {"target": facts.base_url}, facts.base_url)
    return build("bibl", {"type": facts.type, XML_ID: facts.id}, re.sub(r"\.{2,} ", ". ", words), address)
