"""The text of TEI, and how it lies upon the source."""

import pytest
from lxml import etree

from tei_archive.model import Span
from tei_archive.tei import Mismatch, align, blocks_text, text_of
from tei_archive.tei.parsing import parse


def tei(text: str) -> etree._Element:
    return parse(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>{text}</text></TEI>'.encode(), "a.xml")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<hi>x</hi> <hi>y</hi>", "x y"),
        ("a<choice><orig>u</orig>\n<reg>v</reg></choice>b", "au\nb"),
        ("a<choice><abbr>M.</abbr><expan>Monsieur</expan></choice>", "aM."),
        ("<choice><sic>teh <choice><abbr>x</abbr><expan>y</expan></choice></sic><corr>the</corr></choice>", "teh x"),
        ("a<reg>b</reg>", "ab"),
        ("a<!-- no -->b<?no no?>c<note>d</note>", "abcd"),
        ("<supplied>[in]</supplied><gap/><lb/>", "[in]"),
        (" a\n\u00a0", " a\n\u00a0"),
    ],
)
def test_the_text_of_an_element_is_that_of_the_source(content: str, expected: str) -> None:
    assert text_of(tei(f"<body><p>{content}</p></body>").findall(".//{*}p")[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<body>\n <p>\n  a\n  b \u00a0</p> <p> </p></body>", ("a\n  b",)),
        ("<body><div><head>H</head><div><p>a</p></div><div><p>b</p></div></div></body>", ("H", "a", "b")),
        ("<front><p>no</p></front><body><p>a</p></body><back><p>no</p></back>", ("a",)),
        ("<body><p>a</p><floatingText><body><p>b</p></body></floatingText><p>c</p></body>", ("a", "b", "c")),
        ("<body><closer>Yours <signed>N.</signed> at home</closer></body>", ("Yours", "N.", "at home")),
        ("<body><opener><seg type='classification'>Secret</seg> <seg>x</seg></opener></body>", ("Secret", "x")),
        ("<body><table><row><cell>1</cell><cell>2</cell></row></table></body>", ("1", "2")),
        ("<body/>", ()),
    ],
)
def test_the_blocks_of_a_body_are_found_in_order(text: str, expected: tuple[str, ...]) -> None:
    assert blocks_text(tei(text)) == expected


SOURCE = "before one\n\ntwo three\u00a0\nafter"


@pytest.mark.parametrize(
    ("blocks", "span", "expected"),
    [
        (["one", "two three"], Span(6, 23), (Span(7, 10), Span(12, 21))),
        (["one", "two", "three"], Span(7, 21), (Span(7, 10), Span(12, 15), Span(16, 21))),
        (["o", "ne", "two three"], Span(7, 21), (Span(7, 8), Span(8, 10), Span(12, 21))),
        ([], Span(10, 12), ()),
        ([], Span(0, 0), ()),
        (["one", "two"], Span(7, 21), Mismatch(None, 16, "", "three")),
        (["one", "twothree"], Span(7, 21), Mismatch(1, 15, "three", " three")),
        (["one", "two three", "after"], Span(7, 22), Mismatch(2, 22, "after", "")),
        (["one two three"], Span(7, 21), Mismatch(0, 10, " two three", "\n\ntwo three")),
        (["before one"], Span(7, 10), Mismatch(0, 7, "before one", "one")),
        (["one", "two three after"], Span(7, 21), Mismatch(1, 21, " after", "")),
        (["x"], Span(90, 99), Mismatch(0, 90, "x", "")),
    ],
)
def test_blocks_are_laid_upon_the_source(blocks: list[str], span: Span, expected: tuple[Span, ...] | Mismatch) -> None:
    assert align(blocks, SOURCE, span) == expected


def test_only_so_much_of_a_difference_is_shown_as_fits_on_a_line() -> None:
    found = align(["a" * 100], "b" * 100, Span(0, 100))
    assert isinstance(found, Mismatch)
    assert (len(found.found), len(found.expected)) == (40, 40)
    assert str(found) == f"character 0 of the source: TEI has {'a' * 40!r}, the source {'b' * 40!r}"
