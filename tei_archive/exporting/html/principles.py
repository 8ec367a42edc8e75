"""What the headers of the files say about how the text was encoded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree
from markupsafe import Markup, escape

from tei_archive.exporting.html.catalogue import Catalogue
from tei_archive.exporting.html.terms import PRINCIPLES
from tei_archive.exporting.html.texts import Texts
from tei_archive.tei import EncodedDocument
from tei_archive.tei.content import text_of
from tei_archive.tei.names import is_element, local_name, one_line, qualified

# How the elements of TEI that name markup are printed.
_FORMS = {"gi": "<%s>", "att": "@%s", "val": "%s", "ident": "%s", "code": "%s"}

_PRINCIPLES = ".//{*}encodingDesc/{*}editorialDecl"


@dataclass(frozen=True, slots=True)
class Principle:
    """What a header says about one side of the encoding, in paragraphs, and in which language."""

    label: str
    language: str
    paragraphs: tuple[Markup, ...]


def view_principles(catalogue: Catalogue) -> tuple[Principle, ...]:
    """Give back the principles that the headers state, each once, in the order of the documents."""
    ordered = sorted(catalogue.documents, key=lambda encoded: encoded.document.id)
    return tuple(dict.fromkeys(_principles(catalogue.texts, ordered)))


def marked_up(paragraph: etree._Element) -> Markup:
    """Give back a paragraph about markup: the names of elements and attributes in it are told apart from the words."""
    parts = [escape(paragraph.text or "")]
    for child in paragraph:
        words = one_line(text_of(child)) if is_element(child) else ""
        form = _FORMS.get(local_name(child))
        parts += [Markup("<code>%s</code>") % (form % words) if form else escape(words), escape(child.tail or "")]
    return Markup("").join(parts)


def _principles(texts: Texts, documents: Iterable[EncodedDocument]) -> Iterator[Principle]:
    """Give back what the headers say. Most headers of an edition say the same to the letter, so each is read once."""
    found = (element for encoded in documents for element in encoded.root.iterfind(_PRINCIPLES))
    different = {etree.tostring(element, with_tail=False): element for element in found}
    for element in (child for declaration in different.values() for child in declaration.iterchildren("*")):
        name = local_name(element)
        paragraphs = tuple(marked_up(paragraph) for paragraph in element.iter(qualified("p")))
        if paragraphs:
            label = texts.gettext(PRINCIPLES[name]) if name in PRINCIPLES else ""
            language = element.xpath("string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)")
            yield Principle(label, str(language), paragraphs)
