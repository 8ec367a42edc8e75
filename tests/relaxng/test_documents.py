"""Documents against small schemas: every kind of error, its place, its words, and how validation goes on after it."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tei_archive.relaxng import Kind, Schema, Violation

Validate = Callable[[str, str], list[Violation]]

LETTER = """
default namespace = "urn:letters"
start = element letter { attribute id { xsd:NCName }, attribute kind { "letter" | "card" }?, head, p+, closer? }
head = element head { element date { attribute when { xsd:date }, text } & element place { text }? }
p = element p { (text | element name { attribute ref { xsd:anyURI }?, text } | element lb { empty })* }
closer = element closer { element count { xsd:integer { minInclusive = "1" } } }
"""
HEAD = '<head><date when="1894-03-03">March 3</date></head>'


@pytest.fixture
def validate(tmp_path: Path) -> Validate:
    def run(schema: str, document: str) -> list[Violation]:
        path = tmp_path / "schema.rnc"
        path.write_text(schema, encoding="utf-8")
        return list(Schema.read(path).validate(io.BytesIO(document.encode())))

    return run


def letter(content: str, attributes: str = ' id="a"') -> str:
    return f'<letter xmlns="urn:letters"{attributes}>{content}</letter>'


def test_a_valid_letter_has_no_violations(validate: Validate) -> None:
    content = f'{HEAD}<p>I <name ref="#x">came</name><lb/></p>\n<closer><count> 12 </count></closer>'
    assert validate(LETTER, letter(content, ' kind="card" id="a"')) == []


@pytest.mark.parametrize(
    ("content", "kind", "message", "expected"),
    [
        (f"{HEAD}<p/><lb/>", Kind.ELEMENT_NOT_ALLOWED, "<lb> is not allowed here", ("closer", "p")),
        (f"{HEAD}<p/><foot/>", Kind.UNKNOWN_ELEMENT, "the schema has no element <foot>", ("closer", "p")),
        ("<p/>", Kind.ELEMENT_MISSING, "<head> must come before <p>", ("head",)),
        (HEAD, Kind.ELEMENT_MISSING, "<p> must come before the end", ("p",)),
        (f"{HEAD}words<p/>", Kind.TEXT_NOT_ALLOWED, 'text is not allowed here: "words"', ("p",)),
        (f'{HEAD}<p n="1"/>', Kind.ATTRIBUTE_NOT_ALLOWED, "the attribute n is not allowed here", ()),
        ("<head><date/></head><p/>", Kind.ATTRIBUTE_MISSING, "the attribute when must be given", ("when",)),
        (f'{HEAD}<p><name ref="%"/></p>', Kind.ATTRIBUTE_VALUE, 'ref="%" is not allowed; expected: a URI', ()),
        (f"{HEAD}<p/><closer><count>0</count></closer>", Kind.TEXT_VALUE, 'the content "0" is not allowed', ()),
        (f"{HEAD}<p>", Kind.NOT_WELL_FORMED, "the file is not well-formed XML: mismatched tag", ()),
    ],
)
def test_each_kind_of_error_is_told(
    validate: Validate, content: str, kind: Kind, message: str, expected: tuple[str, ...]
) -> None:
    (violation,) = validate(LETTER, letter(content))
    assert (violation.kind, violation.expected) == (kind, expected)
    assert violation.message.startswith(message)


def test_what_is_expected_begins_with_what_is_required(validate: Validate) -> None:
    schema = "element a { element z { empty } & element b { empty }* & element c { empty }? }"
    (violation,) = validate(schema, "<a><d/><z/></a>")
    assert violation.expected == ("z", "b", "c")


def test_the_values_that_are_allowed_are_named(validate: Validate) -> None:
    (violation,) = validate(LETTER, letter(f"{HEAD}<p/>", ' id="a" kind="lettre"'))
    assert (violation.kind, violation.expected) == (Kind.ATTRIBUTE_VALUE, ("letter", "card"))


def test_long_lists_of_names_are_cut_in_the_message_only(validate: Validate) -> None:
    names = " | ".join(f"element e{number:02} {{ empty }}" for number in range(40))
    (violation,) = validate(f"element a {{ ({names})* }}", "<a><b/></a>")
    assert len(violation.expected) == 40
    assert violation.message.endswith("<e07> or the end of the element, or one of 32 more")


@pytest.mark.parametrize(
    ("content", "line", "column", "xpath"),
    [
        (f"{HEAD}\n<p/>\n\n  <p\n n='1'/>", 4, 3, "/letter[1]/p[2]/@n"),
        (f"{HEAD}\n<p>ä𐍈<lb/><b/></p>", 2, 11, "/letter[1]/p[1]/b[1]"),
        ("<head>\n  <date\n when='1894-03-03'/>\n</head><p/>\n<closer>\n  <count\n/>\n</closer>", 6, 3, None),
        (f"{HEAD}<p/>\n<closer><count/></closer>", 2, 9, "/letter[1]/closer[1]/count[1]"),
        (f"{HEAD}<p/>\n<closer><count></count></closer>", 2, 16, "/letter[1]/closer[1]/count[1]"),
        (f"{HEAD}<p/>\n<closer/>", 2, 1, "/letter[1]/closer[1]"),
        (f"{HEAD}<p/>\n  words\n  there\n<closer><count>1</count></closer>", 2, 3, "/letter[1]"),
        (f"{HEAD}<p/>\n<closer>\n</closer>", 3, 1, "/letter[1]/closer[1]"),
    ],
)
def test_places_are_those_of_tags_and_texts(
    validate: Validate, content: str, line: int, column: int, xpath: str | None
) -> None:
    (violation,) = validate(LETTER, letter(content))
    assert (violation.line, violation.column) == (line, column)
    assert xpath is None or violation.xpath == xpath


def test_an_element_is_named_by_its_number_where_its_start_tag_is_wrong(validate: Validate) -> None:
    document = letter("<head>\n<!-- <p/> --><date when='1894-03-03' n='1'/>\n</head><p/>words<p n='2'/><closer/>")
    elements = [etree.QName(element).localname for element in etree.fromstring(document).iter("*")]
    named = [(v.name, None if v.element is None else elements[v.element]) for v in validate(LETTER, document)]
    assert named == [("n", "date"), ("", None), ("n", "p"), ("", None)]


def test_lines_are_exact_beyond_65535(validate: Validate) -> None:
    (violation,) = validate(LETTER, letter(HEAD + "\n" * 70_000 + "<p>\n<b/></p>"))
    assert (violation.line, violation.column) == (70_002, 1)


def test_prefixes_are_shown_as_the_document_has_them(validate: Validate) -> None:
    document = '<l:letter xmlns:l="urn:letters" id="a" l:n="1"/>'
    violations = validate(LETTER, document)
    assert [(violation.name, violation.xpath) for violation in violations] == [
        ("l:n", "/l:letter[1]/@l:n"),
        ("", "/l:letter[1]"),
    ]


def test_validation_goes_on_after_an_error(validate: Validate) -> None:
    content = (
        f'{HEAD}<p><date when="x">1</date><b><name ref="%"/></b><lb x="y"/></p>text<closer><count>x</count></closer>'
    )
    kinds = [violation.kind for violation in validate(LETTER, letter(content))]
    assert kinds == [
        Kind.ELEMENT_NOT_ALLOWED,  # date, which is then read as a date is elsewhere:
        Kind.ATTRIBUTE_VALUE,
        Kind.UNKNOWN_ELEMENT,  # b, of whose content nothing is said until a known element comes:
        Kind.ATTRIBUTE_VALUE,
        Kind.ATTRIBUTE_NOT_ALLOWED,
        Kind.TEXT_NOT_ALLOWED,
        Kind.TEXT_VALUE,
    ]


def test_two_ways_to_read_an_element_are_told_apart_by_its_values(validate: Validate) -> None:
    schema = """start = element a { (one | two)* }
    one = element e { attribute t { "1" }, element x { empty } }
    two = element e { attribute t { "2" }, element y { empty } }"""
    assert validate(schema, '<a><e t="1"><x/></e><e t="2"><y/></e><e t="1"><x/></e></a>') == []
    violations = validate(schema, '<a><e t="1"><y/></e></a>')
    assert [violation.expected for violation in violations] == [("x",), ("x",)]


def test_two_ways_to_read_an_element_are_told_apart_by_what_follows(validate: Validate) -> None:
    schema = """element a { (element e { element x { empty }* }, element one { empty })
                | (element e { (element x { empty }, element x { empty }) }, element two { empty }) }"""
    assert validate(schema, "<a><e><x/><x/></e><one/></a>") == []
    assert validate(schema, "<a><e><x/><x/></e><two/></a>") == []
    violations = validate(schema, "<a><e><x/></e><two/></a>")
    assert [violation.expected for violation in violations] == [("one",), ("one",)]


def test_text_in_a_choice_with_data_is_kept_until_the_end(validate: Validate) -> None:
    schema = "element a { xsd:integer | element b { empty } }"
    assert validate(schema, "<a> 1<!-- and -->2 </a>") == []
    assert validate(schema, "<a>\n<b/></a>") == []
    assert [violation.kind for violation in validate(schema, "<a>x</a>")] == [Kind.TEXT_VALUE]


def test_names_of_a_datatype_may_depend_on_prefixes(validate: Validate) -> None:
    schema = "element a { element b { attribute q { xsd:QName } }* }"
    document = '<a><b q="p:x" xmlns:p="urn:p"/><b q="p:x"/><b q="x"/></a>'
    (violation,) = validate(schema, document)
    assert violation.xpath == "/a[1]/b[2]/@q"


def test_a_schema_names_its_elements(tmp_path: Path) -> None:
    path = tmp_path / "schema.rnc"
    path.write_text(LETTER + "unused = element unused { empty }", encoding="utf-8")
    names = ("closer", "count", "date", "head", "lb", "letter", "name", "p", "place")
    assert Schema.read(path).element_names() == names
