"""The page about the encoding: what our schema says of itself, and the elements that the edition uses."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from markupsafe import Markup

from tei_archive.exporting.html.catalogue import Catalogue
from tei_archive.exporting.html.principles import Principle, marked_up, view_principles
from tei_archive.schema_files import schema_file
from tei_archive.tei.names import XML_ID, local_name, one_line

_RNG = {"r": "http://relaxng.org/ns/structure/1.0", "a": "http://relaxng.org/ns/compatibility/annotations/1.0"}
_LEFT_OUT = ("schema",)  # the division of the ODD that holds declarations


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the handbook: its heading and its paragraphs."""

    heading: str
    paragraphs: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class ElementUse:
    """An element of TEI: its name, what our schema says of it, if anything, and how often it stands in the edition."""

    name: str
    about: str
    number: int


@dataclass(frozen=True, slots=True)
class EncodingView:
    """What the page about the encoding shows."""

    principles: tuple[Principle, ...]
    chapters: tuple[Chapter, ...]
    elements: tuple[ElementUse, ...]


def view_encoding(catalogue: Catalogue) -> EncodingView:
    """Give back what the page about the encoding shows; the handbook is in English, as the schema is."""
    about = _documentation()
    uses = Counter(name for encoded in catalogue.documents for name in map(local_name, encoded.root.iter("{*}*")))
    return EncodingView(
        principles=view_principles(catalogue),
        chapters=tuple(_chapters()),
        elements=tuple(ElementUse(name, about.get(name, ""), uses[name]) for name in sorted(uses, key=str.casefold)),
    )


def _documentation() -> Mapping[str, str]:
    """Give back what the schema says of each element, the first where it has one element in several forms."""
    found: dict[str, str] = {}
    for element in etree.parse(schema_file("tei-archive.rng")).iterfind(".//r:element[@name]", _RNG):
        words = element.findtext("a:documentation", "", _RNG)
        if words:
            found.setdefault(element.get("name", ""), one_line(words))
    return found


def _chapters() -> Iterator[Chapter]:
    for division in etree.parse(schema_file("tei-archive.odd")).iterfind("{*}text/{*}body/{*}div"):
        if division.get(XML_ID) not in _LEFT_OUT:
            heading = one_line(division.findtext("{*}head", ""))
            yield Chapter(heading, tuple(marked_up(paragraph) for paragraph in division.iterfind("{*}p")))
