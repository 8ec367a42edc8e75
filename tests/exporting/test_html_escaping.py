"""A document full of markup, scripts, quotation marks and direction marks comes out harmless."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from html_site import Site, build_site
from zenda import LETTER, REPLY, write_edition

from tei_archive import api
from tei_archive.model import (
    ActionType,
    Agent,
    Block,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    Entry,
    Label,
    Mark,
    MarkKind,
    Person,
    Place,
    Project,
    Registers,
    Relation,
    Source,
    SourceNote,
    Span,
    Unresolved,
)
from tei_archive.tei import encode_document

EVIL = (
    "</script></textarea><script>alert('1')</script>\"'><img src=x onerror=\"alert(2)\"> &lt; {{ 99*99 }} \u202elived"
)
BAD_ADDRESS = "javascript:alert(3)"
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
SCRIPTS = {
    "index.html": ["assets/facets.js"],
    "search.html": ["assets/facets.js", "assets/search.js"],
    "documents": ["../assets/reading.js", "../assets/found.js"],
}
KEYS = {"value", "data-facets"}  # read by the script, shown by nobody
ISOLATING = {"bdi", "p", "div", "dd", "dt", "li", "h1", "h2", "h3", "caption", "td", "th", "figcaption", "blockquote"}


def hostile() -> tuple[Document, Source]:
    source = Source("zenda", "zenda.txt", EVIL)
    whole = Span(0, len(EVIL))
    said = Claim(EVIL, whole, "test.rule")
    sent = CorrespAction(
        ActionType.SENT, (Agent(said, said, ref="pers:evil"),), Claim(Place(EVIL), whole, "test.rule"), medium=None
    )
    received = CorrespAction(ActionType.RECEIVED, (Agent(said),))
    mark = Mark(MarkKind.PERS_NAME, whole, "pers:evil")
    return replace(
        LETTER,
        span=whole,
        title=EVIL,
        blocks=(Block(Label.P, EVIL, (mark,)),),
        enclosures=(),
        actions=(sent, received),
        number=said,
        classification=said,
        context=(ContextRef(Relation.CITES, EVIL, whole, reason=Unresolved.UNSTATED, rule="test.rule"),),
    ), source


@pytest.fixture
def site(tmp_path: Path) -> Site:
    document, source = hostile()
    folder = write_edition(tmp_path, REPLY)
    project = Project(
        EVIL, "zenda", editors=(Person(EVIL, BAD_ADDRESS),), publisher=EVIL, publisher_ref=BAD_ADDRESS,
        licence=BAD_ADDRESS, licence_name=EVIL, base_url=BAD_ADDRESS, description=EVIL,
        sources=(SourceNote("zenda.txt", EVIL, url=BAD_ADDRESS),),
    )  # fmt: skip
    registers = Registers((Entry("evil", EVIL, (EVIL,), (EVIL,), ((EVIL, BAD_ADDRESS),)),))
    (folder / "sources" / "zenda.txt").write_text(EVIL, encoding="utf-8")
    (folder / "tei" / "zenda-d001.xml").write_bytes(encode_document(document, source, project, "base-en"))
    (folder / "tei" / "zenda-d002.xml").unlink()
    return build_site(replace(api.load_edition(folder), project=project, registers=registers))


def test_the_words_are_shown_as_they_are(site: Site) -> None:
    page = site.page("documents/zenda-d001.html")
    assert page.xpath("string(//div[@class='source-text'])") == EVIL
    assert page.xpath("string(//p[@class='tei-p'])") == EVIL
    assert page.xpath("string(//h1)") == EVIL
    assert site.page("persons/evil.html").xpath("string(//h1)") == EVIL


def test_nothing_in_them_runs(site: Site) -> None:
    for path, page in site.pages():
        scripts = page.xpath("//script/@src")
        assert scripts == SCRIPTS.get(path.partition("/")[0], []), path
        assert not page.xpath(
            "//script[not(@src or @type='application/ld+json')] | //img | //textarea | //@*[starts-with(name(), 'on')]"
        ), path
        assert "9801" not in page.xpath("string(//main)"), path


def test_no_address_runs_anything(site: Site) -> None:
    schemes = {address.partition(":")[0] for _, address in site.links() if re.match(r"[\w+.-]+:", address)}
    assert schemes <= {"http", "https"}


def test_direction_marks_turn_nothing_of_ours(site: Site) -> None:
    for path, page in site.pages():
        assert not DIRECTION.search(page.xpath("string(//title)")), path
        for element in page.xpath("//*[not(ancestor-or-self::div[@class='tei'])]"):  # the text is the source's own
            assert not any(DIRECTION.search(value) for name, value in element.items() if name not in KEYS), path
            texts = (element.text, *(child.tail for child in element))
            assert element.tag in ISOLATING or not any(DIRECTION.search(text or "") for text in texts), path


def test_a_name_in_a_sentence_of_ours_turns_nothing_after_it(site: Site) -> None:
    shown = site.page("index.html").xpath("string(//span[@class='letter-name'])")
    assert shown.count(" to ") == 1
    assert not DIRECTION.search(shown)


def test_the_keys_of_the_facets_are_json(site: Site) -> None:
    [facets] = site.page("index.html").xpath("//@data-facets")
    assert json.loads(facets)["addressee"] == [EVIL]
    values = site.page("index.html").xpath("//select[@name='addressee']/option/@value")
    assert values == ["", EVIL]
