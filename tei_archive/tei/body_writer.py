"""Writing bodies: the blocks of a document in the order of the source, each in an element that TEI allows there.

TEI lets headings and openers stand only before the first paragraph of a division, closers and postscripts only after
the last. A block that the source has elsewhere stays in its place, with its label in `type`: as `ab` between the
paragraphs, as `seg` of the opener before them, as `seg` of the closer after them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto

from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.model import Block, Label, Part
from tei_archive.tei.body_names import CLOSER, HEADS, IN_OPENER, OMISSION_GAP, OPENER, Division
from tei_archive.tei.building import append, build
from tei_archive.tei.marks import fill
from tei_archive.tei.names import XML_ID, identifier

_PARAGRAPHS = frozenset({Label.P, Label.OMISSION})
_ANYWHERE: Mapping[Label, tuple[str, Mapping[str, str | None]]] = {
    Label.NOTE: ("note", {"place": "foot"}),
    Label.SOURCE: ("note", {"type": "source"}),
    Label.FW: ("fw", {}),
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


def encode_blocks(blocks: Sequence[Block], division: Division) -> tuple[etree._Element, ...]:
    """Give back the children of a division, in the order of the blocks.

    Raises `EncodingError` for a label that is no block of a document (the tail of a heading, furniture), and for a
    piece of a paragraph whose element is no paragraph.
    """
    children: list[etree._Element] = []
    for block, zone in _zones(blocks, division):
        holder, element = _encode_block(block, zone, division)
        if holder is None:
            children.append(element)
        elif children and children[-1].tag == holder.tag:
            append(children[-1], element)
        else:
            append(holder, element)
            children.append(holder)
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


def _encode_block(block: Block, zone: _Zone, division: Division) -> tuple[etree._Element | None, etree._Element]:
    """The block's element, and a holder (opener, closer, postscript) where it needs one."""
    label = block.label
    if label in _NO_BLOCK:
        raise EncodingError(f"{label} is no block of a document: {block.text[:40]!r}", hint=_NO_BLOCK[label])
    if label in _ANYWHERE:
        return None, _make(*_ANYWHERE[label], block)
    match zone:
        case _Zone.TOP:
            return _encode_top(block, division)
        case _Zone.OPENED:
            return _encode_opened(block, division)
        case _Zone.MIDDLE:
            return None, _make("p", {}, block) if label in _PARAGRAPHS else _make("ab", {"type": label.value}, block)
        case _Zone.BOTTOM:
            return _encode_bottom(block)


def _encode_top(block: Block, division: Division) -> tuple[etree._Element | None, etree._Element]:
    if block.label in HEADS[division]:
        return None, _make("head", {"type": HEADS[division][block.label]}, block)
    return build("opener", {}), _make_part(block, OPENER.get(block.label))


def _encode_opened(block: Block, division: Division) -> tuple[etree._Element | None, etree._Element]:
    if block.label in IN_OPENER:
        return build("opener", {}), _make_part(block, None)
    return _encode_top(block, division)


def _encode_bottom(block: Block) -> tuple[etree._Element, etree._Element]:
    if block.label is Label.POSTSCRIPT:
        return build("postscript", {}), _make("p", {}, block)
    return build("closer", {}), _make_part(block, CLOSER.get(block.label))


def _make_part(block: Block, name: str | None) -> etree._Element:
    return _make(name, {}, block) if name else _make("seg", {"type": block.label.value}, block)


def _make(name: str, attributes: Mapping[str, str | None], block: Block) -> etree._Element:
    if block.part is not Part.WHOLE and name not in _FRAGMENTS:
        raise EncodingError(f"{name} cannot be a piece of a paragraph: {block.text[:40]!r}")
    more = {
        "n": block.n,
        XML_ID: identifier(block.id) if block.id is not None else None,
        "part": block.part.value if block.part is not Part.WHOLE else None,
    }
    element = build(name, {**attributes, **more})
    if block.label is Label.OMISSION:
        append(element, build("gap", OMISSION_GAP))
    return fill(element, block.text, block.marks)
