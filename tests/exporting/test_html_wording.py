"""The texts of the interface: every one is translated, none is left over, and no page says anything else in English."""

import re
import runpy
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po
from html_site import Site, build_site
from lxml import etree

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.exporting.html.texts import read_texts
from tei_archive.model import SiteSettings
from tei_archive.tei import EncodedEdition

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "make_messages.py"))
TEMPLATE: Catalog = SCRIPT["extract"]()
LANGUAGES: tuple[str, ...] = SCRIPT["languages"]()
MESSAGES = {(message.context, message.id) for message in TEMPLATE if message.id}

ATTRIBUTES = ("aria-label", "title", "alt", "placeholder")


def catalogue(language: str) -> Catalog:
    with SCRIPT["file_of"](language).open("rb") as file:
        return read_po(file, locale=language)


@pytest.fixture
def kars(repository: Path, tmp_path: Path) -> EncodedEdition:
    """The first edition, in a folder of its own."""
    shutil.copytree(repository / "corpus" / "kars-1921", tmp_path / "kars")
    return api.load_edition(tmp_path / "kars")


def site_in(edition: EncodedEdition, language: str) -> Site:
    return build_site(replace(edition, project=replace(edition.project, site=SiteSettings(language))))


# -- catalogues ----------------------------------------------------------------------------------------------------


def test_there_are_catalogues() -> None:
    assert LANGUAGES == ("de", "fr")
    assert len(MESSAGES) > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_left_over(language: str) -> None:
    found = {(message.context, message.id) for message in catalogue(language) if message.id}
    assert sorted(map(str, MESSAGES - found)) == [], "run `make messages`, then translate what it added"
    assert sorted(map(str, found - MESSAGES)) == [], "run `make messages`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_says_something_and_has_the_blanks_of_its_text(language: str) -> None:
    translated = catalogue(language)
    for message in translated:
        assert all(_forms(message.string)), f"not translated: {message.id}"
        assert not message.fuzzy, message.id
        assert list(message.check(translated)) == []


def test_one_thing_and_many() -> None:
    found = {
        language: [read_texts(language).ngettext("%(num)s document", "%(num)s documents", n) for n in (1, 2, 5000)]
        for language in ("en", "de")
    }
    assert found == {
        "en": ["1 document", "2 documents", "5,000 documents"],
        "de": ["1 Dokument", "2 Dokumente", "5.000 Dokumente"],
    }


def test_what_fills_a_blank_is_not_read_as_a_text_of_ours() -> None:
    assert read_texts("en").gettext("Document %(number)s", number="%(number)s") == "Document %(number)s"


def test_what_fills_a_blank_turns_no_words_around_it() -> None:
    assert read_texts("en").gettext("Edited by %(names)s", names="\u202eevil") == "Edited by evil"


@pytest.mark.parametrize(
    ("wanted", "found", "word"),
    [
        ("de", "de", "Dokumente"),
        ("de-AT", "de-AT", "Dokumente"),
        ("DE", "DE", "Dokumente"),
        ("en-US", "en-US", "Documents"),
        ("it", "en", "Documents"),
        ("grc", "en", "Documents"),
    ],
)
def test_a_language_is_found_by_its_tag_or_it_is_english(wanted: str, found: str, word: str) -> None:
    texts = read_texts(wanted)
    assert (texts.language, texts.gettext("Documents")) == (found, word)
    assert texts.number(0.5)


# -- pages ---------------------------------------------------------------------------------------------------------


def test_the_interface_has_the_language_of_the_edition_or_the_one_that_is_set(zenda: EncodedEdition) -> None:
    german = replace(zenda, project=replace(zenda.project, language="de"))
    assert build_site(german).page("index.html").get("lang") == "de"
    assert site_in(german, "fr").page("index.html").get("lang") == "fr"
    assert site_in(german, "it").page("index.html").get("lang") == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_says_a_text_of_the_interface_in_english(kars: EncodedEdition, language: str) -> None:
    english = re.compile("|".join(_patterns(language)))
    said = set(_said(site_in(kars, language)))
    assert len(said) > 100
    assert sorted(words for words in said if english.fullmatch(words)) == []


def _patterns(language: str) -> Iterator[str]:
    """The English texts that are others in this language, each with anything in its blanks.

    Those of one short word, as in "A to B", are not told from words of the edition; the next test finds them.
    """
    translated = [message for message in catalogue(language) if message.id]
    strings = {text for message in translated for text in _forms(message.string)}
    english = {text for message in translated for text in _forms(message.id) if _is_telling(text)}
    yield from (re.sub(r"%\\\((\w+)\\\)s", ".+", re.escape(text)) for text in sorted(english - strings))


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def _is_telling(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{3}", re.sub(r"%\(\w+\)s", "", text)))


def _said(site: Site) -> Iterator[str]:
    """The words of all pages that are not said to be English."""
    for _, page in site.pages():
        for element in page.iter():
            if isinstance(element.tag, str) and not _is_english(element):
                parts = [element.text, *(child.tail for child in element), *map(element.get, ATTRIBUTES)]
                yield from (" ".join(part.split()) for part in parts if part)


def _is_english(element: etree._Element) -> bool:
    return (
        next((holder.get("lang") for holder in [element, *element.iterancestors()] if holder.get("lang")), "") == "en"
    )


def test_every_word_of_a_page_is_of_the_edition_or_from_a_catalogue(kars: EncodedEdition) -> None:
    """Each text of the interface is put in brackets; what stands outside brackets and marks of data was forgotten."""
    _bracket_everything(kars.folder)
    edition = api.load_edition(kars.folder)
    site = build_site(edition)
    assert "⟦Documents⟧" in site.text("index.html", "//nav")
    forgotten = [(path, words) for path, page in site.pages() for words in _unmarked(page)]
    assert forgotten == []


def _bracket_everything(folder: Path) -> None:
    catalog = Catalog("en")
    for message in TEMPLATE:
        if message.id:
            bracketed = tuple(f"⟦{form}⟧" for form in _forms(message.id))
            catalog.add(message.id, bracketed if len(bracketed) > 1 else bracketed[0], context=message.context)
    path = folder / "theme" / "locale" / "en" / "LC_MESSAGES" / "site.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalog)


def _unmarked(page: etree._Element) -> Iterator[str]:
    data = ("bdi", "time", "code", "title", "script", "cite", "option", "text")  # `text` is of SVG: names and numbers
    for element in page.body.iter():
        inside = [element, *element.iterancestors()]
        if not isinstance(element.tag, str) or any(
            e.tag in data or (e.get("lang") and e.tag != "html") for e in inside
        ):
            continue
        parts = [element.text, *(child.tail for child in element), *map(element.get, ATTRIBUTES)]
        for part in filter(None, parts):
            if re.search(r"[^\W\d_]{2}", re.sub(r"⟦.*?⟧", "", part, flags=re.DOTALL)):
                yield " ".join(part.split())


# -- an edition's own catalogue ------------------------------------------------------------------------------------

OWN = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "{}"\nmsgstr "{}"\n'


def own_catalogue(edition: EncodedEdition, language: str, message: str, translation: str) -> None:
    path = edition.folder / "theme" / "locale" / language / "LC_MESSAGES" / "site.po"
    path.parent.mkdir(parents=True)
    path.write_text(OWN.format(message, translation), encoding="utf-8")


def test_an_edition_may_say_it_in_its_own_words(zenda: EncodedEdition) -> None:
    own_catalogue(zenda, "en", "Documents", "Letters & <notes>")
    assert site_in(zenda, "en").page("index.html").xpath("//nav//a/text()")[:2] == ["Letters & <notes>", "Search"]


def test_an_edition_may_bring_a_language_of_its_own(zenda: EncodedEdition) -> None:
    own_catalogue(zenda, "ar", "Documents", "وثائق")
    page = site_in(zenda, "ar").page("index.html")
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert page.xpath("//nav//a/text()")[:2] == ["وثائق", "Search"]


@pytest.mark.parametrize(
    ("message", "translation", "line"),
    [("Document %(number)s", "Brief %(nummer)s", 4), ("Documents", 'x"\nmsgstrx "', None)],
)
def test_a_catalogue_that_does_not_work_is_named(
    zenda: EncodedEdition, message: str, translation: str, line: int | None
) -> None:
    own_catalogue(zenda, "de", message, translation)
    with pytest.raises(ExportError, match="catalogue does not work") as caught:
        site_in(zenda, "de")
    assert caught.value.where is not None
    assert caught.value.where.path.endswith("site.po")
    assert caught.value.where.line == line or line is None
    assert caught.value.hint
