"""XPath, expression by expression: what both engines make of it on the same nodes."""

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from lxml import etree
from schematron_types import Check, Write

from tei_archive.schematron import ENGINES, Kind, Schema

EXPRESSIONS = (Path(__file__).with_name("expressions.txt")).read_text(encoding="utf-8").splitlines()
DOCUMENT = """<r xml:lang="de" xmlns:t="urn:t"><a n="1" w="1894-03-04">Erster Brief, 4.&#160;März</a><a n="2" w="1894">
zwei <b>drei</b> vier</a><a w="soon" n=""/><!--c--><a n="10" t="#x #y">10<?go?> <b/>&#160;</a><p xml:id="x"/></r>"""


@pytest.mark.parametrize("binding", ["xslt", "xslt3"])
def test_both_engines_give_an_expression_the_same_value(binding: str, write: Write) -> None:
    patterns = (
        f"<pattern><rule context='a'><assert id='value{at}' test='false()'>[<value-of select={quoteattr(one)}/>]"
        f"</assert><report id='test{at}' test={quoteattr(one)}>{escape(one)}</report></rule></pattern>"
        for at, one in enumerate(EXPRESSIONS)
    )
    head = '<ns prefix="t" uri="urn:t"/><ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
    path = write(head + "".join(patterns), binding)
    found = []
    for engine in ENGINES:
        schema = Schema.read(path, engine=engine)
        assert schema.faults == ()
        findings = schema.run(etree.fromstring(DOCUMENT).getroottree())
        found.append([(one.rule, one.xpath, one.kind, one.kind is Kind.NOT_RUN or one.message) for one in findings])
    assert len(EXPRESSIONS) > 150
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("test", "document", "expected"),
    [
        ("normalize-space(.) = ''", "<a>\u00a0</a>", False),
        ("normalize-space() = 'a b'", "<a> a \n b </a>", True),
        ("@n > @m", "<a n='10' m='9'/>", False),
        ("@n > number(@m)", "<a n='10' m='9'/>", True),
        ("b[2] >> b[1] and b[1] << b[2] and not(b[1] >> b[2])", "<a><b/><b/></a>", True),
        ("(//b)[1] >> .", "<b><a/></b>", False),
        ("//a is .", "<a/>", True),
        ("string(.) = 'xyz'", "<a>x<!--c-->y<?p q?>z</a>", True),
        ("string(/) = 'x'", "<?p q?><a>x</a><!--c-->", True),
        ("b/text()[1]/following::c", "<a><b>x</b><c/></a>", True),
        ("count(comment()/following::node()) = 2", "<a><!--c--><b>x</b></a>", True),
        ("empty(@n/@n) and empty(@n/following-sibling::node()) and empty(@n/self::n)", "<a n=''><b/></a>", True),
        ("exists(@n/following::b) and empty(@n/preceding::b)", "<a n=''><b/></a>", True),
        ("substring-after('a#b', '#') = 'b' and contains('a', '') and compare('a', 'B') = 1", "<a/>", True),
        (r"matches(., '^\S+$')", "<a>x\u00a0y</a>", True),
        (r"matches(., concat('\', 's'))", "<a>x\u00a0y</a>", False),
    ],
)
def test_what_elementpath_alone_would_get_wrong(test: str, document: str, expected: bool, check: Check) -> None:
    rules = f"<pattern><rule context='a'><report test={quoteattr(test)}>yes</report></rule></pattern>"
    found = check(rules, document)
    assert [finding.message for finding in found] == (["yes"] if expected else [])


@pytest.mark.parametrize(
    ("test", "expected"), [("@n < 5", False), ("@n = 1", False), ("@n != 1", True), ("@n < @m", False)]
)
def test_in_xpath_1_what_is_no_number_is_not_a_number(test: str, expected: bool, check: Check, write: Write) -> None:
    rules = f"<pattern><rule context='a'><report test={quoteattr(test)}>yes</report></rule></pattern>"
    assert len(check(write(rules, "xslt"), "<a n='soon' m='9'/>")) == expected


@pytest.mark.parametrize("test", ["lang('de')", "self::attribute(n)", "exactly-one(b)"])
def test_what_elementpath_gets_wrong_it_does_not_run(test: str, write: Write) -> None:
    (fault,) = Schema.read(write(f"<pattern><rule context='a'><assert test=\"{test}\"/></rule></pattern>")).faults
    assert "elementpath has" in fault.reason
