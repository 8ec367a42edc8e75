"""The fourth layer: nothing of a source is lost, and changes that lose nothing are welcome."""

import pytest
from small_edition import Edition, change

from tei_archive.validating import Code


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>I shall", "\n\n  <p>\n I shall"),
        ("horses", "<hi>horses</hi>"),
        ("lodge on", "<choice><sic>lodge</sic><corr>Lodge</corr></choice> on"),
        ("Friday", "<!-- sic -->Friday"),
        ("horses", "<![CDATA[horses]]>"),
        ("&amp;", "&#38;"),
    ],
)
def test_markup_that_keeps_the_text_is_welcome(edition: Edition, old: str, new: str) -> None:
    change(edition.first, old, new)
    assert Code.TEXT_DIFFERS.code not in edition.codes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("I shall", "I  shall"),
        ("Friday.", "Friday"),
        ("<p>I shall", "<p>Now</p><p>I shall"),
        ("<salute>Dear Colonel,</salute>", ""),
        ("Colonel", "colonel"),
        ("lodge on", "<choice><sic>Lodge</sic><corr>lodge</corr></choice> on"),
    ],
)
def test_every_change_of_the_text_is_found(edition: Edition, old: str, new: str) -> None:
    change(edition.first, old, new)
    assert Code.TEXT_DIFFERS.code in edition.codes()


def test_the_difference_is_shown_from_the_start_of_the_word(edition: Edition) -> None:
    change(edition.first, "the horses", "the houses")
    (finding,) = edition.check()
    assert "here is “houses & the keys.”, there “horses & the keys.⏎Yours" in finding.message
    assert finding.hint is not None
    assert "strelsau.txt:6:49" in finding.hint


def test_line_ends_of_windows_are_no_difference(edition: Edition) -> None:
    for path in (edition.first, edition.source):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert edition.check() == ()


def test_a_whole_edition_alone_is_searched_for_gaps(edition: Edition) -> None:
    edition.second.unlink()
    assert Code.UNCOVERED.code in edition.codes()
    assert Code.UNCOVERED.code not in edition.codes(edition.first, edition.registers, edition.unclaimed)


def test_a_document_that_cannot_be_read_hides_the_gaps(edition: Edition) -> None:
    edition.second.write_text("<TEI", encoding="utf-8")
    assert edition.codes() == {Code.NOT_WELL_FORMED.code}


def test_a_source_that_nothing_holds_is_found(edition: Edition) -> None:
    (edition.source.parent / "other.txt").write_text("Lost words.\n", encoding="utf-8")
    (finding,) = edition.check()
    assert finding.code == Code.UNCOVERED.code
    assert finding.message == "characters 0 to 11 belong to nothing: “Lost words.”"
    assert finding.where.path.endswith("other.txt")
