"""Marks: names, dates, numbers, references and gaps inside a block, as elements and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.model import Mark, MarkKind, Span
from tei_archive.tei.building import Element, build
from tei_archive.tei.content import content_of
from tei_archive.tei.dates import date_attributes, read_date
from tei_archive.tei.names import XML_ID, local_name
from tei_archive.tei.pointers import (
    document_pointer,
    note_pointer,
    parse_document_pointer,
    parse_note_pointer,
    pointer,
)

_NAMES = frozenset({MarkKind.PERS_NAME, MarkKind.ROLE_NAME, MarkKind.ORG_NAME, MarkKind.PLACE_NAME})
_PLAIN = {kind.value: kind for kind in (*_NAMES, MarkKind.DATE, MarkKind.IDNO, MarkKind.SUPPLIED)}
_GAP = {"reason": "editorial"}
_OMISSION = "omission"


def mark_order(mark: Mark) -> tuple[int, bool, int]:
    """Sort marks as their elements stand in the file: by start, what is empty first, then what is outside first."""
    return (mark.span.start, len(mark.span) > 0, -mark.span.end)


def encode_text(text: str, marks: Sequence[Mark], ids: Iterator[str]) -> tuple[Element | str, ...]:
    """Give back a block's text with an element for each mark; `ids` gives the next free id to each reference.

    A gap that covers words (the dots of an omission) becomes `seg type="omission"` with a `gap` before the words,
    since `gap` itself holds no text. Raises `EncodingError` where two marks cross, where a mark is empty that is no
    gap, and where a mark lies inside an `idno`, which holds text alone.
    """
    if not marks:
        return (text,)
    block = _Open(None, len(text), [])
    opened = [block]
    position = 0
    for mark in sorted(marks, key=mark_order):
        position = _close(opened, text, position, mark.span.start)
        opened[-1].content.append(text[position : mark.span.start])
        position = mark.span.start
        _check(mark, opened[-1], text)
        made = _encode(mark, ids)
        if mark.span:
            opened.append(_Open(made, mark.span.end, [*made.content]))
        else:
            opened[-1].content.append(made)
    position = _close(opened, text, position, len(text))
    return (*block.content, text[position:])


def read_content(content: Iterable[str | etree._Element]) -> tuple[str, tuple[Mark, ...]]:
    """Give back the text of a block, without the white space around it, and its marks."""
    text, marks = _read(content)
    start = len(text) - len(text.lstrip())
    stripped = text.strip()
    moved = (_move(mark, start, len(stripped)) for mark in marks)
    kept = (mark for mark in moved if mark.span or mark.kind is MarkKind.GAP)
    return stripped, tuple(sorted(kept, key=mark_order))


@dataclass(frozen=True, slots=True)
class _Open:
    """What text goes into: the element of a mark or, without one, the block; where it ends, and what it holds."""

    element: Element | None
    end: int
    content: list[Element | str]


def _close(opened: list[_Open], text: str, position: int, start: int) -> int:
    """Write the rest of the elements that end at or before `start`."""
    while len(opened) > 1 and opened[-1].end <= start:
        last = opened.pop()
        if last.element is not None:
            content = (*last.content, text[position : last.end])
            opened[-1].content.append(Element(last.element.name, last.element.attributes, content))
        position = last.end
    return position


def _check(mark: Mark, around: _Open, text: str) -> None:
    words = mark.span.cut(text) or text[mark.span.start : mark.span.start + 20]
    if mark.span.end > around.end:
        raise EncodingError(f"the mark {mark.kind} on {words!r} crosses another mark", hint="let one enclose the other")
    if not mark.span and mark.kind is not MarkKind.GAP:
        raise EncodingError(f"the mark {mark.kind} before {words!r} is empty")
    if around.element is not None and around.element.name == MarkKind.IDNO:
        raise EncodingError(f"the mark {mark.kind} on {words!r} lies inside a number", hint="idno holds text alone")


def _encode(mark: Mark, ids: Iterator[str]) -> Element:
    ref = mark.ref
    if (mark.date and mark.kind is not MarkKind.DATE) or (ref is not None and mark.kind.value in _WITHOUT_REF):
        raise EncodingError(f"a mark {mark.kind} has neither date nor pointer in TEI: {mark}")
    match mark.kind:
        case MarkKind.GAP:
            gap = build("gap", _GAP)
            return build("seg", {"type": _OMISSION}, gap) if mark.span else gap
        case MarkKind.REF:
            target = document_pointer(ref) if ref is not None else None
            return build("ref", {"type": "document", "target": target, XML_ID: next(ids)})
        case MarkKind.NOTE_CALL:
            return build("ref", {"type": "noteCall", "target": note_pointer(ref) if ref is not None else None})
        case MarkKind.DATE:
            return build("date", date_attributes(mark.date) if mark.date else {})
        case MarkKind.IDNO:
            return build("idno", {"type": "docNumber"})
        case _:
            return build(mark.kind.value, {"ref": pointer(ref) if ref is not None else None})


_WITHOUT_REF = frozenset({MarkKind.DATE, MarkKind.IDNO, MarkKind.SUPPLIED, MarkKind.GAP})


def _read(content: Iterable[str | etree._Element]) -> tuple[str, list[Mark]]:
    text = ""
    marks: list[Mark] = []
    for part in content:
        if isinstance(part, str):
            text += part
            continue
        inner, inside = _read(_inside(part))
        mark = _read_mark(part, Span(len(text), len(text) + len(inner)))
        marks += [mark] if mark else []
        marks += [replace(found, span=_shift(found.span, len(text))) for found in inside]
        text += inner
    return text, marks


def _inside(element: etree._Element) -> tuple[str | etree._Element, ...]:
    """The content of an element; the gap that opens an omission is told by the omission's own mark."""
    content = content_of(element)
    return content[1:] if _is_omission(element) else content


def _is_omission(element: etree._Element) -> bool:
    return (
        local_name(element) == "seg"
        and element.get("type") == _OMISSION
        and not element.text
        and len(element) > 0
        and local_name(element[0]) == "gap"
    )


def _read_mark(element: etree._Element, span: Span) -> Mark | None:
    name, target = local_name(element), element.get("target")
    if name == "gap" or _is_omission(element):
        return Mark(MarkKind.GAP, span)
    if not span:
        return None
    if name == "ref" and element.get("type") == MarkKind.NOTE_CALL:
        return Mark(MarkKind.NOTE_CALL, span, parse_note_pointer(target) if target else None)
    if name == "ref":
        return Mark(MarkKind.REF, span, parse_document_pointer(target) if target else None)
    if name not in _PLAIN:
        return None
    kind = _PLAIN[name]
    return Mark(
        kind,
        span,
        element.get("ref") if kind in _NAMES else None,
        read_date(element) if kind is MarkKind.DATE else None,
    )


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _move(mark: Mark, by: int, length: int) -> Mark:
    start, end = (min(max(position - by, 0), length) for position in (mark.span.start, mark.span.end))
    return replace(mark, span=Span(start, end))
