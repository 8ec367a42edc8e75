"""Reading TEI that others wrote, or that was corrected by hand."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tei_archive.errors import ReadingError
from tei_archive.model import Certainty, Evidence, Label, MarkKind, Part, Precision, Relation, Span, Unresolved
from tei_archive.tei import EncodedDocument, read_document

Read = Callable[..., EncodedDocument]
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{body}</body></text></TEI>'
DESCRIPTION = "<teiHeader><profileDesc><correspDesc>{}</correspDesc></profileDesc></teiHeader>"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that reads a TEI document made of a header and a body."""

    def read_parts(body: str = "<p>x</p>", header: str = "") -> EncodedDocument:
        file = tmp_path / "letter-7.xml"
        file.write_text(TEI.format(header=header, body=body), encoding="utf-8")
        return read_document(file)

    return read_parts


# -- letters of another edition ------------------------------------------------------------------------------------


def test_all_letters_of_another_edition_are_read(shared: Path) -> None:
    files = sorted((shared / "conformance" / "letters").glob("*.xml"))
    documents = [read_document(file).document for file in files]
    assert len(documents) == 294
    assert all(document.blocks and document.title and document.senders for document in documents)
    assert {document.id for document in documents} == {file.stem for file in files}
    assert sum(document.date is not None for document in documents) > 280


def test_a_letter_of_another_edition_says_who_wrote_when(shared: Path) -> None:
    document = read_document(shared / "conformance" / "letters" / "L00045.xml").document
    assert document.title.startswith("Arthur Schnitzler an Richard Beer-Hofmann")
    assert [agent.label for agent in document.senders] == ["Schnitzler, Arthur"]
    assert [agent.ref for agent in document.addressees] == ["#pmb10863"]
    assert document.date is not None
    assert document.date.value.edtf == "1891-11-21"
    assert document.language == "de-AT"
    assert (document.source, document.span) == ("", Span(0, 0))
    # Its words for the letter before and after are not ours, and nothing is guessed from them.
    assert document.context == ()


def test_an_example_made_by_hand_is_read(shared: Path) -> None:
    document = read_document(shared / "examples" / "n012.xml").document
    assert document.span == Span(48210, 51377)
    assert document.number is not None
    assert (document.number.value, document.number.rule) == ("14", None)
    assert [enclosure.id for enclosure in document.enclosures] == ["vbk1859-d012-e1"]
    assert [block.label for block in document.blocks] == [
        Label.HEAD,
        Label.DATELINE,
        Label.DATELINE,
        Label.SALUTE,
        Label.P,
        Label.P,
        Label.CLOSER,
        Label.SIGNED,
        Label.POSTSCRIPT,
        Label.POSTSCRIPT,
    ]
    assert [(ref.relation, ref.target, ref.reason) for ref in document.context] == [
        (Relation.IS_REPLY_TO, None, Unresolved.UNSTATED),
        (Relation.HAS_REPLY, "vbk1859-d013", None),
        (Relation.SEQUENCE, "vbk1859-d013", None),
    ]


# -- what is missing -----------------------------------------------------------------------------------------------


def test_what_a_file_does_not_say_is_not_known(read: Read) -> None:
    document = read().document
    assert (document.id, document.title, document.kind, document.language) == ("letter-7", "letter-7", "letter", "und")
    assert (document.source, document.span, document.actions, document.context) == ("", Span(0, 0), (), ())
    assert (document.number, document.date, document.archive_ref, document.status) == (None, None, None, "auto")


def test_a_file_without_text_has_no_blocks(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff/></TEI>', encoding="utf-8")
    assert read_document(file).document.blocks == ()


def test_the_checksum_is_that_of_the_file(read: Read) -> None:
    encoded = read()
    assert encoded.sha256 == hashlib.sha256(encoded.path.read_bytes()).hexdigest()


def test_the_title_is_that_of_the_letter_not_of_the_series(read: Read) -> None:
    header = (
        "<teiHeader><fileDesc><titleStmt><title level='s'>Series</title>"
        "<title level='a'>\n  Corrected\n  by <hi>hand</hi> </title></titleStmt></fileDesc></teiHeader>"
    )
    assert read(header=header).document.title == "Corrected by hand"


# -- dates ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('when="1921-08-20"', "1921-08-20"),
        ('when="1921-08-20T10:00:00Z"', "1921-08-20"),
        ('when="1921-08"', "1921-08"),
        ('when="1921"', "1921"),
        ('when-iso="1921-08-20"', "1921-08-20"),
        ('from="1921-08-20" to="1921-08-22"', "1921-08-20/1921-08-22"),
        ('from="1921-08" to="1921-09"', "1921-08-01/1921-09-30"),
        ('from="1921-08-20" to="1921-08-20"', "1921-08-20"),
        ('from="1921-08" to="1921-08-01"', "1921-08-01"),
        ('notBefore="1921-08-20" notAfter="1921"', "[1921-08-20..1921-12-31]"),
        ('from="1921-08-20" notAfter="1921-08-22"', "1921-08-20/1921-08-22"),
        ('notBefore="1921-08-20"', None),
        ('to="1921-08-20"', None),
        ('when="--05-12"', None),
        ('when="1921-02-30"', None),
        ('when="0000"', None),
        ('notBefore="1921-08-20" notAfter="1921-08-01"', None),
        ("", None),
    ],
)
def test_dates_are_read_as_far_as_they_are_closed(attributes: str, expected: str | None, read: Read) -> None:
    action = f'<correspAction type="sent"><date {attributes}>then</date></correspAction>'
    claim = read(header=DESCRIPTION.format(action)).document.date
    assert (claim.value.edtf if claim else None) == expected


def test_the_first_date_that_is_one_counts(read: Read) -> None:
    action = '<correspAction type="sent"><date>one day</date><date when="1921-08"/></correspAction>'
    claim = read(header=DESCRIPTION.format(action)).document.date
    assert claim is not None
    assert claim.value.precision is Precision.MONTH


# -- claims --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cert", "expected"),
    [
        ("high", Certainty.HIGH),
        ("medium", Certainty.MEDIUM),
        ("unknown", Certainty.LOW),
        ("0.9", Certainty.HIGH),
        ("0.5", Certainty.MEDIUM),
        ("0", Certainty.LOW),
    ],
)
def test_certainty_is_read_from_words_and_numbers(cert: str, expected: Certainty, read: Read) -> None:
    action = f'<correspAction type="sent"><persName cert="{cert}">A</persName></correspAction>'
    name = read(header=DESCRIPTION.format(action)).document.senders[0].name
    assert name is not None
    assert name.certainty is expected


def test_a_name_entered_by_hand_has_neither_words_nor_rule(read: Read) -> None:
    action = (
        '<correspAction type="sent"><persName evidence="other internal" source="raw:other.txt#char=1,2" '
        'ana="rule:x">\n A <surname>B</surname></persName></correspAction>'
    )
    name = read(header=DESCRIPTION.format(action)).document.senders[0].name
    assert name is not None
    assert (name.value, name.words, name.rule, name.evidence) == ("A B", None, None, Evidence.INTERNAL)


SIGNED = 'cert="high" evidence="internal" source="raw:a.txt#char=1,2" corresp="doc:k-d001" ana="rule:x"'
BODY = '<div source="raw:a.txt#char=0,9"><p>x</p></div>'


@pytest.mark.parametrize(
    ("resp", "rule", "inferred_from"),
    [
        ('resp="#resp.auto"', "x", "k-d001"),
        ('resp="#ed.1 #resp.auto"', "x", "k-d001"),
        ('resp="#ed.1"', None, None),
        ("", None, None),
    ],
)
def test_what_an_editor_signed_is_the_editors(
    resp: str, rule: str | None, inferred_from: str | None, read: Read
) -> None:
    action = f'<correspAction type="sent"><persName {resp} {SIGNED}>A</persName></correspAction>'
    name = read(BODY, header=DESCRIPTION.format(action)).document.senders[0].name
    assert name is not None
    assert (name.words, name.rule, name.inferred_from) == (Span(1, 2), rule, inferred_from)


@pytest.mark.parametrize(("resp", "rule"), [("#resp.auto", "x"), ("#ed.1", None)])
def test_a_reference_that_an_editor_signed_is_the_editors(resp: str, rule: str | None, read: Read) -> None:
    context = (
        f'<correspContext><ref type="prev" subtype="isReplyTo" target="doc:k-d001" resp="{resp}" '
        'source="raw:a.txt#char=1,2" ana="rule:x">A</ref></correspContext>'
    )
    assert [ref.rule for ref in read(BODY, header=DESCRIPTION.format(context)).document.context] == [rule]


def test_roles_belong_to_the_name_before_them(read: Read) -> None:
    action = (
        '<correspAction type="sent"><persName>A</persName><roleName>minister</roleName><orgName>O</orgName>'
        "<persName><roleName>envoy</roleName></persName><persName/></correspAction>"
    )
    senders = read(header=DESCRIPTION.format(action)).document.senders
    named = [(a.name.value if a.name else None, a.role.value if a.role else None, a.kind.value) for a in senders]
    assert named == [("A", "minister", "person"), ("O", None, "organisation"), (None, "envoy", "person")]


def test_a_role_without_a_name_is_an_agent(read: Read) -> None:
    action = '<correspAction type="received"><roleName>envoy</roleName></correspAction>'
    assert [agent.label for agent in read(header=DESCRIPTION.format(action)).document.addressees] == ["envoy"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("doc:k-d002", "k-d002"),
        ("k-d002.xml", "k-d002"),
        ("../tei/k-d002.xml#k-d002-cd1", "k-d002"),
        ("https://example.org/letters/9", "https://example.org/letters/9"),
    ],
)
def test_a_target_is_the_id_of_a_document_or_an_address(target: str, expected: str, read: Read) -> None:
    ref = f'<correspContext><ref type="prev" subtype="isReplyTo" target="{target}">A to B</ref></correspContext>'
    assert [found.target for found in read(header=DESCRIPTION.format(ref)).document.context] == [expected]


# -- bodies --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p> one <lb/>two\n</p>", [("p", "one two")]),
        ("<div><opener>Dear <persName>Sir</persName>,</opener></div>", [("salute", "Dear Sir,")]),
        ("<div><opener><placeName>K</placeName>, May</opener></div>", [("dateline", "K, May")]),
        ("<div><p>x</p><salute>Yours</salute></div>", [("p", "x"), ("closer", "Yours")]),
        ("<div><p>x</p><signed>N.</signed></div>", [("p", "x"), ("signed", "N.")]),
        ("<div><closer>I am <signed>N.</signed></closer></div>", [("closer", "I am"), ("signed", "N.")]),
        ("<div><salute>Sir</salute><p>x</p></div>", [("salute", "Sir"), ("p", "x")]),
        ("<lg><l>a</l><l>b</l></lg><list><item>c</item></list>", [("p", "a"), ("p", "b"), ("p", "c")]),
        ("<note>a <p>b</p> <p>c</p></note>", [("note", "a"), ("note", "b"), ("note", "c")]),
        ("<note type='source'><p>Archive 1</p></note>", [("source", "Archive 1")]),
        ("<p>a<!-- b --><?c d?>e<gap/><pb/></p><p> </p>", [("p", "ae")]),
        ("<p><choice><sic>detaind</sic><corr>detained</corr></choice></p>", [("p", "detaind")]),
        ("<p><choice><expan>Mister</expan><abbr>Mr.</abbr></choice> K.</p>", [("p", "Mr. K.")]),
        ("<p>a <corr>b</corr></p>", [("p", "a b")]),
        ("<ab type='signed'>N.</ab><ab type='poem'>x</ab>", [("signed", "N."), ("p", "x")]),
        ("<postscript><label>P.S.</label><p>y</p></postscript>", [("postscript", "P.S."), ("postscript", "y")]),
        ("<p><![CDATA[a < b & c]]></p>", [("p", "a < b & c")]),
        ("<p>\u00a0x\u00a0y\u00a0</p>", [("p", "x\u00a0y")]),
    ],
)  # fmt: skip
def test_blocks_are_found_in_tei_of_any_shape(body: str, expected: list[tuple[str, str]], read: Read) -> None:
    assert [(block.label.value, block.text) for block in read(body).document.blocks] == expected


def test_the_number_and_the_id_of_a_note_are_kept(read: Read) -> None:
    body = '<note n="*" xml:id="fn1">\n  <p>a</p><p>b</p></note><note xml:id="fn2">c <p>d</p> e</note>'
    blocks = read(body).document.blocks
    assert [(block.id, block.n) for block in blocks] == [("fn1", "*"), (None, None), ("fn2", None)] + [(None, None)] * 2


def test_the_pieces_of_a_paragraph_are_told(read: Read) -> None:
    blocks = read('<p part="I">a</p><p part="F">b</p><p part="Y">c</p>').document.blocks
    assert [block.part for block in blocks] == [Part.INITIAL, Part.FINAL, Part.WHOLE]


def test_marks_are_counted_in_the_text_without_the_space_around_it(read: Read) -> None:
    block = read('<p>\n  by <persName ref="pers:a"> A <hi>B</hi></persName> and <ref>C</ref> </p>').document.blocks[0]
    marked = [(mark.kind, mark.span.cut(block.text), mark.ref) for mark in block.marks]
    assert marked == [(MarkKind.PERS_NAME, " A B", "pers:a"), (MarkKind.REF, "C", None)]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("#fn1", "fn1"),
        ("doc:k-d002#fn1", "k-d002#fn1"),
        ("k-d002.xml#fn1", "k-d002#fn1"),
        ("https://example.org/#fn1", "https://example.org/#fn1"),
    ],
)
def test_a_call_names_a_note_of_this_file_or_of_another(target: str, expected: str, read: Read) -> None:
    block = read(f'<p><ref type="noteCall" target="{target}">*</ref></p>').document.blocks[0]
    assert [mark.ref for mark in block.marks] == [expected]


def test_markup_that_is_not_ours_stays_in_the_tree(read: Read) -> None:
    encoded = read('<p><hi rend="sup">a</hi></p>')
    assert encoded.document.blocks[0].marks == ()
    assert encoded.root.find(".//{*}hi").get("rend") == "sup"  # type: ignore[union-attr]


def test_papers_inside_enclosures_belong_to_the_innermost(read: Read) -> None:
    body = (
        '<div type="letter"><p>a</p></div><div type="enclosure" source="raw:s.txt#char=5,9"><p>b</p>'
        '<div type="enclosure" xml:id="x"><p>c</p></div></div>'
    )
    document = read(body).document
    found = [(paper.id, paper.span, [block.text for block in paper.blocks]) for paper in document.enclosures]
    assert [block.text for block in document.blocks] == ["a"]
    assert found == [("letter-7-e1", Span(5, 9), ["b"]), ("x", Span(0, 0), ["c"])]


# -- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "message", "line"),
    [
        ("<TEI>\n<p></TEI>", "not well-formed", 2),
        ("", "not well-formed", 1),
        ("\n<html/>", "the root is html", None),
        ('<TEI xmlns="http://www.tei-c.org/ns/2.0"/>', "not TEI", 1),
        ('<!DOCTYPE TEI [<!ENTITY a "b">]>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><p>&a;</p></TEI>', "&a; is an", 2),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(
    content: str, message: str, line: int | None, tmp_path: Path
) -> None:
    file = tmp_path / "a.xml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ReadingError, match=message) as caught:
        read_document(file)
    assert caught.value.where is not None
    assert caught.value.where.path == str(file)
    assert line is None or caught.value.where.line == line


def test_an_outside_entity_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    file = tmp_path / "a.xml"
    doctype = f'<!DOCTYPE TEI [<!ENTITY a SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    file.write_text(doctype + TEI.format(header="", body="<p>&a;</p>"), encoding="utf-8")
    with pytest.raises(ReadingError, match="&a; is an entity"):
        read_document(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="cannot be read"):
        read_document(tmp_path / "none.xml")
