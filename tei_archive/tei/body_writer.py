"""Writing bodies: the blocks of a document in the order of the source, each in an element that TEI allows there.

TEI lets headings and openers stand only before the first paragraph of a division, closers and postscripts only after
the last. A block that the source has elsewhere stays in its place, with its label in `type`: as `ab` between the
paragraphs, as `seg` of the opener before them, as `seg` of the closer after them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import groupby
from operator import itemgetter

from tei_archive.errors import EncodingError
from tei_archive.model import Block, Label, Part
from tei_archive.tei.body_names import CLOSER, HEADS, IN_OPENER, OMISSION_GAP, OPENER, Division
from tei_archive.tei.building import Element, build
from tei_archive.tei.marks import encode_text
from tei_archive.tei.names import XML_ID, identifier

# The element that holds a block's own where there is one, the name of its own, and the attributes.
_Place = tuple[str | None, str, Mapping[str, str | None]]

_PARAGRAPHS = frozenset({Label.P, Label.OMISSION})
_ANYWHERE: Mapping[Label, _Place] = {
    Label.NOTE: (None, "note", {"place": "foot"}),
    Label.SOURCE: (None, "note", {"type": "source"}),
    Label.FW: (None, "fw", {}),
}
_NO_BLOCK: Mapping[Label, str] = {
    Label.HEAD_TAIL: "join it to its heading",
    Label.LINK_TAIL: "join it to its linking sentence",
    Label.FURNITURE: "it is of the page; a page number or running head inside a document is fw",
}
_FRAGMENTS = frozenset({"p", "ab"})


class _Zone(Enum):
    TOP = auto()
    OPENED = auto()
    MIDDLE = auto()
    BOTTOM = auto()


def encode_blocks(blocks: Sequence[Block], division: Division, ids: Iterator[str]) -> tuple[Element, ...]:
    """Give back the children of a division, in the order of the blocks; `ids` gives the next id to each reference.

    Raises `EncodingError` for a label that is no block of a document (the tail of a heading, furniture), and for a
    piece of a paragraph whose element is no paragraph.
    """
    encoded = (_encode_block(block, zone, division, ids) for block, zone in _zones(blocks, division))
    children: list[Element] = []
    for holder, group in groupby(encoded, key=itemgetter(0)):
        elements = tuple(element for _, element in group)
        children += [build(holder, {}, *elements)] if holder else elements
    return tuple(children)


def _zones(blocks: Sequence[Block], division: Division) -> Iterator[tuple[Block, _Zone]]:
    paragraphs = [number for number, block in enumerate(blocks) if block.label in _PARAGRAPHS]
    first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else (len(blocks), len(blocks))
    above = (*HEADS[division], *_ANYWHERE)
    opened = next((number for number, block in enumerate(blocks) if block.label not in above), first)
    for number, block in enumerate(blocks):
        if number < first:
            yield block, _Zone.TOP if number < opened else _Zone.OPENED
        else:
            yield block, _Zone.BOTTOM if number > last else _Zone.MIDDLE


def _encode_block(block: Block, zone: _Zone, division: Division, ids: Iterator[str]) -> tuple[str | None, Element]:
    """The block's element, and the name of a holder (opener, closer, postscript) where it needs one."""
    label = block.label
    if label in _NO_BLOCK:
        raise EncodingError(f"{label} is no block of a document: {block.text[:40]!r}", hint=_NO_BLOCK[label])
    holder, name, attributes = _ANYWHERE.get(label) or _place(label, zone, division)
    return holder, _make(name, attributes, block, ids)


def _place(label: Label, zone: _Zone, division: Division) -> _Place:
    match zone:
        case _Zone.MIDDLE:
            return (None, "p", {}) if label in _PARAGRAPHS else (None, "ab", {"type": label.value})
        case _Zone.BOTTOM:
            return ("postscript", "p", {}) if label is Label.POSTSCRIPT else _part("closer", CLOSER.get(label), label)
        case _Zone.OPENED if label in IN_OPENER:
            return _part("opener", None, label)
        case _:
            heads = HEADS[division]
            return (
                (None, "head", {"type": heads[label]}) if label in heads else _part("opener", OPENER.get(label), label)
            )


def _part(holder: str, name: str | None, label: Label) -> _Place:
    return (holder, name, {}) if name else (holder, "seg", {"type": label.value})


def _make(name: str, attributes: Mapping[str, str | None], block: Block, ids: Iterator[str]) -> Element:
    if block.part is not Part.WHOLE and name not in _FRAGMENTS:
        raise EncodingError(f"{name} cannot be a piece of a paragraph: {block.text[:40]!r}")
    more = {
        "n": block.n,
        XML_ID: identifier(block.id) if block.id is not None else None,
        "part": block.part.value if block.part is not Part.WHOLE else None,
    }
    gap = build("gap", OMISSION_GAP) if block.label is Label.OMISSION else None
    return build(name, {**attributes, **more}, gap, *encode_text(block.text, block.marks, ids))
