"""Edits: the bytes of a file that fixes change, found from the line and column of the tag, and nothing around them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from tei_archive.model import Finding, Fix, TagPart
from tei_archive.validating.encodings import find_codec
from tei_archive.validating.positions import scan
from tei_archive.validating.tags import Position

_TAG: Final = re.compile(r"""<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>""")
_ATTRIBUTE: Final = re.compile(r"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LONGEST_TAG: Final = 65_536
_NOT_LITERAL: Final = frozenset("<&\"'")


@dataclass(frozen=True, slots=True)
class Edit:
    """Bytes of a file, the first inside and the last not, and those that take their place."""

    start: int
    end: int
    new: bytes


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with its fixes applied, and how many findings they mend."""

    content: bytes
    number: int


@dataclass(frozen=True, slots=True)
class _Tags:
    """Where the tags of an element begin, in bytes; an empty element has no end tag."""

    start: int
    end: int | None = None


def mend(content: bytes, findings: Iterable[Finding]) -> Mended:
    """Apply the fixes of the findings of a file.

    Left out is a fix whose place no longer holds what the finding was about, and one that overlaps one before it.
    Nothing is changed where the file would not be well-formed any more.
    """
    wanted = [(finding.fix, _position(finding)) for finding in findings if finding.fix is not None]
    tags = _find_tags(content, frozenset(place for _, place in wanted))
    codec = find_codec(content)
    chosen: dict[int, Edit] = {}
    number = 0
    for fix, place in wanted:
        edits = tuple(_find_edits(fix, content, tags[place], codec)) if place in tags else ()
        # Edits replace whole names and values, so that those which overlap begin at the same byte.
        if edits and all(chosen.get(edit.start, edit) == edit for edit in edits):
            chosen.update({edit.start: edit for edit in edits})
            number += 1
    mended = _apply(content, sorted(chosen.values(), key=lambda edit: edit.start))
    return Mended(mended, number) if scan(mended).flaw is None else Mended(content, 0)


def _position(finding: Finding) -> Position:
    return finding.where.line or 0, finding.where.column or 0


def _apply(content: bytes, edits: Sequence[Edit]) -> bytes:
    starts = [0, *(edit.end for edit in edits)]
    kept = [content[start : edit.start] for start, edit in zip(starts, edits, strict=False)]
    pieces = (piece for before, edit in zip(kept, edits, strict=True) for piece in (before, edit.new))
    return b"".join([*pieces, content[starts[-1] :]])


def _find_edits(fix: Fix, content: bytes, tags: _Tags, codec: str) -> Iterator[Edit]:
    """Find what a fix changes: the name in both tags of an element, or a part of the start tag."""
    text = _decode(content, tags.start, codec)
    tag = _TAG.match(text)
    new = _encode(fix.new, codec)
    if tag is None or new is None:
        return
    spans = [tag.span(1)] if fix.part is TagPart.ELEMENT and tag[1] == fix.name else list(_find_in_tag(fix, tag))
    yield from (_edit(text, span, tags.start, new, codec) for span in spans)
    if spans and fix.part is TagPart.ELEMENT and tags.end is not None and not tag[3]:
        name = "</" + fix.name
        yield _edit(name, (2, len(name)), tags.end, new, codec)


def _find_in_tag(fix: Fix, tag: re.Match[str]) -> Iterator[tuple[int, int]]:
    for attribute in _ATTRIBUTE.finditer(tag.string, *tag.span(2)):
        quoted = 2 if attribute[2] is not None else 3
        if attribute[1] != fix.name:
            continue
        if fix.part is TagPart.ATTRIBUTE:
            yield attribute.span(1)
        elif fix.part is TagPart.VALUE and attribute[quoted].split() == fix.old.split():
            yield attribute.span(quoted)


def _edit(text: str, span: tuple[int, int], base: int, new: bytes, codec: str) -> Edit:
    start, end = (base + len(text[:at].encode(codec)) for at in span)
    return Edit(start, end, new)


def _decode(content: bytes, start: int, codec: str) -> str:
    """Decode what stands from a place on, as far as a tag can reach; a character that is cut off there is left out."""
    return content[start : start + _LONGEST_TAG].decode(codec, "ignore")


def _encode(words: str, codec: str) -> bytes | None:
    """Encode what takes the place; None where the encoding has no such characters, or XML would have to escape them."""
    if _NOT_LITERAL.intersection(words):
        return None
    try:
        return words.encode(codec)
    except UnicodeEncodeError:
        return None


def _find_tags(content: bytes, places: frozenset[Position]) -> Mapping[Position, _Tags]:
    """Find the bytes at which the tags at these lines and columns begin, in a file that is well-formed."""
    found: dict[Position, _Tags] = {}
    opened: list[Position] = []
    parser = expat.ParserCreate()

    def start(_name: str, _attributes: object) -> None:
        place = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        opened.append(place)
        if place in places:
            found[place] = _Tags(parser.CurrentByteIndex)

    def end(_name: str) -> None:
        place = opened.pop()
        if place in places:
            found[place] = _Tags(found[place].start, parser.CurrentByteIndex)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError):
        return {}
    return found
