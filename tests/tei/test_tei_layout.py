"""How elements become bytes: as lxml would write the same tree, and nothing that XML cannot hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_archive.errors import EncodingError
from tei_archive.tei.building import Element, as_element, as_tree, build, share
from tei_archive.tei.layout import break_lines, serialize
from tei_archive.tei.names import XML_ID, XML_LANG

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r&<>\"'")).filter(
    lambda text: "\ufffe" not in text and "\uffff" not in text
)
names = st.sampled_from(["div", "body", "p", "hi", "bibl", "ref"])
attributes = st.dictionaries(st.sampled_from([XML_ID, XML_LANG, "n", "type"]), texts | st.just("archival"))


def elements_around(content: st.SearchStrategy[Element]) -> st.SearchStrategy[Element]:
    mixed = st.lists(content | texts.filter(bool), max_size=4) | st.lists(content, max_size=4)
    return st.builds(lambda *given: build(given[0], given[1], *given[2]), names, attributes, mixed)


elements = st.recursive(st.builds(build, names, attributes), elements_around)


def written_by_lxml(element: Element) -> bytes:
    tree = as_tree(element)
    break_lines(tree)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(tree, encoding="UTF-8") + b"\n"


@given(elements)
def test_an_element_is_written_as_lxml_writes_its_tree(element: Element) -> None:
    assert serialize(element) == written_by_lxml(element)


@given(elements)
def test_a_shared_element_is_written_as_any_other(element: Element) -> None:
    assert serialize(build("div", {}, share(element), share(element))) == serialize(build("div", {}, element, element))


@given(elements)
def test_a_tree_becomes_the_element_that_it_was_made_from(element: Element) -> None:
    assert serialize(as_element(as_tree(element))) == serialize(element)


def test_an_attribute_that_is_none_is_left_out_and_an_empty_text_is_content() -> None:
    element = build("p", {"n": None, "type": "a"}, None, build("date", {}, ""), build("date", {}))
    assert b'<p xmlns="http://www.tei-c.org/ns/1.0" type="a"><date></date><date/></p>' in serialize(element)


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_refused_with_the_name_of_the_element(character: str) -> None:
    for bad in (build("hi", {}, f"a{character}"), build("hi", {"n": f"{character}b"})):
        with pytest.raises(EncodingError, match="<hi> would hold a character"):
            serialize(build("p", {"n": "\x7f\x85"}, "a", bad))
