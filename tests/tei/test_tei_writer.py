"""Writing TEI: where blocks go, what headers say, and what is refused."""

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from fixture_types import Jing
from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.model import (
    ActionType,
    Agent,
    Block,
    Claim,
    ContextRef,
    Coordinates,
    CorrespAction,
    Document,
    Enclosure,
    Entry,
    Evidence,
    HistoricalDate,
    Label,
    Mark,
    MarkKind,
    Part,
    Person,
    Place,
    Precision,
    Project,
    Registers,
    Relation,
    Source,
    SourceNote,
    Span,
    Unclaimed,
    Unresolved,
)
from tei_archive.tei import (
    encode_document,
    encode_registers,
    encode_unclaimed,
    read_document,
    read_registers,
    read_unclaimed,
)
from tei_archive.tei.body_names import Division
from tei_archive.tei.body_writer import encode_blocks
from tei_archive.tei.building import as_tree
from tei_archive.tei.names import NAMESPACE
from tei_archive.tei.parsing import parse

PROJECT = Project("Letters of the Camel Post", "camel")
XPATH = {"t": NAMESPACE}
DAY = HistoricalDate(date(1894, 3, 3), date(1894, 3, 3))


def document_of(*blocks: Block, text: str = "", **values: object) -> tuple[Document, Source]:
    """Return a document of these blocks, and a source that holds them with blank lines between."""
    text = text or "\n\n".join(block.text for block in blocks)
    empty = Document("camel-d003", "camel.txt", Span(0, len(text)), "A to B", "note", "en", blocks)
    return replace(empty, **values), Source("camel", "camel.txt", text)  # type: ignore[arg-type]


def written(*blocks: Block, project: Project = PROJECT, text: str = "", **values: object) -> etree._Element:
    document, source = document_of(*blocks, text=text, **values)
    return parse(encode_document(document, source, project, "base-en"), "a.xml")


def shape(element: etree._Element) -> str:
    """Show elements without attributes: `div(head opener(dateline salute) p)`."""
    inner = " ".join(shape(child) for child in element)
    return etree.QName(element).localname + (f"({inner})" if inner else "")


def letter(root: etree._Element) -> str:
    return shape(root.xpath("//t:div[@type='letter']", namespaces=XPATH)[0])


# -- the order of blocks -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("head link dateline salute p closer", "div(head head opener(dateline salute) p closer(salute))"),
        ("p p closer signed dateline", "div(p p closer(salute signed dateline))"),
        ("head p dateline", "div(head p closer(dateline))"),
        ("head classification distribution p", "div(head opener(seg seg) p)"),
        ("p closer postscript postscript signed", "div(p closer(salute) postscript(p p) closer(signed))"),
        ("p signed source note", "div(p closer(signed) note note)"),
        ("dateline note salute p", "div(opener(dateline) note opener(salute) p)"),
        ("p signed p", "div(p ab p)"),
        ("p salute dateline omission", "div(p ab ab p(gap))"),
        ("signed dateline p", "div(opener(seg dateline) p)"),
        ("head signed", "div(head opener(seg))"),
        ("p head signed", "div(p closer(seg signed))"),
        ("fw head fw p fw p", "div(fw head fw p fw p)"),
        ("idno head subhead idno address p", "div(head head head head opener(seg) p)"),
        ("idno head dateline idno salute subhead p", "div(head head opener(dateline seg salute seg) p)"),
        ("dateline head subhead p", "div(opener(dateline) head opener(seg) p)"),
        ("p address idno subhead", "div(p closer(seg seg seg))"),
        ("p idno address p", "div(p ab ab p)"),
        ("", "div"),
    ],
)  # fmt: skip
def test_each_block_stands_where_tei_allows_it(labels: str, expected: str) -> None:
    blocks = [Block(Label(label), f"block {number}") for number, label in enumerate(labels.split())]
    assert letter(written(*blocks)) == expected


@pytest.mark.slow
def test_every_order_of_three_blocks_is_tei(jing: Jing, shared: Path, tmp_path: Path) -> None:
    labels = [label for label in Label if label not in (Label.HEAD_TAIL, Label.LINK_TAIL, Label.FURNITURE)]
    shapes: dict[str, Path] = {}
    for number, order in enumerate(product(labels, repeat=3)):
        blocks = tuple(Block(label, f"block {place}") for place, label in enumerate(order))
        file = tmp_path / f"{number}.xml"
        children = encode_blocks(blocks, Division.LETTER, iter(()))
        if shapes.setdefault(" ".join(shape(as_tree(child)) for child in children), file) is file:
            document, source = document_of(*blocks)
            file.write_bytes(encode_document(document, source, PROJECT, "base-en"))
            assert read_document(file).document == document
    assert len(shapes) > 300
    assert jing(shared / "schemas" / "tei_all.rng", *shapes.values()) == []


def test_an_omission_is_a_paragraph_that_begins_with_the_gap_of_a_paragraph() -> None:
    first = Mark(MarkKind.GAP, Span(0, 0))
    root = written(Block(Label.OMISSION, "....", (first,)), Block(Label.P, "… and so on", (first,)))
    omission, paragraph = root.findall(".//{*}body//{*}p")
    assert [dict(gap.attrib) for gap in omission] == [
        {"reason": "editorial", "unit": "paragraph"},
        {"reason": "editorial"},
    ]
    assert [dict(gap.attrib) for gap in paragraph] == [{"reason": "editorial"}]


def test_enclosures_stand_beside_the_letter_with_their_own_stretch_of_the_source() -> None:
    paper = Enclosure("camel-d003-e1", Span(6, 19), (Block(Label.ENCLOSURE, "Annex"), Block(Label.P, "camels")))
    root = written(Block(Label.P, "body"), text="body\n\nAnnex\n\ncamels", enclosures=(paper,))
    divisions = root.findall(".//{*}div")
    assert shape(divisions[0]) == "div(div(p) div(head p))"
    assert [(div.get("type"), div.get("source")) for div in divisions] == [
        ("document", "raw:camel.txt#char=0,19"),
        ("letter", "raw:camel.txt#char=0,4"),
        ("enclosure", "raw:camel.txt#char=6,19"),
    ]


def test_a_paragraph_that_a_note_interrupts_stays_in_order() -> None:
    root = written(
        Block(Label.P, "one", part=Part.INITIAL),
        Block(Label.NOTE, "* two", n="*"),
        Block(Label.P, "3", part=Part.FINAL),
    )
    assert [element.get("part") for element in root.iter("{*}p")][-2:] == ["I", "F"]
    assert letter(root) == "div(p note p)"


# -- marks ---------------------------------------------------------------------------------------------------------


def inside(text: str, *marks: Mark) -> str:
    paragraph = written(Block(Label.P, text, marks)).findall(".//{*}body//{*}p")[0]
    return etree.tostring(paragraph, encoding="unicode", with_tail=False).replace(f' xmlns="{NAMESPACE}"', "")


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([Mark(MarkKind.PERS_NAME, Span(0, 3), "pers:a")], '<p><persName ref="pers:a">Ann</persName> in [K] …</p>'),
        ([Mark(MarkKind.SUPPLIED, Span(7, 10))], "<p>Ann in <supplied>[K]</supplied> …</p>"),
        ([Mark(MarkKind.DATE, Span(4, 6), date=DAY)], '<p>Ann <date when="1894-03-03">in</date> [K] …</p>'),
        ([Mark(MarkKind.IDNO, Span(0, 3))], '<p><idno type="docNumber">Ann</idno> in [K] …</p>'),
        (
            [Mark(MarkKind.REF, Span(0, 3), "camel-d001"), Mark(MarkKind.REF, Span(4, 6))],
            (
                '<p><ref type="document" target="doc:camel-d001" xml:id="camel-d003-q1">Ann</ref> '
                '<ref type="document" xml:id="camel-d003-q2">in</ref> [K] …</p>'
            ),
        ),
        (
            [Mark(MarkKind.NOTE_CALL, Span(0, 3), "fn1"), Mark(MarkKind.NOTE_CALL, Span(4, 6), "camel-d001#fn2")],
            (
                '<p><ref type="noteCall" target="#fn1">Ann</ref> '
                '<ref type="noteCall" target="doc:camel-d001#fn2">in</ref> [K] …</p>'
            ),
        ),
        (
            [Mark(MarkKind.GAP, Span(11, 12)), Mark(MarkKind.GAP, Span(3, 3))],
            '<p>Ann<gap reason="editorial"/> in [K] <seg type="omission"><gap reason="editorial"/>…</seg></p>',
        ),
        (
            [Mark(MarkKind.ROLE_NAME, Span(4, 10)), Mark(MarkKind.PLACE_NAME, Span(7, 10), "place:k")],
            '<p>Ann <roleName>in <placeName ref="place:k">[K]</placeName></roleName> …</p>',
        ),
    ],
)
def test_marks_become_elements(marks: list[Mark], expected: str) -> None:
    assert inside("Ann in [K] …", *marks) == expected


@pytest.mark.parametrize(
    ("marks", "message"),
    [
        ([Mark(MarkKind.REF, Span(0, 6)), Mark(MarkKind.DATE, Span(4, 10))], "crosses"),
        ([Mark(MarkKind.DATE, Span(4, 4))], "is empty"),
        ([Mark(MarkKind.IDNO, Span(0, 6)), Mark(MarkKind.DATE, Span(4, 6))], "inside a number"),
        ([Mark(MarkKind.PERS_NAME, Span(0, 3), date=DAY)], "neither date nor pointer"),
        ([Mark(MarkKind.DATE, Span(0, 3), "pers:a")], "neither date nor pointer"),
        ([Mark(MarkKind.PERS_NAME, Span(0, 3), "pers: a")], "cannot be a pointer"),
    ],
)
def test_marks_that_tei_cannot_hold_are_refused(marks: list[Mark], message: str) -> None:
    with pytest.raises(EncodingError, match=message):
        inside("Ann in [K] …", *marks)


# -- nothing is lost -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        ("one\n\ntwo\n\nthree", "goes on at character 10 with 'three'", 5),
        ("one\n\ntoo", "character 6 of the source: TEI has 'wo', the source 'oo'", 3),
        ("one", "TEI has 'two', the source ''", 1),
        ("two\n\none", "TEI has 'one', the source 'two", 1),
        ("one . two", "TEI has 'two', the source '. two'", 1),
    ],
)
def test_a_text_that_would_change_is_refused(source: str, message: str, line: int) -> None:
    with pytest.raises(EncodingError) as caught:
        written(Block(Label.P, "one"), Block(Label.P, "two"), text=source)
    assert message in caught.value.message
    assert str(caught.value.where) == f"camel.txt:{line}"


def test_white_space_inside_a_block_is_kept_and_between_blocks_is_free() -> None:
    text = '\n one\n  two\u00a0 \tthree \u00a0\n\n\n<four> & "five"\n'
    root = written(Block(Label.P, "one\n  two\u00a0 \tthree"), Block(Label.SIGNED, '<four> & "five"'), text=text)
    assert root.findall(".//{*}body//{*}p")[0].text == "one\n  two\u00a0 \tthree"


def test_a_block_stands_on_a_line_of_its_own() -> None:
    document, source = document_of(Block(Label.SALUTE, "Sir,"), Block(Label.P, "x"))
    content = encode_document(document, source, PROJECT, "base-en").decode()
    assert content.endswith(
        "        <opener>\n          <salute>Sir,</salute>\n        </opener>\n        <p>x</p>\n"
        "      </div>\n    </body>\n  </text>\n</TEI>\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"source": "other.txt"}, "is from other.txt"),
        ({"span": Span(0, 999)}, "has only 1 characters"),
        ({"id": "7 a"}, "cannot be an xml:id"),
        ({"kind": "a note"}, "cannot be a value"),
        ({"status": ""}, "cannot be a value"),
        ({"language": "english, mostly"}, "is not a language tag"),
        ({"title": "a\x07"}, "cannot stand in an XML file"),
        ({"number": Claim("1", evidence=Evidence.INTERNAL)}, "states an evidence"),
        ({"blocks": (Block(Label.HEAD_TAIL, "x"),)}, "is no block of a document"),
        ({"blocks": (Block(Label.FURNITURE, "x"),)}, "is no block of a document"),
        ({"blocks": (Block(Label.HEAD, "x", part=Part.INITIAL),)}, "cannot be a piece"),
        ({"blocks": (Block(Label.P, "x", id="camel-d003-text"),)}, "stands twice"),
    ],
)
def test_what_tei_cannot_hold_is_refused(values: dict[str, object], message: str) -> None:
    with pytest.raises(EncodingError, match=message) as caught:
        written(Block(Label.P, "x"), **values)
    assert caught.value.where is not None


def test_an_interval_that_is_no_whole_month_is_refused() -> None:
    part = HistoricalDate(date(1894, 3, 3), date(1894, 3, 31), Precision.MONTH)
    with pytest.raises(EncodingError, match="not a whole month"):
        written(Block(Label.P, "x"), actions=(CorrespAction(ActionType.SENT, date=Claim(part)),))


# -- headers -------------------------------------------------------------------------------------------------------


def claimed(value: object, start: int, end: int) -> Claim[object]:
    return Claim(value, Span(start, end), "head.from-to", evidence=Evidence.EXTERNAL, inferred_from="camel-d001")


def test_a_claim_says_how_sure_why_by_whom_and_from_which_words() -> None:
    action = CorrespAction(ActionType.SENT, (Agent(claimed("Ann", 0, 3), ref="pers:ann"),))  # type: ignore[arg-type]
    name = written(Block(Label.P, "Ann"), actions=(action,)).find(".//{*}correspAction/{*}persName")
    assert name is not None
    assert dict(name.attrib) == {
        "ref": "pers:ann",
        "cert": "high",
        "evidence": "external",
        "resp": "#resp.auto",
        "source": "raw:camel.txt#char=0,3",
        "corresp": "doc:camel-d001",
        "ana": "rule:head.from-to",
    }


def test_what_an_editor_entered_is_not_the_work_of_the_program() -> None:
    action = CorrespAction(ActionType.SENT, place=Claim(Place("Strelsau")))
    place = written(Block(Label.P, "x"), actions=(action,)).find(".//{*}correspAction/{*}placeName")
    assert place is not None
    assert dict(place.attrib) == {"cert": "high"}


def test_a_role_stands_beside_a_name_and_inside_where_there_is_none() -> None:
    envoy = Claim("envoy")
    action = CorrespAction(ActionType.SENT, (Agent(Claim("Ann"), envoy), Agent(role=envoy)))
    root = written(Block(Label.P, "x"), actions=(action,))
    found = root.find(".//{*}correspAction")
    assert found is not None
    assert shape(found) == "correspAction(persName roleName persName(roleName))"


def test_a_reference_has_a_target_or_the_reason_why_not() -> None:
    refs = (
        ContextRef(Relation.IS_REPLY_TO, "A to\n B", Span(0, 1), target="camel-d001", rule="link.reply", date=DAY),
        ContextRef(Relation.CITES, "a note", Span(0, 1), reason=Unresolved.SEVERAL_CANDIDATES, rule="mention.your"),
    )
    first, second = written(Block(Label.P, "x"), context=refs).findall(".//{*}correspContext/{*}ref")
    assert (first.get("type"), first.get("subtype"), first.get("target"), first.text) == (
        "prev",
        "isReplyTo",
        "doc:camel-d001",
        "A to B",
    )
    assert shape(first) == "ref(date)"
    assert (second.get("target"), second.get("ana")) == (None, "rule:mention.your reason:several-candidates")


@pytest.mark.parametrize(
    ("label", "date_words"),
    [("A to B, 3 March 1894 (no. 7)", "3 March 1894"), ("A to B, 3.3.94", None), ("A to B, 13 March 1894", None)],
)
def test_the_date_of_a_reference_is_marked_where_its_label_has_it(label: str, date_words: str | None) -> None:
    context = (ContextRef(Relation.CITES, label, target="camel-d001", date=DAY),)
    ref = written(Block(Label.P, "x"), context=context).find(".//{*}correspContext/{*}ref")
    assert ref is not None
    assert "".join(ref.itertext()) == label
    assert [(found.get("when"), found.text) for found in ref] == [("1894-03-03", date_words)]


def test_a_header_has_no_dates_and_addresses_but_those_of_the_project() -> None:
    root = written(Block(Label.P, "x"))
    assert list(root.iter("{*}date")) == []
    assert root.xpath("//@when", namespaces=XPATH) == []
    assert root.xpath("//t:idno[@type='URI'] | //t:seriesStmt | //t:correspDesc/@ref", namespaces=XPATH) == []


def test_a_header_repeats_the_facts_of_the_project() -> None:
    project = replace(
        PROJECT,
        editors=(Person("M. Kern", "https://orcid.org/0000-0000-0000-0000", "kern@example.org"),),
        base_url="https://example.org/camel/",
        date="2026-11-20",
        description="Letters that were\n carried by camels.",
        sources=(
            SourceNote("other.txt", "Other"),
            SourceNote("camel.txt", "Camel Post", "print", "https://example.org/p.html", "2026-11-01"),
        ),
    )
    root = written(Block(Label.P, "x"), project=project)

    def texts(path: str) -> list[str]:
        return [str(found) for found in root.xpath(f"//t:teiHeader//{path}", namespaces=XPATH)]

    assert texts("t:editor/t:persName/text()") == ["M. Kern"]
    assert texts("t:idno[@type='URI']/text()") == ["https://example.org/camel/camel-d003", "https://example.org/camel/"]
    assert texts("t:correspDesc/@ref") == ["https://example.org/camel/camel-d003"]
    assert texts("t:change/@when") == ["2026-11-20"]
    assert texts("t:projectDesc/t:p/text()") == ["Letters that were carried by camels."]
    assert texts("t:bibl[@type='print']/t:title/text()") == ["Camel Post"]
    assert texts("t:date[@type='accessed']/@when") == ["2026-11-01"]


def test_paragraphs_of_the_header_stand_on_one_line() -> None:
    root = written(Block(Label.P, "x"))
    principles = root.findall(".//{*}editorialDecl//{*}p")
    words = ["".join(paragraph.itertext()) for paragraph in principles]
    assert len(words) > 8
    assert all(text == " ".join(text.split(" ")).strip() and "\n" not in text and "  " not in text for text in words)


def test_file_names_with_blanks_and_signs_survive_in_pointers(tmp_path: Path) -> None:
    document, source = document_of(Block(Label.P, "x"))
    named = replace(document, source="band 1#2.txt")
    file = tmp_path / "a.xml"
    file.write_bytes(encode_document(named, replace(source, name="band 1#2.txt"), PROJECT, "base-en"))
    assert b'source="raw:band%201%232.txt#char=0,1"' in file.read_bytes()
    assert read_document(file).document == named


# -- registers and the rest ----------------------------------------------------------------------------------------


def test_empty_registers_are_tei(jing: Jing, shared: Path, tmp_path: Path) -> None:
    files = [tmp_path / "registers.xml", tmp_path / "unclaimed.xml"]
    files[0].write_bytes(encode_registers(Registers(), PROJECT, {}))
    files[1].write_bytes(encode_unclaimed((), (), PROJECT))
    assert jing(shared / "schemas" / "tei_all.rng", *files) == []
    assert read_unclaimed(files[1]) == ()


def test_what_belongs_to_no_document_is_kept_to_the_letter(tmp_path: Path) -> None:
    source = Source("camel", "camel.txt", "\u00a0Home <|>\n\n \n x\n")
    title = Unclaimed("camel.txt", Span(0, 11), "navigation", "furniture.navigation")
    space = Unclaimed("camel.txt", Span(11, 14), "space", "space")
    rest = Unclaimed("camel.txt", Span(14, 16), "boilerplate", "furniture.rest")
    file = tmp_path / "unclaimed.xml"
    file.write_bytes(encode_unclaimed((title, space, rest), (source,), PROJECT))
    assert read_unclaimed(file) == (title, rest)
    texts = [element.text for element in parse(file.read_bytes(), "a.xml").iter("{*}ab")]
    assert texts == [title.span.cut(source.text), rest.span.cut(source.text)]


def test_an_entry_without_id_or_name_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "registers.xml"
    entries = (
        '<person><persName>A</persName></person><person xml:id="b"/><person xml:id="c"><persName>C</persName></person>'
    )
    file.write_text(f'<TEI xmlns="{NAMESPACE}"><standOff><listPerson>{entries}</listPerson></standOff></TEI>', "utf-8")
    assert read_registers(file) == Registers(persons=(Entry("c", "C"),))


@pytest.mark.parametrize(
    ("geo", "expected"),
    [
        ("41.7 44.8", Coordinates(41.7, 44.8)),
        (" -33.5,\n151 ", Coordinates(-33.5, 151)),
        ("41.7", None),
        ("91 0", None),
        ("0 181", None),
        ("nan nan", None),
        ("41° 42′ N", None),
    ],
)
def test_coordinates_are_degrees_on_the_globe_or_none(geo: str, expected: Coordinates | None, tmp_path: Path) -> None:
    entry = f'<place xml:id="p"><placeName>P</placeName><location><geo>{geo}</geo></location></place>'
    file = tmp_path / "registers.xml"
    file.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{entry}</TEI>', encoding="utf-8")
    assert read_registers(file).places == (Entry("p", "P", coordinates=expected),)


def test_an_id_that_stands_in_two_registers_is_refused() -> None:
    with pytest.raises(EncodingError, match="the id kars stands twice"):
        encode_registers(Registers((Entry("kars", "Kars"),), (), (Entry("kars", "Kars"),)), PROJECT, {})


def test_a_stretch_of_an_unknown_source_is_refused() -> None:
    with pytest.raises(EncodingError, match="no source other"):
        encode_unclaimed((Unclaimed("other.txt", Span(0, 1), "title", "x"),), (), PROJECT)


def test_rules_and_reasons_can_be_pointed_to() -> None:
    root = parse(encode_registers(Registers(), PROJECT, {"b": "two\n lines", "a": "one"}), "registers.xml")
    keys = root.xpath("//t:category/@xml:id", namespaces=XPATH)
    categories = dict(zip(keys, root.xpath("//t:catDesc/text()", namespaces=XPATH), strict=True))
    assert categories["rule.b"] == "two lines"
    assert list(categories)[:2] == ["rule.a", "rule.b"]
    assert {f"reason.{reason}" for reason in Unresolved} <= set(categories)
