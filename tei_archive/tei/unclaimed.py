"""The rest of the sources as TEI: what belongs to no document, to the letter and by kind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.model import SPACE, Project, Source, Unclaimed
from tei_archive.tei.building import Element, build
from tei_archive.tei.claims import read_rule, rule_pointer
from tei_archive.tei.encoding_description import encode_prefixes
from tei_archive.tei.header import encode_edition, encode_publisher
from tei_archive.tei.languages import HEADER_LANGUAGE
from tei_archive.tei.layout import serialize
from tei_archive.tei.names import XML_ID, XML_LANG, XML_SPACE, one_line, qualified, word
from tei_archive.tei.parsing import parse_file
from tei_archive.tei.pointers import parse_raw_pointer, raw_pointer


def encode_unclaimed(unclaimed: Sequence[Unclaimed], sources: Sequence[Source], project: Project) -> bytes:
    """Give back `unclaimed.xml`: each stretch in the order given, white space between documents left out.

    Raises `EncodingError` where a stretch is of a source that is not given.
    """
    texts = {source.name: source.text for source in sources}
    stretches = [_encode_stretch(part, texts) for part in unclaimed if part.kind != SPACE]
    body = build("body", {}, *(stretches or [build("ab", {}, "All text of the sources belongs to a document.")]))
    attributes = {XML_ID: "unclaimed", XML_LANG: project.language}
    return serialize(build("TEI", attributes, _encode_header(project, sources), build("text", {}, body)))


def read_unclaimed(path: Path) -> tuple[Unclaimed, ...]:
    """Give back the stretches that a file lists, in its order; raises `ReadingError` where it cannot be read."""
    root, _ = parse_file(path)
    read = (_read_stretch(element) for element in root.iter(qualified("ab")))
    return tuple(part for part in read if part)


def _encode_header(project: Project, sources: Sequence[Source]) -> Element:
    return build(
        "teiHeader",
        {XML_LANG: HEADER_LANGUAGE},
        build(
            "fileDesc",
            {},
            build("titleStmt", {}, build("title", {}, f"{one_line(project.title)}: what belongs to no document")),
            encode_edition(project),
            build("publicationStmt", {}, *encode_publisher(project)),
            build("sourceDesc", {}, *(map(_encode_source, sources) if sources else [build("p", {}, "No source.")])),
        ),
        encode_prefixes(),
    )


def _encode_source(source: Source) -> Element:
    name, checksum = build("idno", {"type": "filename"}, source.name), build("idno", {"type": "sha256"}, source.sha256)
    return build("bibl", {}, name, " ", checksum)


def _encode_stretch(part: Unclaimed, texts: dict[str, str]) -> Element:
    if part.source not in texts:
        raise EncodingError(f"there is no source {part.source}")
    attributes = {
        "type": word(part.kind),
        "source": raw_pointer(part.source, part.span),
        "ana": rule_pointer(part.rule),
        XML_SPACE: "preserve",
    }
    return build("ab", attributes, part.span.cut(texts[part.source]))


def _read_stretch(element: etree._Element) -> Unclaimed | None:
    found = parse_raw_pointer(element.get("source", ""))
    if found is None:
        return None
    return Unclaimed(found[0], found[1], element.get("type", ""), read_rule(element) or "")
