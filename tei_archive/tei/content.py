"""The text of TEI: where its blocks are, and which of its characters are text of the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from tei_archive.tei.names import is_element, local_name, qualified

# Elements that hold blocks. Some do so only when a block stands in them; else they are blocks themselves.
_ALWAYS_HOLDERS = frozenset(
    """
    text body group front back div div1 div2 div3 div4 div5 div6 div7 opener closer postscript floatingText lg list
    table row listBibl figure sp epigraph argument
    """.split()  # noqa: SIM905
)
_SOMETIMES_HOLDERS = frozenset({"note", "item", "cell", "quote", "cit", "q", "said", "address", "titlePage"})
_BLOCKS = frozenset(
    """
    p ab l head dateline salute signed byline trailer note fw label item cell quote cit docAuthor docDate
    """.split()  # noqa: SIM905
)
_TYPED_SEGMENTS_IN = frozenset({"opener", "closer"})
_EDITORIAL = frozenset({"corr", "expan", "reg"})

Content = tuple["str | etree._Element", ...]  # noqa: SLF001 - the name that lxml gives its type


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block: the element it is, or the element in which a run of bare text stands, and its content in order."""

    element: etree._Element
    content: Content
    is_run: bool = False


def text_of(element: etree._Element) -> str:
    """Give back the text of an element as the source has it.

    In `choice` the reading of the source (`sic`, `abbr`, `orig`) counts and the editor's (`corr`, `expan`, `reg`)
    does not. Comments and processing instructions are no text.
    """
    return "".join(map(_text, content_of(element)))


def content_of(element: etree._Element) -> Content:
    """Give back text and elements inside an element in order, without what is no text of the source."""
    parts: list[str | etree._Element] = [element.text] if element.text else []
    if not len(element):
        return tuple(parts)
    is_choice = local_name(element) == "choice"
    for child in element:
        if is_element(child) and not (is_choice and local_name(child) in _EDITORIAL):
            parts.append(child)
        if child.tail:
            parts.append(child.tail)
    return tuple(parts)


def find_leaves(element: etree._Element) -> Iterator[Leaf]:
    """Yield the blocks inside an element in order; text that stands between blocks is a block of its own."""
    run: list[str | etree._Element] = []
    for part in content_of(element):
        is_holder = not isinstance(part, str) and _is_holder(part)
        if isinstance(part, str) or not (is_holder or _is_block(part)):
            run.append(part)
            continue
        yield from _find_run(element, run)
        run = []
        if is_holder:
            yield from find_leaves(part)
        else:
            yield Leaf(part, content_of(part))
    yield from _find_run(element, run)


def blocks_text(root: etree._Element) -> tuple[str, ...]:
    """Give back the text of each block of the body, in order, without the white space around it.

    `front` and `back` are left out: what an edition adds of its own has its place there.
    """
    bodies = root.iter(qualified("body"))
    texts = ("".join(_text(part) for part in leaf.content).strip() for body in bodies if _is_main(body)
             for leaf in find_leaves(body))  # fmt: skip
    return tuple(text for text in texts if text)


def _text(part: str | etree._Element) -> str:
    return part if isinstance(part, str) else text_of(part)


def _is_main(body: etree._Element) -> bool:
    return next(body.iterancestors(qualified("body")), None) is None


def _find_run(element: etree._Element, run: Sequence[str | etree._Element]) -> tuple[Leaf, ...]:
    return (Leaf(element, tuple(run), is_run=True),) if "".join(map(_text, run)).strip() else ()


def _is_holder(element: etree._Element) -> bool:
    name = local_name(element)
    if name in _ALWAYS_HOLDERS:
        return True
    return name in _SOMETIMES_HOLDERS and any(_is_block(child) or _is_holder(child) for child in element)


def _is_block(element: etree._Element) -> bool:
    name = local_name(element)
    if name in _BLOCKS:
        return True
    parent = element.getparent() if name == "seg" and element.get("type") else None
    return parent is not None and local_name(parent) in _TYPED_SEGMENTS_IN
