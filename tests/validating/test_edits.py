"""Edits change the bytes of a name or value and no other, in every encoding and however the tag is written."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.errors import Location
from tei_archive.model import Finding, Fix, Severity, TagPart
from tei_archive.validating.edits import mend
from tei_archive.validating.encodings import find_codec
from tei_archive.validating.tags import Position, find_places

RENAME = Fix(TagPart.ELEMENT, "b", "bold", safe=True)
ATTRIBUTE = Fix(TagPart.ATTRIBUTE, "N", "n", safe=True)
VALUE = Fix(TagPart.VALUE, "n", "new", safe=True, old="old")

BLANK = st.text(" \t\n", max_size=3)
SPACE = st.text(" \t\n\r", min_size=1, max_size=3)
TEXT = st.text(st.characters(codec="utf-16", exclude_characters="<>&\r\0", exclude_categories=["Cc", "Cs"]), max_size=8)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])


def starts_of(content: bytes) -> list[Position]:
    """The place of each start tag."""
    places = find_places(content, find_codec(content))
    return [places.position(number) for number in range(len(places.tags))]


def at(content: bytes, number: int, fix: Fix) -> Finding:
    """A finding at the start tag of that number."""
    return Finding("TA101", Severity.ERROR, "x", Location("a.xml", *starts_of(content)[number]), fix=fix)


def encode(text: str, encoding: str) -> bytes:
    declared = encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    bom = codecs.BOM_UTF16_LE if encoding.endswith("-le") else codecs.BOM_UTF16_BE if encoding.endswith("-be") else b""
    return bom + f'<?xml version="1.0" encoding="{declared}"?>{text}'.encode(encoding)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """What stands before, inside and after the element `b`, and its attributes as they are written."""
    inside = draw(st.sampled_from(["{}", "{}<b/>{}", "<!-- <b> -->{}", "<![CDATA[</b>]]>{}", "<c>{}</c>"]))
    attributes = (
        f'{draw(SPACE)}m{draw(BLANK)}={draw(BLANK)}\'n="old" N=>\'{draw(SPACE)}n{draw(BLANK)}="old"{draw(BLANK)}'
    )
    return draw(TEXT), inside.replace("{}", draw(TEXT).replace("]]", "")), draw(TEXT), attributes


@given(documents(), ENCODINGS, st.sampled_from(["\n", "\r\n"]))
def test_an_element_is_renamed_in_both_tags_and_all_else_stays(
    parts: tuple[str, str, str, str], encoding: str, ends: str
) -> None:
    before, inside, after, attributes = parts
    text = "<a>{}{}<{}{}>{}</{}>{}</a>"
    written, wanted = (
        encode(text.format(before, ends, name, attributes, inside, name, after), encoding) for name in ("b", "bold")
    )
    mended = mend(written, [at(written, 1, RENAME)])
    assert mended.content == wanted
    assert mended.number == 1


@given(documents(), ENCODINGS)
def test_a_value_is_changed_and_nothing_that_looks_like_it(parts: tuple[str, str, str, str], encoding: str) -> None:
    before, _, after, attributes = parts
    wanted = attributes[::-1].replace('"dlo"', '"wen"', 1)[::-1]
    one, other = (encode(f"<a>{before}<b{written}/>{after}</a>", encoding) for written in (attributes, wanted))
    assert mend(one, [at(one, 1, VALUE)]).content == other


@pytest.mark.parametrize(
    ("text", "fix", "wanted"),
    [
        ("<a><b/></a>", RENAME, "<a><bold/></a>"),
        ("<a><b></b ></a>", RENAME, "<a><bold></bold ></a>"),
        ("<a><b N='>'>é</b></a>", ATTRIBUTE, "<a><b n='>'>é</b></a>"),
        ("<a><b n=' old\n'/></a>", VALUE, "<a><b n='new'/></a>"),
        ("<a><b n='other'/></a>", VALUE, None),  # the file has changed since
        ("<a><b n='&#111;ld'/></a>", VALUE, None),  # written with references: left alone
        ("<a><c/></a>", RENAME, None),
        ("<a><b n='1' N='2'/></a>", ATTRIBUTE, None),  # it would be there twice
    ],
)
def test_what_is_no_longer_there_is_not_changed(text: str, fix: Fix, wanted: str | None) -> None:
    content = text.encode()
    mended = mend(content, [at(content, 1, fix)])
    assert mended.content == (wanted or text).encode()
    assert mended.number == (1 if wanted else 0)


def test_an_old_encoding_stays_and_what_it_lacks_is_not_written() -> None:
    content = "<?xml version='1.0' encoding='iso-8859-1'?>\r\n<a>é<b n='old'/>é</a>".encode("latin-1")
    assert mend(content, [at(content, 1, VALUE)]).content == content.replace(b"old", b"new")
    greek = Fix(TagPart.VALUE, "n", "ω", safe=True, old="old")
    assert mend(content, [at(content, 1, greek)]).content == content


@pytest.mark.parametrize("new", ["a&b", "a<b", "a'b", 'a"b'])
def test_what_would_have_to_be_escaped_is_not_written(new: str) -> None:
    content = b"<a><b n='old'/></a>"
    assert mend(content, [at(content, 1, Fix(TagPart.VALUE, "n", new, safe=True, old="old"))]).number == 0


def test_of_two_fixes_of_one_place_the_first_counts_and_the_same_twice_is_one() -> None:
    content = b"<a><b n='old'/></a>"
    other = Fix(TagPart.VALUE, "n", "newer", safe=True, old="old")
    mended = mend(content, [at(content, 1, VALUE), at(content, 1, other), at(content, 1, RENAME)])
    assert mended.content == b"<a><bold n='new'/></a>"
    assert mended.number == 2


def test_without_a_place_or_in_a_broken_file_nothing_is_changed() -> None:
    nowhere = Finding("TA101", Severity.ERROR, "x", Location("a.xml"), fix=RENAME)
    assert mend(b"<a><b/></a>", [nowhere]).number == 0
    assert mend(b"<a><b/>", [at(b"<a><b/></a>", 1, RENAME)]).number == 0


def test_a_name_within_an_element_of_the_same_name_has_edits_of_its_own() -> None:
    content = b"<a>" + b"<b>" * 90 + b"</b>" * 90 + b"<b/>" * 1000 + b"</a>"
    starts = starts_of(content)[1:]
    findings = [Finding("TA101", Severity.ERROR, "x", Location("a.xml", *start), fix=RENAME) for start in starts]
    mended = mend(content, findings)
    assert mended.content == content.replace(b"b>", b"bold>").replace(b"b/>", b"bold/>")
    assert mended.number == 1090
