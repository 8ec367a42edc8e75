"""Laws that hold for any document and any rules."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_archive.schematron import ENGINES, Finding, Kind, Schema, find_element
from tei_archive.schematron.axes import Context
from tei_archive.schematron.expressions import is_true, make_parser, select
from tei_archive.schematron.interpreting import run
from tei_archive.schematron.lexing import rename_variables, replace_current, split_at, split_words
from tei_archive.schematron.nodes import build_nodes
from tei_archive.schematron.paths import write_path
from tei_archive.schematron.programs import RuleProgram, build_program, index
from tei_archive.schematron.reading import BOUND, read_rules
from tei_archive.schematron.regexes import mend_regexes
from tei_archive.schematron.shortcuts import find_shortcut

# -- documents and rules -------------------------------------------------------------------------------------------

NAMES = st.sampled_from(["a", "b", "c", "t:a", "t:b"])
VALUES = st.sampled_from(["", "1", "2", "x", "x y", "\u00a0", "3.5"])
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["n", "x", "t:n", "xml:id"]), VALUES.filter(lambda v: v.strip() == v), max_size=2
)
TEXT = st.sampled_from(["one", " ", "x", "\n  ", "two words"])
COMMENT = st.just("<!--said-->") | st.just("<?go on?>")


def element(name: str, attributes: dict[str, str], content: list[str]) -> str:
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items() if key != "xml:id" or value)
    return f"<{name}{written}>{''.join(content)}</{name}>"


ELEMENTS = st.recursive(
    st.builds(element, NAMES, ATTRIBUTES, st.lists(TEXT, max_size=1)),
    lambda inner: st.builds(element, NAMES, ATTRIBUTES, st.lists(inner | TEXT | COMMENT, max_size=5)),
    max_leaves=12,
)
DOCUMENTS = st.builds(
    lambda before, inside, after: f"{before}<r xmlns:t='urn:t'>{''.join(inside)}</r>{after}",
    st.sampled_from(["", "<!--top-->"]),
    st.lists(ELEMENTS | TEXT, max_size=4),
    st.sampled_from(["", "<?end x?>"]),
).map(lambda text: etree.fromstring(text, etree.XMLParser(collect_ids=False)))

NODE_TESTS = st.sampled_from(
    ["a", "b", "t:a", "*", "t:*", "*:a", "r", "node()", "text()", "child::c", "(a | t:b)", "*:b[@n]"]
)
LAST_TESTS = NODE_TESTS | st.sampled_from(["@n", "@*", "@t:n", "attribute::x", "comment()", "processing-instruction()"])
PREDICATES = st.sampled_from(
    [
        "",
        "",
        "[1]",
        "[last()]",
        "[position() gt 1]",
        "[@n]",
        "[@n = '1'][1]",
        "[2][@x]",
        "[not(@x) or . = 'x']",
        "[count(../*) - 1]",
        "[. = ('x', '1')]",
        "[preceding-sibling::*[1]/self::a]",
        "[$v]",
        "[string-length(.) gt $limit]",
        "[current()/..]",
    ]
)
STEPS = st.builds(str.__add__, NODE_TESTS.filter(lambda test: test != "text()"), PREDICATES)
PATHS = st.builds(
    lambda start, steps, last, predicate: start + "".join(steps) + last + predicate,
    st.sampled_from(["", "", "/", "//"]),
    st.lists(st.builds(str.__add__, STEPS, st.sampled_from(["/", "//"])), max_size=2),
    LAST_TESTS,
    PREDICATES,
)
CONTEXTS = st.lists(PATHS, min_size=1, max_size=2).map(" | ".join) | st.sampled_from(["/", "id('x')", "a except b"])
TESTS = st.sampled_from(
    [
        "false()",
        "@n",
        "not(@n = @x)",
        "count(*) lt 2",
        r"matches(., '\s')",
        r"not(matches(., '^\w+$'))",
        "number(.) gt 1",
        "ancestor::*[2]",
        "some $x in (@n, @x) satisfies $x = $v",
        "//a[@n = current()/@n][2]",
        "xs:decimal(.) ge 2",
        "string-join(.//text(), '|') = 'x'",
        "following::node()[1]/self::comment()",
        "@n + 1 = $limit",
    ]
)
MESSAGES = st.sampled_from(
    ["m", "<name/>", "<value-of select='@n'/>!", "<value-of select='.//@*'/>", "$v <name path='..'/>"]
)


def write_rule(context: str, test: str, message: str) -> str:
    return f"<rule context={quoteattr(context)}><assert test={quoteattr(test)}>{message}</assert></rule>"


SCHEMAS = st.lists(
    st.lists(st.builds(write_rule, CONTEXTS, TESTS, MESSAGES), min_size=1, max_size=3).map(
        lambda rules: f"<pattern><let name='v' value=\"'1'\"/>{''.join(rules)}</pattern>"
    ),
    min_size=1,
    max_size=3,
).map("".join)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws") / "rules.sch"


def write(path: Path, patterns: str) -> None:
    path.write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><ns prefix="t" uri="urn:t"/>'
        '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><let name="limit" value="count(//a) + 1"/>'
        f"{patterns}</schema>",
        encoding="utf-8",
    )


def search_everywhere(pattern: tuple[RuleProgram, ...]) -> tuple[RuleProgram, ...]:
    """The same rules, each tried on every node of the document: their contexts are looked up and not taken apart."""
    return tuple(replace(rule, paths=tuple(replace(path, steps=()) for path in rule.paths)) for rule in pattern)


# -- laws ----------------------------------------------------------------------------------------------------------


@given(document=DOCUMENTS, patterns=SCHEMAS.filter(lambda text: "current()/.." not in text))
def test_to_try_candidates_only_changes_nothing(document: etree._Element, patterns: str, path: Path) -> None:
    write(path, patterns)
    rules = read_rules(path)
    namespaces = {**BOUND, **dict(rules.namespaces)}
    program = build_program(rules, namespaces, make_parser(namespaces, compatible=False))
    everywhere = replace(program, candidates=index(tuple(map(search_everywhere, program.patterns))))
    tree = document.getroottree()
    quick, slow = list(run(program, tree)), list(run(everywhere, tree))
    assert [finding for finding in quick if finding.kind is not Kind.NOT_RUN] == [
        finding for finding in slow if finding.kind is not Kind.NOT_RUN
    ]


def agreed(findings: list[Finding]) -> list[Finding]:
    """What both engines must agree in. Why something could not be run is in the words of each."""
    return [
        replace(finding, message="", test="") if finding.kind is Kind.NOT_RUN else finding
        for finding in findings
        if "its context fails" not in finding.message
    ]


@given(document=DOCUMENTS, patterns=SCHEMAS)
def test_both_engines_find_the_same(document: etree._Element, patterns: str, path: Path) -> None:
    write(path, patterns)
    schemas = [Schema.read(path, engine=engine) for engine in ENGINES]
    assume(not any(schema.faults for schema in schemas))
    first, second = (agreed(list(schema.run(document.getroottree()))) for schema in schemas)
    assert first == second


SIMPLE = st.recursive(
    st.builds(
        str.__add__,
        st.sampled_from(
            ["", "@", "attribute::", "self::", "child::", "parent::", "ancestor::", "ancestor-or-self :: "]
        ),
        st.sampled_from(["a", "t:a", "*", "*:a", "t:*", "n", "t:n", "x"]),
    )
    | st.sampled_from(
        ["@n = '1'", "@*='x'", "@t:n = \"it''s\"", "@n != '1'", "'1' = @n", "not(not)", "not", "or", "a and"]
    ),
    lambda inner: (
        st.builds("{} or {}".format, inner, inner)
        | st.builds("({} and {})".format, inner, inner)
        | st.builds("not ({})".format, inner)
        | st.builds("{} | {}".format, inner, inner)
    ),
    max_leaves=5,
)


@given(document=DOCUMENTS, expression=SIMPLE)
def test_a_shortcut_changes_nothing(document: etree._Element, expression: str) -> None:
    namespaces = {**BOUND, "t": "urn:t"}
    shortcut = find_shortcut(expression, namespaces)
    assume(shortcut is not None)
    token = make_parser(namespaces, compatible=False)(expression)
    root = build_nodes(document.getroottree())
    attributes = [one for node in root.iter_descendants() for one in node.attributes or ()]
    for node in (*root.iter_descendants(), *attributes):
        assert shortcut(node) == is_true(token, select(token, Context(root), node, {})), node


@pytest.mark.parametrize(
    "expression", ["@n", "not(@n or @x)", "self::t:a | parent::a", "(ancestor::a and @n = '1')", "a"]
)
def test_simple_tests_have_a_shortcut(expression: str) -> None:
    assert find_shortcut(expression, {"t": "urn:t"}) is not None


@pytest.mark.parametrize(
    "expression",
    ["1", "@n = 1", "a/b", "a[1]", ".", "@n + 1", "$v", "(a, b)", "position()", "z:a", "text()", "not(a) b", "''"],
)
def test_other_tests_have_none(expression: str) -> None:
    assert find_shortcut(expression, {"t": "urn:t"}) is None


@given(document=DOCUMENTS)
def test_a_path_leads_back_to_its_element(document: etree._Element) -> None:
    for one in document.iter("*"):
        assert find_element(document, write_path(one)) is one
        assert find_element(document, f"{write_path(one)}/@n") is one
        assert find_element(document, f"{write_path(one)}/text()[1]") is one


@given(expression=st.text() | st.text("'\"(:)[]$a /"))
def test_words_joined_are_the_expression(expression: str) -> None:
    assert "".join(word.text for word in split_words(expression)) == expression
    assert rename_variables(expression, {}) == expression
    assert Counter("".join(sign + piece for sign, piece in split_at(expression, "|", "/", "//"))) <= Counter(expression)
    if "current" not in expression:
        assert replace_current(expression, "x") == expression
    if "matches" not in expression:
        assert mend_regexes(expression) == expression


ODD = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1
)
NEARLY = st.lists(
    st.sampled_from(
        ["a", "/", "[", "]", "(", ")", "'", "@", "$v", "::", "|", "1", " ", "text", "()", "if", "$", "{", "!", "#"]
    ),
    min_size=1,
    max_size=8,
).map("".join)


@pytest.mark.parametrize("engine", list(ENGINES))
@settings(max_examples=25)
@given(text=(ODD | NEARLY).filter(str.strip))
def test_any_expression_is_run_or_named(text: str, engine: str, path: Path) -> None:
    """Whatever stands in a test, a context, a variable or a message: the schema is read, and no error comes out."""
    quoted = quoteattr(text)
    write(
        path,
        f"<pattern><rule context={quoted}><assert test='a'>{escape(text)}</assert></rule></pattern>"
        f"<pattern><rule context='r'><let name='v' value={quoted}/><assert test={quoted}>m</assert><assert test='$v'>"
        f"<value-of select={quoted}/></assert></rule></pattern>",
    )
    schema = Schema.read(path, engine=engine)
    findings = list(schema.validate(etree.fromstring("<r><a/></r>")))
    assert all(finding.message for finding in findings)
