"""The second layer: our schema, schemas of the user, and what it says of usual mistakes."""

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from fixture_types import Jing
from lxml import etree
from small_edition import Edition, change

from tei_archive.errors import TeiArchiveError
from tei_archive.model import Severity
from tei_archive.schema_files import schema_file
from tei_archive.tei.names import qualified
from tei_archive.validating import Code, collect_files, validate_files
from tei_archive.validating.schema import read_schema

SCHEMA = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
RELAXNG = """<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><oneOrMore><element name="b">
<empty/></element></oneOrMore></element>"""
COMPACT = "element a { element b { empty }+ }"
XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>
<xs:element name="b" maxOccurs="9" type="xs:integer"/></xs:sequence></xs:complexType></xs:element></xs:schema>"""
XSD_11 = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>
<xs:element name="b" maxOccurs="9" type="xs:integer"/></xs:sequence><xs:assert test="count(b) gt 1"/></xs:complexType>
</xs:element></xs:schema>"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def found(edition: Edition) -> list[tuple[str, str | None]]:
    return [(finding.message, finding.hint) for finding in edition.check() if finding.code.startswith("TA1")]


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ('cert="high" e', 'cert="hihg" e', 'cert="hihg" is not allowed', "did you mean high?"),
        ('status="unknown"', 'status="paid"', 'status="paid" is not allowed', "allowed: free, restricted, unknown"),
        ("<closer>", '<closer redn="x">', "<closer> takes no attribute redn", "did you mean rend?"),
        ("<hi/>", "<persname/>", "the schema has no element <persname>", "did you mean <persName>?"),
        ("<gi>sic</gi>", "<gi>sic<hi/></gi>", "<gi> holds text only, and no elements", None),
        ("<hi/>", "<body/>", "<body> is not allowed here in <p>", None),
        ('decls="#', 'decls="', 'decls="strelsau-d001-cd1" is not allowed', "did you mean #strelsau-d001-cd1?"),
        ('decls="#', 'decls="x', 'decls="xstrelsau-d001-cd1" is not allowed', "expected: a place in the same file"),
    ],
)
def test_messages_say_what_was_expected(edition: Edition, old: str, new: str, message: str, hint: str | None) -> None:
    change(edition.first, "I shall", "<hi/>I shall")
    change(edition.first, old, new)
    ((said, advice),) = found(edition)
    assert said == message
    assert (advice or "").startswith(hint or "")


def test_one_xml_attribute_is_no_misprint_of_another(edition: Edition) -> None:
    change(edition.first, "<closer>", '<closer xml:base="x">')
    ((message, hint),) = found(edition)
    assert message == "<closer> takes no attribute xml:base"
    assert "did you mean" not in (hint or "")


@pytest.mark.parametrize(("number", "expected"), [(30, 0), (31, 1)])
def test_a_file_of_another_schema_is_told_from_one_with_errors(edition: Edition, number: int, expected: int) -> None:
    change(edition.first, "I shall", "<persname/>" * number + "I shall")
    said = [finding for finding in edition.check(edition.first) if finding.code == Code.OTHER_SCHEMA.code]
    assert len(said) == expected
    for finding in said:
        assert (finding.severity, finding.where.line) == (Severity.NOTE, 2)
        assert "--schema" in (finding.hint or "")


def test_a_schema_that_was_named_is_the_right_one(edition: Edition) -> None:
    change(edition.first, "I shall", "<persname/>" * 31 + "I shall")
    found = edition.check(edition.first, schemas=(schema_file("tei-archive.xsd"),))
    assert Code.OTHER_SCHEMA.code not in {finding.code for finding in found}


@pytest.mark.parametrize(
    ("old", "new", "code", "message", "hint"),
    [
        ("<closer>", '<closer redn="x">', Code.ATTRIBUTE_NOT_ALLOWED, "<closer> takes no attribute redn", "rend"),
        ('cert="high" e', 'cert="hihg" e', Code.VALUE_NOT_ALLOWED, 'cert="hihg" is not allowed', ""),
        ("I shall", "<persname/>I shall", Code.ELEMENT_NOT_ALLOWED, "the schema has no element <persname>", "persName"),
        (
            "I shall",
            "<slute/>I shall",
            Code.ELEMENT_NOT_ALLOWED,
            "the schema has no element <slute>",
            "<salute>? It is not",
        ),
        ("I shall", "<salute/>I shall", Code.ELEMENT_NOT_ALLOWED, "<salute> is not allowed here in <p>", "<persName>"),
        ("<p>Letters of Strelsau</p>", "", Code.CONTENT_INCOMPLETE, "<projectDesc> is not complete", ""),
        ("<langUsage>", "<langUsage>English", Code.TEXT_NOT_ALLOWED, "<langUsage> holds elements only", ""),
        (
            "<gi>sic</gi>",
            "<gi>sic<hi/></gi>",
            Code.ELEMENT_NOT_ALLOWED,
            "<hi> is not allowed here in <gi>",
            "an XML name",
        ),
        ("<closer>", '<closer xml:base="x">', Code.ATTRIBUTE_NOT_ALLOWED, "<closer> takes no attribute xml:base", ""),
    ],
)
def test_relaxng_speaks_as_our_schema_does(
    edition: Edition, old: str, new: str, code: Code, message: str, hint: str
) -> None:
    change(edition.first, old, new)
    findings = edition.check(edition.first, schemas=(schema_file("tei-archive.rng"),))
    schema = [finding for finding in findings if finding.code.startswith("TA1")]
    assert [finding.code for finding in schema] == [code.code]
    assert schema[0].message.startswith(message)
    assert schema[0].hint
    assert hint in schema[0].hint


OPEN = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="a"><ref name="b"/><ref name="any"/>
</element></start><define name="b"><optional><attribute name="n"><value>1</value></attribute></optional></define>
<define name="any"><zeroOrMore><element><anyName><except><name>a</name></except></anyName>
<zeroOrMore><attribute><anyName/></attribute></zeroOrMore></element></zeroOrMore></define></grammar>"""


@pytest.mark.parametrize(
    ("text", "code"),
    [('<a n="2"/>', Code.VALUE_NOT_ALLOWED), ('<a m="2"/>', Code.ATTRIBUTE_NOT_ALLOWED), ('<a><b c="1"/></a>', None)],
)
def test_names_that_a_schema_leaves_open_hide_no_others(tmp_path: Path, text: str, code: Code | None) -> None:
    batch = collect_files([write(tmp_path / "a.xml", text)], [write(tmp_path / "open.rng", OPEN)])
    assert [finding.code for finding in validate_files(batch).findings] == ([code.code] if code else [])


def test_all_errors_of_a_file_are_found(edition: Edition) -> None:
    change(edition.first, "<closer>", '<closer foo="x">')
    change(edition.first, 'cert="high" e', 'cert="hihg" e')
    change(edition.first, "I shall", "<persname/>I shall")
    assert len(found(edition)) == 3


def test_what_the_rules_say_is_not_said_twice(edition: Edition) -> None:
    change(edition.first, 'when="1894-03-03" cert', 'when="1894-02-30" cert')
    change(edition.second, "<salute>", '<salute xml:id="strelsau-d002-cd1">')
    assert edition.codes() == {Code.BAD_DATE.code, Code.ID_TWICE.code}
    alone = edition.check(schemas=(schema_file("tei-archive.rng"),))
    assert {finding.code for finding in alone} == {Code.BAD_DATE.code, Code.ID_TWICE.code}


@pytest.mark.parametrize(
    ("schema", "text", "codes"),
    [
        (RELAXNG, "<a><b/></a>", []),
        (RELAXNG, "<a>\n <c/></a>", [Code.ELEMENT_NOT_ALLOWED, Code.CONTENT_INCOMPLETE]),
        (COMPACT, "<a><b/></a>", []),
        (COMPACT, "<a/>", [Code.CONTENT_INCOMPLETE]),
        (COMPACT, "<b/>", [Code.UNKNOWN_ROOT]),
        (XSD, "<a><b>1</b></a>", []),
        (XSD, "<a><b>x</b><c/></a>", [Code.VALUE_NOT_ALLOWED, Code.ELEMENT_NOT_ALLOWED]),
        (XSD_11, "<a><b>1</b><b>2</b></a>", []),
        (XSD_11, "<a><b>1</b></a>", [Code.OTHERWISE_INVALID]),
    ],
)
def test_schemas_of_the_user(tmp_path: Path, schema: str, text: str, codes: list[Code]) -> None:
    batch = collect_files([write(tmp_path / "a.xml", text)], [write(tmp_path / "schema", schema)])
    assert [finding.code for finding in validate_files(batch).findings] == [code.code for code in codes]


def test_relaxng_names_the_place(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xml", "<a><b/>\n  <c/></a>")
    (finding,) = validate_files(collect_files([path], [write(tmp_path / "s.rng", RELAXNG)])).findings
    assert (finding.where.line, finding.where.column) == (2, 3)


@pytest.mark.parametrize("name", ["tei-archive.rng", "tei-archive.xsd"])
def test_our_schemas_can_be_named(edition: Edition, name: str) -> None:
    assert edition.check(schemas=(schema_file(name),)) == ()


def test_a_schema_may_be_named_from_here(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(schema_file("tei-archive.xsd").parent)
    assert edition.check(edition.first.resolve(), schemas=(Path("tei-archive.xsd"),)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "start = element a { text",
        "no schema at all",
        "",
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"/>',
        SCHEMA + "<xs:nonsense/></xs:schema>",
        SCHEMA + '<xs:include schemaLocation="../other.xsd"/></xs:schema>',
        SCHEMA + '<xs:include schemaLocation="none.xsd"/></xs:schema>',
        f'<!DOCTYPE a [<!ENTITY e "x">]>{SCHEMA}&e;</xs:schema>',
    ],
)
def test_what_is_no_schema_stops_the_run(tmp_path: Path, text: str) -> None:
    write(tmp_path / "other.xsd", XSD)
    (tmp_path / "below").mkdir()
    with pytest.raises(TeiArchiveError) as error:
        read_schema(write(tmp_path / "below" / "schema", text), "")
    assert error.value.where is not None
    with pytest.raises(TeiArchiveError, match="cannot be read"):
        read_schema(tmp_path / "nothing.rng", "")


def mutants(text: str) -> Iterator[str]:
    """One step away from a document: each element renamed, emptied, doubled or without attributes."""
    count = len(list(etree.fromstring(text.encode()).iter("*")))
    for number in range(1, count, 5):
        for change_element in (_rename, _empty, _double, _strip):
            root = etree.fromstring(text.encode())
            change_element(list(root.iter("*"))[number])
            yield etree.tostring(root, encoding="unicode")


def _rename(element: etree._Element) -> None:
    element.tag = qualified("seg")


def _empty(element: etree._Element) -> None:
    element[:], element.text = [], None


def _double(element: etree._Element) -> None:
    element.addnext(deepcopy(element))


def _strip(element: etree._Element) -> None:
    element.attrib.clear()


@pytest.mark.slow
def test_verdicts_are_those_of_jing(edition: Edition, jing: Jing, tmp_path: Path) -> None:
    (tmp_path / "mutants").mkdir()
    files = [
        write(tmp_path / "mutants" / f"m{number}.xml", text)
        for number, text in enumerate(mutants(edition.first.read_text(encoding="utf-8")))
    ]
    said = jing(schema_file("tei-archive.rng"), *files)
    invalid = {name for line in said for name in re.findall(r"m\d+\.xml", line)}
    kinds = ("TA1", Code.ID_TWICE.code, Code.BAD_DATE.code)
    found = edition.check(*files)
    assert {Path(finding.where.path).name for finding in found if finding.code.startswith(kinds)} == invalid
    assert 20 < len(invalid) < len(files)


def test_a_schema_that_is_for_version_1_1_alone_is_read_as_that(tmp_path: Path) -> None:
    versioned = 'xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" vc:minVersion="1.1"'
    schema = write(tmp_path / "new.xsd", XSD.replace("<xs:schema ", f"<xs:schema {versioned} "))
    for name, text, codes in (("good.xml", "<a><b>1</b></a>", []), ("bad.xml", "<a><b>x</b></a>", ["TA105"])):
        file = write(tmp_path / name, text)
        findings = validate_files(collect_files([file], [schema])).findings
        assert [one.code for one in findings if one.code.startswith("TA1")] == codes


def test_the_schema_of_an_edition_finds_its_own_letters_valid(shared: Path) -> None:
    letter = shared / "conformance" / "letters" / "L00015.xml"
    findings = validate_files(collect_files([letter], [shared / "schemas" / "schnitzler-briefe.xsd"])).findings
    assert [one.code for one in findings if one.code.startswith("TA1")] == []
