"""Schemas: what is wrong in one is said with its place, and both syntaxes mean the same."""

import io
from pathlib import Path

import pytest

from tei_archive.errors import TeiArchiveError
from tei_archive.relaxng import Schema, SchemaError

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


def read(path: Path, text: str) -> Schema:
    path.write_text(text, encoding="utf-8")
    return Schema.read(path)


def is_valid(schema: Schema, document: str) -> bool:
    return not list(schema.validate(io.BytesIO(document.encode())))


@pytest.mark.parametrize(
    ("schema", "line", "message"),
    [
        ("", None, "the schema is empty"),
        ("<a/>", 1, "<a> begins no RELAX NG schema"),
        (f"<element {RNG}>\n<empty>", 2, "the schema is not well-formed XML"),
        (f"<element {RNG}>\n<empty/></element>", 1, "<element> has no name"),
        (f"<element {RNG} name='a'>\n<emtpy/></element>", 2, "<emtpy> is not allowed in <element>"),
        (f"<element {RNG} name='a'>\n<data type='integer'/></element>", 2, "the datatype integer is not known"),
        (f"<element {RNG} name='a'>\n<ref name='b'/></element>", 2, "b is not defined"),
        ("element a {\n b }", 2, "b is not defined"),
        ("start = a\na = element a { a* }\na = empty", 3, "a is defined twice"),
        ("start = a\na = b\nb = a", 3, "a calls itself outside an element"),
        ("start = element a { empty }\nb |= empty\nb &= empty", 3, "b is combined in two ways"),
        ("element a {\n attribute b { text },\n attribute b { text } }", 1, "the attribute b may come from two parts"),
        ("element a { element b { empty } & element * { empty } }", 1, "the element b may come from two parts"),
        ("element a { xsd:integer, element b { empty } }", 1, "data stands beside"),
        ("element a {\n attribute * { text } }", 1, "an attribute of any name must be repeated"),
        ("element a { list { element b { empty } } }", 1, "an element is not allowed in a list"),
        ("start = text", 1, "text is not allowed in the start of a schema"),
        ("element a {\n xsd:integer { length = '3' } }", 2, "the datatype integer takes no parameter length"),
        ("element a {\n xsd:integer { minInclusive = 'x' } }", 2, "'x' is no value of integer"),
        ("element a {\n xsd:token { pattern = '[a' } }", 2, "'[a' is no regular expression"),
        ("element a {\n xsd:integer 'x' }", 2, "'x' is no value of the datatype integer"),
        ("element a { text,\n text | empty }", 2, "parentheses are needed"),
        ("element a { text", 1, "} is expected, not the end of the file"),
        ("element b:a { text }", 1, "the prefix b is not declared"),
        ("include\n 'none.rng'", 1, "cannot be read"),
    ],
)
def test_what_is_wrong_in_a_schema_is_said_with_its_line(
    tmp_path: Path, schema: str, line: int | None, message: str
) -> None:
    with pytest.raises(SchemaError) as caught:
        read(tmp_path / "schema", schema)
    assert message in caught.value.message
    assert (caught.value.file, caught.value.line) == (str(tmp_path / "schema"), line)
    assert isinstance(caught.value, TeiArchiveError)


def test_an_error_in_an_included_file_names_that_file(tmp_path: Path) -> None:
    (tmp_path / "part.rnc").write_text("start = element a { empty }\nb = oops")
    with pytest.raises(SchemaError, match="oops is not defined") as caught:
        read(tmp_path / "schema.rng", f'<grammar {RNG}>\n<include href="part.rnc"/></grammar>')
    assert (caught.value.file, caught.value.line) == (str(tmp_path / "part.rnc"), 2)


def test_a_file_that_takes_in_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="takes in itself"):
        read(tmp_path / "schema.rnc", 'element a { external "schema.rnc" }')


def test_files_of_both_syntaxes_go_together(tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "base.rng").write_text(
        f'<grammar {RNG}><start><element name="a"><ref name="b"/></element></start>'
        '<define name="b"><empty/></define><define name="c"><externalRef href="c.rnc"/></define></grammar>'
    )
    (tmp_path / "part" / "c.rnc").write_text("element c { empty }")
    schema = read(tmp_path / "schema.rnc", 'include "part/base.rng" { b = c? }')
    assert [is_valid(schema, f"<a>{inside}</a>") for inside in ("", "<c/>", "<c/><c/>", "<b/>")] == [
        True, True, False, False,
    ]  # fmt: skip


COMPACT = r"""# a comment
default namespace = "urn:a"
namespace b = "urn:b"
namespace sch = "http://purl.oclc.org/dsdl/schematron"
datatypes d = "http://www.w3.org/2001/XMLSchema-datatypes"

sch:ns [ prefix = "a" uri = "urn:a" ]
## documentation
start = [ sch:x = "y" ] element a { mixed { attribute b:n { "1" ~ '2' }?, \list*, (b:* - b:no)* } }
div { \list = element list { list { d:integer { minInclusive = "0" }+ } >> sch:note [ "n" ] } }
(b:* - b:no) = empty
"""


def test_the_compact_syntax_is_read_whole(tmp_path: Path) -> None:
    text = COMPACT.replace("(b:* - b:no)*", 'element (b:* - b:no) { string "x" | token - ("y" | "z") }*')
    schema = read(tmp_path / "schema.rnc", text[: text.rindex("(b:*")])
    documents = {
        '<a xmlns="urn:a"/>': True,
        '<a xmlns="urn:a" xmlns:b="urn:b" b:n="12">x<list>1 2</list><b:c>x</b:c>y</a>': True,
        '<a xmlns="urn:a" xmlns:b="urn:b" b:n="1"/>': False,
        '<a xmlns="urn:a" xmlns:b="urn:b"><b:no>x</b:no></a>': False,
        '<a xmlns="urn:a" xmlns:b="urn:b"><b:c> y </b:c></a>': False,
        '<a xmlns="urn:a"><list>1 -2</list></a>': False,
        "<a/>": False,
    }
    assert {document: is_valid(schema, document) for document in documents} == documents


@pytest.mark.parametrize(
    ("type_", "good", "bad"),
    [
        ("xsd:boolean", ("true", " 0 "), ("TRUE", "")),
        ("xsd:decimal", ("1.50", "-.5", "+1."), ("1e3", ".", "1 2")),
        ("xsd:integer", ("-0", "9" * 5_000), ("1.0", "")),
        ("xsd:byte", ("-128", "127"), ("128",)),
        ("xsd:unsignedLong", ("18446744073709551615",), ("18446744073709551616", "-1")),
        ("xsd:double", ("1e5", "-INF", "NaN"), ("inf", "1e", "nan")),
        ("xsd:date", ("2000-02-29Z", "-0044-03-15", "12000-01-01+14:00"), ("1894-02-29", "0000-01-01", "94-01-01")),
        ("xsd:dateTime", ("1894-03-03T24:00:00", "1894-03-03T12:00:00.5-05:00"), ("1894-03-03", "1894-03-03T24:00:01")),
        ("xsd:time", ("12:00:00", "23:59:59Z"), ("12:00", "25:00:00")),
        ("xsd:gYear", ("1894",), ("94", "1894-01")),
        ("xsd:gYearMonth", ("1894-03",), ("1894-13",)),
        ("xsd:gMonth", ("--03",), ("03", "--13")),
        ("xsd:gMonthDay", ("--02-29",), ("--02-30",)),
        ("xsd:gDay", ("---31",), ("---32", "31")),
        ("xsd:duration", ("P1Y2M3DT4H5M6.7S", "-P1D"), ("P", "P1DT", "1D")),
        ("xsd:anyURI", ("", "#a", "http://x/ä b", "http://[::1]/"), ("a%4", "a#b#c", "1:x", "http://[")),
        ("xsd:language", ("de-AT",), ("de_AT", "")),
        ("xsd:Name", ("a:b", "ä"), ("1", "a b")),
        ("xsd:NCName", ("a-1",), ("a:b", "\u0301a")),
        ("xsd:NMTOKENS", ("1 a:b",), ("", "a,b")),
        ("xsd:hexBinary", ("0aFF",), ("0",)),
        ("xsd:base64Binary", ("YQ==", "Y W J j"), ("Y", "YQ=")),
        ('xsd:token { pattern = "[a-z-[aeiou]]+\\d?" }', ("xyz1",), ("abc", "x12")),
        ('xsd:token { pattern = "\\p{IsGreek}|[^\\p{L}\\s]|\\i\\c*" }', ("α", "1", "b2"), ("12",)),
        ('xsd:token { pattern = "[^\\p{C}\\p{Z}]+" }', ("ä#1",), ("", "a b", "a\u00a0b", "a\u200bb", "\ue000")),
        ('xsd:token { pattern = "\\S+" }', ("ä#1", "a\u00a0b"), ("", "a b")),
        ('xsd:token { pattern = ".^$" }', ("a^$",), ("a",)),
        ('xsd:string { minLength = "2" maxLength = "3" }', ("ab", "a c"), ("a", "abcd")),
        ('xsd:decimal { totalDigits = "3" fractionDigits = "2" }', ("1.50", "001.230"), ("1234", "0.123")),
        ('xsd:date { minInclusive = "1894-01-01" maxExclusive = "1895-01-01" }', ("1894-12-31",), ("1895-01-01",)),
        ('xsd:duration { maxInclusive = "P1M" }', ("P27D", "P1M"), ("P32D", "P28D")),
        ('xsd:integer "5"', ("5", "+05"), ("6",)),
        ('xsd:double "NaN"', ("NaN",), ("0",)),
    ],
)  # fmt: skip
def test_datatypes(tmp_path: Path, type_: str, good: tuple[str, ...], bad: tuple[str, ...]) -> None:
    schema = read(tmp_path / "schema.rnc", f"element a {{ attribute v {{ {type_} }} }}")
    assert [text for text in good if not is_valid(schema, f'<a v="{text}"/>')] == []
    assert [text for text in bad if is_valid(schema, f'<a v="{text}"/>')] == []


@pytest.mark.parametrize(
    "pattern",
    [
        "[z-a]",
        "[a-\\d]",
        "a{2,1}",
        "a{99999}",
        "\\p{Xx}",
        "\\p{IsNowhere}",
        "(a",
        "a)",
        "*a",
        "[a",
        "[]",
        "\\y",
        "[a-[b]c]",
    ],
)
def test_what_is_no_regular_expression_is_refused(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(SchemaError, match="is no regular expression") as caught:
        read(tmp_path / "schema.rnc", f"element a {{ xsd:token {{ pattern = '{pattern}' }} }}")
    assert caught.value.line == 1


def test_an_expression_that_takes_for_ever_is_no_match(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei_archive.relaxng.xsd_regex._MOST_SECONDS", 0.01)
    schema = read(tmp_path / "schema.rnc", "element a { xsd:token { pattern = '((a|aa)+(a|aa)+)+b' } }")
    assert not is_valid(schema, f"<a>{'a' * 2_000}</a>")
    assert is_valid(schema, "<a>aab</a>")
