"""The places of start tags, taken from the text: the same as expat says."""

from xml.parsers import expat

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_archive.validating.tags import Position, Tags, find_places

TEXT = st.text("ab \t\r\n>é𝄞", max_size=6)
PIECES = st.one_of(
    TEXT,
    TEXT.map("<!-- <b>{} -->".format),
    TEXT.map("<?p <b>{}?>".format),
    TEXT.map("<![CDATA[<b/>{}]]>".format),
    TEXT.map("<b c='{}'/>".format),
)
DOCUMENTS = st.recursive(
    st.lists(PIECES, max_size=4).map("".join),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: f"<é\r\n>{''.join(parts)}</é>"),
    max_leaves=8,
).map("<a>{}</a>".format)


def places_by_expat(text: str) -> list[Position]:
    found = []
    parser = expat.ParserCreate(encoding="utf-8")
    parser.StartElementHandler = lambda *_: found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
    parser.Parse(text.encode(), True)
    return found


@given(DOCUMENTS, st.sampled_from(["", "\ufeff", '\ufeff<?xml version="1.0"?>\r', "<!-- <a> -->\n"]))
def test_the_places_are_those_of_expat(document: str, prolog: str) -> None:
    text = prolog + document
    places = find_places(text.encode(), "utf-8")
    expected = places_by_expat(text)
    assert [places.position(number) for number in range(len(places.tags))] == expected


def test_elements_have_places_and_are_found_by_attribute() -> None:
    text = '<a>\n <b n="1"/><c xml:id="x" n="2"/></a>'
    root = etree.fromstring(text)
    tags = Tags(root, lambda: find_places(text.encode(), "utf-8"))
    assert [tags.position_of(element) for element in root.iter()] == [(1, 1), (2, 2), (2, 12)]
    assert tags.with_any(frozenset({"n"})) == (root[0], root[1])
    tags.forget()
    assert [tags.position_of(element) for element in root.iter()] == [(1, 1), (2, 2), (2, 12)]
    assert tags.with_any(frozenset({"n", "m"})) == (root[0], root[1])
    assert tags.with_any(frozenset({"{http://www.w3.org/XML/1998/namespace}id"})) == (root[1],)
    assert tags.with_any(frozenset({"m"})) == ()
