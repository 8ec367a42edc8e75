"""Elements of SVG, and figures made of them.

Lengths from left to right are shares of the width in per cent, lengths from top to bottom are pixels: so a figure
becomes as wide as the page allows and its letters stay as large as those of the page. What is drawn as one path stands
in a window of its own, which is stretched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from tei_archive.exporting.html.texts import plain

NAMESPACE = "http://www.w3.org/2000/svg"
_DEFAULT: dict[str, str] = {None: NAMESPACE}  # type: ignore[dict-item] # the stubs leave the default namespace out

# The steps of a scale are one of these times a power of ten.
_ROUND = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its name, which is that of its file, what it shows in a line and in a paragraph, its height, its parts.

    `has_links` says that parts of it lead to pages, so that it is no mere image to those who cannot see it.
    """

    name: str
    title: str
    description: str
    height: float
    parts: tuple[etree._Element, ...]
    has_links: bool = False


def shape(name: str, class_: str, *content: etree._Element | str | None, **attributes: str | float) -> etree._Element:
    """Give back an element of SVG with a class; numbers are written as `number` does, `_` in names becomes `-`."""
    made = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap=_DEFAULT)
    if class_:
        made.set("class", class_)
    for key, value in attributes.items():
        made.set(key.rstrip("_").replace("_", "-"), value if isinstance(value, str) else number(value))
    for part in content:
        if isinstance(part, str):
            made.text = plain(part)
        elif part is not None:
            made.append(part)
    return made


def link(href: str | None, *content: etree._Element) -> Sequence[etree._Element]:
    """Give back the parts as a link; as they are where there is nowhere to go."""
    return (shape("a", "", *content, href=href),) if href else content


def titled(element: etree._Element, words: str) -> etree._Element:
    """Give an element the words that a pointer resting on it shows."""
    element.insert(0, shape("title", "", words))
    return element


def share(value: float) -> str:
    """Give back a share of the width in per cent, from a number between 0 and 1."""
    return f"{number(100 * value)}%"


def number(value: float) -> str:
    """Give back a number with two decimal places at most, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def ticks(greatest: float, steps: int = 3) -> tuple[int, ...]:
    """Give back round numbers from 0 up to a value, at most so many steps of one size; 0 and 1 where it is less."""
    place = 0
    while (step := _ROUND[place % 3] * 10 ** (place // 3)) * (steps + 1) <= greatest:
        place += 1
    return tuple(range(0, int(max(greatest, 1)) + 1, step))


def shortened(words: str, length: int) -> str:
    """Give back words with at most so many characters, an ellipsis for what is left out."""
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"


def fitted(class_: str, words: str, lengths: tuple[int, int], **attributes: str | float) -> Iterator[etree._Element]:
    """Give back a line of text, shortened to what has room on a wide page; a second one where a narrow has not."""
    narrow, wide = (shortened(words, length) for length in lengths)
    if narrow == wide:
        yield shape("text", class_, wide, **attributes)
    else:
        yield shape("text", f"{class_} figure-narrow", narrow, **attributes)
        yield shape("text", f"{class_} figure-wide", wide, **attributes)


def drawn(figure: Figure) -> etree._Element:
    """Give back a figure as one element of SVG, with its texts for those who cannot see it."""
    title, desc = f"figure-{figure.name}-title", f"figure-{figure.name}-desc"
    return shape(
        "svg",
        f"figure-drawing figure-{figure.name}",
        shape("title", "", figure.title, id=title),
        shape("desc", "", figure.description, id=desc),
        *map(deepcopy, figure.parts),
        width="100%",
        height=figure.height,
        role="group" if figure.has_links else "img",
        aria_labelledby=title,
        aria_describedby=desc,
    )


def group(class_: str, parts: Iterable[etree._Element], **attributes: str | float) -> etree._Element:
    """Give back parts as one."""
    return shape("g", class_, *parts, **attributes)
