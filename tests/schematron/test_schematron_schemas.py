"""Reading schemas: what is faulty, with the place and what to do; slips; rules embedded in grammars."""

from pathlib import Path

import pytest
from lxml import etree
from schematron_types import Check, Write

from tei_archive.schematron import NAMESPACES, Kind, Schema, SchemaError

RULE = '<rule context="a"><assert test="b">m</assert></rule>'

EXTENDING = "<rule context='a'><extends rule='r'/></rule>"

FAULTY = [
    ("<pattern><rule><assert test='b'/></rule></pattern>", "<rule> has no context"),
    ("<pattern><rule context=' '><assert test='b'/></rule></pattern>", "<rule> has no context"),
    ("<pattern><rule context='a'><assert/></rule></pattern>", "<assert> has no test"),
    ("<pattern><rule context='a'><assert test='b'><value-of/></assert></rule></pattern>", "<value-of> has no select"),
    ("<ns prefix='x'/>", "<ns> has no uri"),
    ("<let value='1'/>", "<let> has no name"),
    ("<let name='v' value='1'/><let name='v' value='2'/>", "the variable v is declared twice"),
    ("<pattern is-a='none'/>", "there is no abstract pattern none"),
    (f"<pattern abstract='true' id='t'>{RULE}</pattern><pattern is-a='u'/>", "there is no abstract pattern u"),
    ("<pattern><rule context='a'><extends rule='none'/></rule></pattern>", "there is no abstract rule none"),
    ("<pattern><rule context='a'><extends/></rule></pattern>", "<extends> has no rule"),
    (
        "<pattern><rule abstract='true' id='r'><extends rule='r'/></rule>" + EXTENDING + "</pattern>",
        "the abstract rule r extends itself",
    ),
    ("<pattern><rule context='a'><assert test='b' diagnostics='d'/></rule></pattern>", "there is no diagnostic d"),
    (f"<phase id='p'><active pattern='none'/></phase><pattern id='q'>{RULE}</pattern>", "there is no pattern none"),
    ("<include href='none.xml'/>", "none.xml cannot be read"),
    ("<include/>", "<include> has no href"),
    ("<include href='../outside.xml'/>", "lies outside of the folder of the schema"),
    ("<include href='%2E%2E/outside.xml'/>", "lies outside of the folder of the schema"),
    ("<include href='/etc/passwd'/>", "lies outside of the folder of the schema"),
    ("<include href='http://127.0.0.1:9/x.sch'/>", "lies outside of the folder of the schema"),
    ("<include href='file:///etc/passwd'/>", "lies outside of the folder of the schema"),
    ("<include href='broken.xml'/>", "not well-formed XML"),
    ("<include href='rules.sch#none'/>", "has no element with the id none"),
    ("<include href='rules.sch'/>", "includes itself"),
    ("<pattern id='p'><include href='#p'/></pattern>", "<pattern> cannot stand in <pattern>"),
    (
        "<pattern id='q'/><pattern><rule context='a'><include href='#q'/></rule></pattern>",
        "<pattern> cannot stand in <rule>",
    ),
    ("<pattern><rule id='r' context='a'><extends href='#r'/></rule></pattern>", "includes itself"),
    ("<pattern id='p'/><pattern id='p' abstract='true'/><pattern id='p' abstract='true'/>", "the id p is used twice"),
]


@pytest.mark.parametrize(("content", "message"), FAULTY)
def test_a_faulty_schema_is_an_error_with_its_place(content: str, message: str, write: Write) -> None:
    path = write("\n" + content)
    (path.parent / "broken.xml").write_text("<a>", encoding="utf-8")
    with pytest.raises(SchemaError) as raised:
        Schema.read(path, "p" if "<phase" in content else None)
    assert message in raised.value.message
    assert raised.value.where is not None
    assert raised.value.where.line in (1, 2)
    assert Path(raised.value.where.path).parent == path.parent


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<a/>", "this is no Schematron schema"),
        ("", "not well-formed XML"),
        ("<schema>", "not well-formed XML"),
        ('<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xquery"/>', "queryBinding xquery"),
        ('<schema xmlns="http://purl.oclc.org/dsdl/schematron" defaultPhase="p"/>', "there is no phase p"),
    ],
)
def test_a_file_that_is_no_schema_is_an_error(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "no.sch"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SchemaError, match=message):
        Schema.read(path)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="cannot be read") as raised:
        Schema.read(tmp_path / "none.sch")
    assert raised.value.hint == "check the path"


def test_an_unknown_phase_is_an_error_that_lists_the_others(write: Write) -> None:
    with pytest.raises(SchemaError, match="there is no phase c") as raised:
        Schema.read(write("<phase id='b'/><phase id='a'/>"), "c")
    assert raised.value.hint == "known are #ALL, a, b"


def test_a_link_out_of_the_folder_is_not_followed(write: Write, tmp_path: Path) -> None:
    (tmp_path / "outside.xml").write_text("<a/>", encoding="utf-8")
    path = write("<include href='inside.xml'/>")
    (path.parent / "inside.xml").symlink_to(tmp_path / "outside.xml")
    with pytest.raises(SchemaError, match="outside of the folder"):
        Schema.read(path)


# -- slips ---------------------------------------------------------------------------------------------------------


def test_an_undeclared_xs_is_bound_with_a_notice(check: Check, write: Write, engine: str) -> None:
    path = write("<pattern><rule context='a'>\n<assert test=\"xs:integer('1') = 2\">m</assert></rule></pattern>")
    (found,) = check(path, "<a/>")
    assert found.message == "m"
    (notice,) = Schema.read(path, engine=engine).notices
    assert notice.message.startswith("the prefix xs is not declared; taken for http://www.w3.org/2001/XMLSchema")
    assert notice.where.line == 2


def test_a_prefix_of_the_schema_file_is_taken_with_a_notice(check: Check, write: Write, engine: str) -> None:
    path = write("<pattern xmlns:t='urn:t'><rule context='t:a'><assert test='t:b'>m</assert></rule></pattern>")
    assert len(check(path, "<a xmlns='urn:t'/>")) == 1
    assert [notice.where.line for notice in Schema.read(path, engine=engine).notices] == [1]


def test_prefixes_of_xpath_itself_need_no_declaration(check: Check, write: Write, engine: str) -> None:
    path = write(
        "<pattern><rule context='a'><assert test='math:pi() lt 3 or @xml:id or fn:false()'>m</assert></rule></pattern>"
    )
    assert len(check(path, "<a/>")) == 1
    assert Schema.read(path, engine=engine).notices == ()


# -- rules in grammars ---------------------------------------------------------------------------------------------

RNG = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron">
<sch:ns prefix="t" uri="urn:t"/><start><ref name="a"/></start>
<define name="a"><element name="a" ns="urn:t"><sch:pattern id="p1"><sch:rule context="t:a">
<sch:assert test="@x">no x</sch:assert></sch:rule></sch:pattern>
<attribute name="y"><sch:rule context="t:a"><sch:report test="@y">y</sch:report></sch:rule></attribute>
<x xmlns="urn:annotation"><sch:rule context="t:b"><sch:assert test="1 eq 2">b</sch:assert></sch:rule></x>
<sch:assert id="lost" test="@z">z</sch:assert></element></define>{}</grammar>"""

XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><xs:element name="a">
<xs:annotation><xs:appinfo><pattern xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:t="urn:t">
<rule context="t:a"><assert test="@x">no x</assert></rule></pattern></xs:appinfo></xs:annotation></xs:element>
</xs:schema>"""


def test_rules_are_found_anywhere_in_relax_ng(check: Check, tmp_path: Path) -> None:
    path = tmp_path / "a.rng"
    path.write_text(RNG.format(""), encoding="utf-8")
    found = check(path, '<a xmlns="urn:t" y=""><b/></a>')
    assert [finding.message for finding in found if finding.kind is not Kind.NOT_RUN] == ["no x", "y", "b"]
    (lost,) = (finding for finding in found if finding.kind is Kind.NOT_RUN)
    assert lost.message == (
        "rule lost at line 7 could not be run: it stands in no rule, so it is not known which nodes it is about"
    )


def test_rules_are_found_in_included_grammars_of_the_folder(check: Check, tmp_path: Path) -> None:
    (tmp_path / "a.rng").write_text(RNG.format('<include href="b.rng"/><include href="../c.rng"/>'), encoding="utf-8")
    (tmp_path / "b.rng").write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="a.rng"/><rule '
        'xmlns="http://purl.oclc.org/dsdl/schematron" context="t:a"><assert test="@q">q</assert></rule></grammar>',
        encoding="utf-8",
    )
    messages = [finding.message for finding in check(tmp_path / "a.rng", '<a xmlns="urn:t" x=""/>')]
    assert messages[1:] == ["q"]


def test_rules_are_found_in_xml_schema(check: Check, tmp_path: Path) -> None:
    path = tmp_path / "a.xsd"
    path.write_text(XSD, encoding="utf-8")
    assert [finding.message for finding in check(path, '<a xmlns="urn:t"/>')] == ["no x"]


def test_a_grammar_without_rules_is_empty(engine: str, tmp_path: Path) -> None:
    path = tmp_path / "a.rng"
    path.write_text(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>', encoding="utf-8"
    )
    schema = Schema.read(path, engine=engine)
    assert schema.is_empty
    assert list(schema.validate(etree.fromstring("<a/>"))) == []


def test_a_schema_without_patterns_finds_nothing(engine: str, write: Write) -> None:
    assert list(Schema.read(write("<title>t</title>"), engine=engine).validate(etree.fromstring("<a/>"))) == []


def test_both_namespaces_of_schematron_are_known() -> None:
    assert len(NAMESPACES) == 2
