"""Reading bodies: blocks, marks and enclosures from TEI of any shape."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tei_archive.model import Block, Enclosure, Label, Part, Span
from tei_archive.tei.body_names import CLOSER, HEADS, OMISSION_GAP, OPENER, Division
from tei_archive.tei.content import Leaf, find_leaves
from tei_archive.tei.marks import read_content
from tei_archive.tei.names import XML_ID, local_name, qualified
from tei_archive.tei.pointers import parse_raw_pointer

_IN_OPENER = {"signed": Label.SIGNED} | {element: label for label, element in OPENER.items()}
_IN_CLOSER = {element: label for label, element in CLOSER.items()}
_ELSEWHERE = {"dateline": Label.DATELINE, "salute": Label.SALUTE, "signed": Label.SIGNED, "fw": Label.FW,
              "trailer": Label.CLOSER, "byline": Label.SIGNED}  # fmt: skip
_ABOVE = frozenset({"opener", "closer", "postscript", "note", "div", "body", "floatingText"})
_FACTS = frozenset({"date", "placeName", "idno"})


def read_blocks(body: etree._Element) -> tuple[Block, ...]:
    """Give back the blocks of a body, those of its enclosures left out."""
    return tuple(block for leaf in find_leaves(body) if _enclosure(leaf) is None for block in _read_leaf(leaf))


def read_enclosures(body: etree._Element, document_id: str) -> tuple[Enclosure, ...]:
    """Give back the enclosures of a body in order; one without id gets an id from its number."""
    divisions = [div for div in body.iter(qualified("div")) if _is_enclosure(div)]
    leaves = [(leaf, _enclosure(leaf)) for leaf in find_leaves(body)] if divisions else []
    return tuple(
        Enclosure(
            division.get(XML_ID) or f"{document_id}-e{number}",
            read_span(division),
            tuple(block for leaf, owner in leaves if owner is division for block in _read_leaf(leaf)),
        )
        for number, division in enumerate(divisions, start=1)
    )


def read_span(division: etree._Element) -> Span:
    """Give back the stretch of the source that a division names; an empty one at the start where it names none."""
    found = parse_raw_pointer(division.get("source", ""))
    return found[1] if found else Span(0, 0)


def _is_enclosure(element: etree._Element) -> bool:
    return local_name(element) == "div" and element.get("type") == Division.ENCLOSURE


def _enclosure(leaf: Leaf) -> etree._Element | None:
    around = (leaf.element, *leaf.element.iterancestors())
    return next((element for element in around if _is_enclosure(element)), None)


def _read_leaf(leaf: Leaf) -> Iterator[Block]:
    label = _label(leaf)
    text, marks = read_content(leaf.content[1:] if label is Label.OMISSION else leaf.content)
    if not text:
        return
    owner = _owner(leaf)
    yield Block(
        label,
        text,
        marks,
        owner.get(XML_ID) if owner is not None else None,
        owner.get("n") if owner is not None else None,
        _read_part(owner),
    )


def _owner(leaf: Leaf) -> etree._Element | None:
    """The element whose number and id are the block's; those of a note of several blocks are its first block's."""
    element = leaf.element
    if leaf.is_run:
        is_note = local_name(element) == "note" and leaf.content[0] == element.text
        return element if is_note else None
    parent = element.getparent()
    if parent is None or local_name(parent) != "note" or element.get(XML_ID) is not None:
        return element
    return parent if parent[0] is element and not (parent.text or "").strip() else element


def _read_part(element: etree._Element | None) -> Part:
    stated = element.get("part", "") if element is not None else ""
    return Part(stated) if stated in set(Part) else Part.WHOLE


def _label(leaf: Leaf) -> Label:
    """What a block is: by the note it stands in, by its own type, by what holds it, by its element."""
    above = leaf.element if leaf.is_run else _above(leaf.element)
    name = "" if leaf.is_run else local_name(leaf.element)
    return (
        _find_note_label(leaf.element, above)
        or _find_stated_label(leaf.element, name)
        or _find_held_label(leaf, name, local_name(above))
        or _find_free_label(leaf, name)
    )


def _find_note_label(element: etree._Element, above: etree._Element) -> Label | None:
    note = next((found for found in (element, above) if local_name(found) == "note"), None)
    if note is None:
        return None
    return Label.SOURCE if note.get("type") == "source" else Label.NOTE


def _find_stated_label(element: etree._Element, name: str) -> Label | None:
    if name == "head":
        return _label_head(element)
    is_stated = name in ("seg", "ab") and element.get("type") in set(Label)
    return Label(element.get("type", "")) if is_stated else None


def _find_held_label(leaf: Leaf, name: str, holder: str) -> Label | None:
    match holder:
        case "opener":
            return _IN_OPENER.get(name) or _label_opening(leaf)
        case "closer":
            return _IN_CLOSER.get(name, Label.CLOSER)
        case "postscript":
            return Label.POSTSCRIPT
    return None


def _find_free_label(leaf: Leaf, name: str) -> Label:
    if name == "salute" and _follows_paragraph(leaf.element):
        return Label.CLOSER
    return _ELSEWHERE.get(name) or (Label.OMISSION if _is_omission(leaf) else Label.P)


def _above(element: etree._Element) -> etree._Element:
    return next((found for found in element.iterancestors() if local_name(found) in _ABOVE), element)


def _label_head(element: etree._Element) -> Label:
    parent = element.getparent()
    division = Division.ENCLOSURE if parent is not None and _is_enclosure(parent) else Division.LETTER
    heads = HEADS[division]
    return next((label for label, type_ in heads.items() if type_ and type_ == element.get("type")), Label.HEAD)


def _label_opening(leaf: Leaf) -> Label:
    """Bare text in an opener is a dateline where it has a date, a place or a number in it, else a salutation."""
    elements = (part for part in leaf.content if not isinstance(part, str))
    return Label.DATELINE if any(local_name(element) in _FACTS for element in elements) else Label.SALUTE


def _follows_paragraph(element: etree._Element) -> bool:
    return any(local_name(before) in ("p", "ab", "lg", "div") for before in element.itersiblings(preceding=True))


def _is_omission(leaf: Leaf) -> bool:
    first = leaf.content[0] if leaf.content else ""
    return (
        not isinstance(first, str)
        and local_name(leaf.element) == "p"
        and local_name(first) == "gap"
        and first.get("unit") == OMISSION_GAP["unit"]
    )
