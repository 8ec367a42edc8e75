"""What cannot be run is said by name, and what reaches outside is refused: in both engines."""

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from schematron_types import Check, Write

from tei_archive.schematron import Finding, Kind, Schema, SchemaError


def assertion(test: str, context: str = "a", message: str = "m") -> str:
    return f'<pattern><rule context="{context}"><assert id="x" test="{test}">{message}</assert></rule></pattern>'


def not_run(findings: list[Finding]) -> list[str]:
    return [finding.message for finding in findings if finding.kind is Kind.NOT_RUN]


# -- what is refused -----------------------------------------------------------------------------------------------

READING = [
    "doc('secret.xml')",
    "fn:doc('secret.xml')//x",
    "doc-available('secret.xml')",
    "document('secret.xml')",
    "document('')",
    "collection('.')",
    "uri-collection('.')",
    "unparsed-text('secret.xml')",
    "unparsed-text-lines('secret.xml')",
    "unparsed-text-available('secret.xml')",
    "json-doc('secret.xml')",
    "environment-variable('HOME')",
    "available-environment-variables()",
    "system-property('user.dir')",
    "parse-xml('&lt;x/>')",
    "parse-xml-fragment('x')",
    "doc#1('secret.xml')",
    "'secret.xml' => doc()",
    "for-each('secret.xml', doc#1)",
    "doc (: here :) ('secret.xml')",
    "Q{http://www.w3.org/2005/xpath-functions}doc('secret.xml')",
    "Q{ http://www.w3.org/2005/xpath-functions }doc('secret.xml')",
    "function-lookup(xs:QName('fn:doc'), 1)('secret.xml')",
    "transform(map { 'stylesheet-text': 'x' })",
    "load-xquery-module('urn:x')",
    "other:read('secret.xml')",
    "saxon:evaluate('1')",
    "key('k', 'v')",
]
NAMESPACES = (
    '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><ns prefix="other" uri="urn:other"/>'
    '<ns prefix="saxon" uri="http://saxon.sf.net/"/><ns prefix="f" uri="http://www.w3.org/2005/xpath-functions"/>'
)


@pytest.mark.parametrize("expression", [*READING, "f:doc('secret.xml')"])
def test_nothing_outside_of_the_document_is_read(expression: str, check: Check, write: Write) -> None:
    path = write(NAMESPACES + assertion(f"exists({expression})"))
    (path.parent / "secret.xml").write_text("<x>secret</x>", encoding="utf-8")
    (found,) = check(path, "<a/>")
    assert (found.kind, found.rule, found.xpath, found.line, found.schema.line) == (Kind.NOT_RUN, "x", "", None, 1)
    assert found.message.startswith("rule x at line 1 could not be run: ")


@pytest.mark.parametrize("place", ["context", "let", "value-of", "predicate", "pattern let", "rule let"])
def test_nothing_is_read_from_any_place(place: str, check: Check, write: Write) -> None:
    schemas = {
        "context": assertion("false()", "doc('secret.xml')/x"),
        "predicate": assertion("false()", "a[doc('secret.xml')]"),
        "let": "<let name='v' value=\"doc('secret.xml')\"/>" + assertion("$v = 1"),
        "pattern let": assertion("$v = 1").replace("<rule", "<let name='v' value=\"doc('secret.xml')\"/><rule"),
        "rule let": assertion("$v = 1").replace("<assert", "<let name='v' value=\"doc('secret.xml')\"/><assert"),
        "value-of": assertion("false()", message="<value-of select=\"doc('secret.xml')\"/>"),
    }
    path = write(schemas[place])
    (path.parent / "secret.xml").write_text("<x>secret</x>", encoding="utf-8")
    found = check(path, "<a/>")
    assert any("doc() is refused: it reads files" in message for message in not_run(found))
    assert "secret<" not in str(found)
    assert [finding.message for finding in found if finding.kind is not Kind.NOT_RUN] == (
        ["[doc('secret.xml')]"] if place == "value-of" else []
    )


def test_names_that_only_look_like_functions_are_fine(check: Check) -> None:
    assert len(check(assertion("doc or key/document or 'doc(1)' = '' (: doc() :)"), "<a/>")) == 1


def test_saxon_itself_refuses_what_slips_through(write: Write) -> None:
    """The second lock behind the first: no file and no address may be opened by a stylesheet."""
    code = """
import sys
from pathlib import Path
from tei_archive.schematron import screening
screening._REFUSED = {}
import tei_archive.schematron.planning
from lxml import etree
from tei_archive.schematron import Schema
for finding in Schema.read(Path(sys.argv[1]), engine="saxon").validate(etree.fromstring("<a/>")):
    print(finding.kind, finding.message)
"""
    path = write(assertion("doc('secret.xml')/x = 1") + assertion("unparsed-text('secret.xml') = ''"))
    (path.parent / "secret.xml").write_text("<x>secret</x>", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=path.parent, capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("not-run") and "prohibited" in line for line in lines)


# -- what an engine cannot run -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "test",
    ["b[", "((b)", "unheard-of(b)", "b eq", "p:b", "xs:unheard-of(b)", "'open", "$undeclared", "1 to", ")", "b c"],
)
def test_bad_xpath_is_a_finding(test: str, check: Check) -> None:
    others = "<pattern><rule context='a'><assert test='b'>still run</assert></rule></pattern>"
    found = check('<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>' + assertion(test) + others, "<a/>")
    assert [finding.kind for finding in found] == [Kind.NOT_RUN, Kind.FAILED_ASSERT]
    assert found[0].rule == "x"
    assert found[1].message == "still run"


def test_after_a_bad_context_the_rest_of_a_pattern_is_not_run(check: Check) -> None:
    rules = "".join(
        f"<rule id='r{at}' context='{c}'><assert test='z'>{at}</assert></rule>" for at, c in enumerate("ab[c")
    )
    found = check(f"<pattern>{rules}</pattern>" + assertion("b", "c"), "<a><b/><c/></a>")
    assert [(finding.rule, finding.kind) for finding in found if finding.kind is Kind.NOT_RUN] == [
        ("r2", Kind.NOT_RUN),
        ("r3", Kind.NOT_RUN),
    ]
    assert "the context of the rule before it, at line 1," in found[1].message
    assert [finding.message for finding in found[2:]] == ["0", "1", "m"]


def test_a_bad_variable_is_named_with_all_that_need_it(check: Check) -> None:
    schema = """<let name="v" value="b["/><let name="w" value="$v + 1"/>""" + assertion("$w = 1")
    names = [finding.message.partition(" could")[0] for finding in check(schema + assertion("b"), "<a/>")]
    assert names == ["rule let v at line 1", "rule let w at line 1", "rule x at line 1", "m"]


def test_an_error_on_a_node_is_a_finding_there(check: Check) -> None:
    schema = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>' + assertion(
        "xs:date(@d) gt xs:date('1900-01-01')", "p"
    )
    found = check(schema, '<a><p d="1899-01-01"/><p d="soon"/><p/><p d="1901-01-01"/></a>')
    assert [(finding.kind, finding.xpath) for finding in found][:2] == [
        (Kind.FAILED_ASSERT, "/a[1]/p[1]"),
        (Kind.NOT_RUN, "/a[1]/p[2]"),
    ]
    assert "could not be run" in found[1].message
    assert found[1].line == 1


def test_an_error_in_a_variable_is_a_finding_where_it_is_used(check: Check) -> None:
    schema = """<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><let name="day" value="xs:date(/a/@d)"/>
    <let name="later" value="$day + xs:dayTimeDuration('P1D')"/>
    <pattern><rule context="p"><assert id="x" test="exists($later)">m</assert><assert test="@n">n</assert></rule>
    </pattern>"""
    (first, second) = check(schema, '<a d="soon"><p/></a>')
    assert first.kind is Kind.NOT_RUN
    assert "it uses $later, which has no value" in first.message
    assert second.message == "n"
    assert [finding.message for finding in check(schema, '<a d="1894-03-04"><p/></a>')] == ["n"]


def test_an_error_in_a_variable_of_a_rule_is_a_finding(check: Check) -> None:
    schema = """<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><pattern><rule context="p">
    <let name="day" value="xs:date(@d)"/><assert id="x" test="$day gt xs:date('1900-01-01')">m</assert></rule>
    </pattern>"""
    found = check(schema, '<a><p d="soon"/><p d="1899-01-01"/></a>')
    assert [finding.kind for finding in found] == [Kind.NOT_RUN, Kind.FAILED_ASSERT]


def test_an_error_in_a_context_is_said_once(check: Check) -> None:
    schema = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>' + assertion("z", "p[xs:date(@d)]")
    found = check(schema, '<a><p d="soon"/><p d="later"/></a>')
    assert len(found) == 1
    assert found[0].kind is Kind.NOT_RUN
    assert "its context fails" in found[0].message


def test_other_parts_that_are_not_run_are_named(check: Check) -> None:
    schema = """<let name="tree"><x/></let>
    <xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="k" match="a" use="@b"/>
    <xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="f:g"/>
    <pattern id="elsewhere" documents="'other.xml'"><rule context="a"><assert test="b"/></rule></pattern>
    <pattern><rule context="a"><asert test="b"/></rule></pattern>"""
    found = " ".join(not_run(check(schema, "<a/>")))
    assert "rule <asert> at line 5 could not be run: it is not known what it means in <rule>" in found
    for name in (
        "rule xsl:key k at line 2",
        "rule xsl:function f:g at line 3",
        "rule elsewhere at line 4",
        "rule let tree",
    ):
        assert name in found


def test_collations_of_languages_are_not_run_by_elementpath(write: Write) -> None:
    test = "compare('a', 'b', 'http://www.w3.org/2013/collation/UCA?lang=de') = 0"
    for _ in range(2):
        (fault,) = Schema.read(write(assertion(test))).faults
        assert "collations" in fault.reason


def test_a_pattern_that_saxon_refuses_as_a_whole_is_named(write: Write) -> None:
    """The test is one for elements, the context is a document: each is fine, and Saxon knows that both are not."""
    content = assertion("exists(in-scope-prefixes(.))", "/") + assertion("b")
    schema = Schema.read(write(content), engine="saxon")
    assert [fault.name for fault in schema.faults] == ["line 1"]
    assert [finding.message for finding in schema.run(etree.fromstring("<a/>").getroottree())] == ["m"]


def test_saxon_leaves_the_locale_of_the_process_alone(write: Write) -> None:
    code = (
        "import locale, sys; from pathlib import Path; from tei_archive.schematron import Schema;"
        "before = locale.setlocale(locale.LC_ALL); Schema.read(Path(sys.argv[1]), engine='saxon');"
        "assert locale.setlocale(locale.LC_ALL) == before"
    )
    subprocess.run([sys.executable, "-c", code, str(write(assertion("b")))], check=True)


def test_an_engine_that_is_not_installed_is_named(write: Write) -> None:
    code = (
        "import sys; sys.modules['saxonche'] = None; from pathlib import Path; from tei_archive.schematron import *;"
        "Schema.read(Path(sys.argv[1]), engine='saxon')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(write(assertion("b")))], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "SchemaError: the Schematron engine saxon is not installed" in done.stderr


def test_an_unknown_engine_is_an_error(write: Write) -> None:
    with pytest.raises(SchemaError, match="no Schematron engine xerces"):
        Schema.read(write(assertion("b")), engine="xerces")


# -- hostile documents and schemas ---------------------------------------------------------------------------------


def test_deep_documents_are_checked(engine: str, write: Write) -> None:
    depth = 2000
    text = "<a>" * depth + "<b/>" + "</a>" * depth
    document = etree.fromstring(text, etree.XMLParser(huge_tree=True))
    rules = (
        assertion("string-length(.) = 1", "b") + assertion("not(ancestor::a/..//b)", "a/b") + assertion("b", "a[b]/b")
    )
    found = list(Schema.read(write(rules), engine=engine).validate(document))
    assert [finding.kind for finding in found] == [Kind.FAILED_ASSERT] * 3
    assert found[0].xpath == "/a[1]" * depth + "/b[1]"


@pytest.mark.parametrize("test", ["(" * 5000 + "1" + ")" * 5000, "1 + " * 60_000 + "1", "-" * 200_000 + "1"])
def test_expressions_without_measure_are_refused(test: str, check: Check) -> None:
    (found,) = check(assertion(test), "<a/>")
    assert found.kind is Kind.NOT_RUN


def test_entities_of_a_document_are_not_fetched(engine: str, write: Write, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    text = f'<!DOCTYPE a [<!ENTITY s SYSTEM "{tmp_path.as_uri()}/secret.txt">]><a>&s;<b>x&s;y</b>z</a>'
    document = etree.fromstring(text, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))
    schema = Schema.read(
        write(assertion("false()", "b", "<value-of select='.'/>, <value-of select='/a'/>")), engine=engine
    )
    assert [finding.message for finding in schema.validate(document)] == ["xy, xyz"]


def test_documents_are_as_large_as_their_reader_allows(engine: str, write: Write) -> None:
    """Java's parser would take 100,000 characters at most where there are ampersands, and 200 attributes."""
    attributes = " ".join(f'a{number}=""' for number in range(1000))
    document = etree.fromstring(f"<a {attributes}>{'x &amp; y ' * 20_000}</a>")
    schema = Schema.read(write(assertion("string-length(.) = 0", "a", "<value-of select='count(@*)'/>")), engine=engine)
    assert [finding.message for finding in schema.validate(document)] == ["1000"]


def test_entities_of_a_schema_are_not_fetched(write: Write) -> None:
    path = write(assertion("b"))
    (path.parent / "secret.txt").write_text("secret", encoding="utf-8")
    path.write_text('<!DOCTYPE schema [<!ENTITY s SYSTEM "secret.txt">]>' + path.read_text().replace(">m<", ">&s;<"))
    (found,) = Schema.read(path).validate(etree.fromstring("<a/>"))
    assert "secret" not in found.message
