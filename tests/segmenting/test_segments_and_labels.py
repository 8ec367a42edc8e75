"""Laws of the first stages: segments partition any text, labels keep the partition, folding keeps the length."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import PROFILES, pages, sources

from tei_archive.model import Label, Source, Span
from tei_archive.profile import fold, load_profile
from tei_archive.segmenting import ENGINE_RULES
from tei_archive.segmenting.labels import label_segments
from tei_archive.segmenting.segments import split_segments

PARAGRAPH = """The bridge over the Isk is open again, and the carts of the salt
guild cross it by day and by night, with lanterns on their poles.
Nobody pays."""
LETTER = """Dear Agnes,

The trunk has come at last, but of the key there is no
sign. Might you send it by the carrier on Friday, who leaves
from the old bridge?

The youngest has drawn a cow, which his aunt takes for a
portrait of herself; we have not told her otherwise, and
we shall not.

Yours truly,

Johanna
"""
WRAPPED = "\n\n".join([PARAGRAPH] * 12)


@given(pages)
def test_segments_partition_the_source(text: str) -> None:
    segments = split_segments(Source("s", "s.txt", text))
    assert "".join(segment.span.cut(text) for segment in segments) == text
    assert all(len(segment.span) for segment in segments)


@given(pages)
def test_only_the_last_or_only_segment_may_be_blank(text: str) -> None:
    segments = split_segments(Source("s", "s.txt", text))
    assert all(segment.span.cut(text).strip() for segment in segments[1:])


def test_lines_of_a_web_page_are_segments_each() -> None:
    text = "Strelsau\n\nThe horses have come.\nThey are thin.\n"
    assert _cut(text) == ["Strelsau\n\n", "The horses have come.\n", "They are thin.\n"]


def test_wrapped_paragraphs_are_segments() -> None:
    assert len(_cut(WRAPPED)) == 12


def test_a_short_wrapped_letter_is_cut_into_paragraphs() -> None:
    assert len(_cut(LETTER)) == 5


@settings(max_examples=25)
@given(pages, st.sampled_from(PROFILES))
def test_labels_keep_the_partition(text: str, name: str) -> None:
    source = Source("s", "s.txt", text)
    candidates = label_segments(fold(text), split_segments(source), load_profile(name))
    assert "".join(candidate.span.cut(text) for candidate in candidates) == text
    assert all(labelled.span == candidate.span for candidate in candidates for labelled in candidate.labels)


@settings(max_examples=25)
@given(pages, st.sampled_from(PROFILES))
def test_every_segment_may_be_a_paragraph_and_the_likeliest_label_comes_first(text: str, name: str) -> None:
    source = Source("s", "s.txt", text)
    profile = load_profile(name)
    explained = {*ENGINE_RULES, *(rule.id for rule in profile.rules)}
    for candidate in label_segments(fold(text), split_segments(source), profile):
        assert len([one for one in candidate.labels if one.label is Label.P]) == 1
        assert {one.rule for one in candidate.labels} <= explained
        scores = [labelled.score for labelled in candidate.labels]
        assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("* in the draft. ** not sent.", ["* in the draft.", "** not sent."]),
        ("* one. ** two. *** three.", ["* one.", "** two.", "*** three."]),
        (
            "In the mentioned letter of Reiner no. 12 dated June 3, 1894 it was said: “Sir,",
            ["In the mentioned letter of Reiner no. 12 dated June 3, 1894 it was said:", "“Sir,"],
        ),
    ],
)
def test_a_line_is_cut_where_something_else_begins_on_it(line: str, pieces: list[str]) -> None:
    source = Source("s", "s.txt", line)
    candidates = label_segments(fold(line), split_segments(source), load_profile("base-en"))
    assert [candidate.span.cut(line).strip() for candidate in candidates] == pieces


def test_what_belongs_to_no_document_stands_apart_or_below_such_a_line() -> None:
    text = "Download PDF\nDownload PDF\n\n" + "Nobody pays.\nDownload PDF\n\n" * 3
    source = Source("s", "s.txt", text)
    found = label_segments(fold(text), split_segments(source), load_profile("base-en"))
    assert [bool(candidate.best(Label.FURNITURE)) for candidate in found] == [True, True, *[False] * 6]


@given(pages)
def test_a_segment_knows_whether_a_blank_line_stands_above_it(text: str) -> None:
    segments = split_segments(Source("s", "s.txt", text))
    for before, segment in pairwise(segments):
        above = before.span.cut(text)
        gap = above[len(above.rstrip()) :]
        assert segment.apart == (not above.strip() or gap.count("\n") > 1)


@given(st.text())
def test_the_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(sources)
def test_spans_are_trimmed_to_the_same_white_space_as_blocks(source: Source) -> None:
    for segment in split_segments(source):
        assert segment.span.trim(source.text).cut(source.text) == segment.span.cut(source.text).strip()
        assert segment.span.trim(source.text) in segment.span
    assert Span(0, len(source.text)).trim(source.text).cut(source.text) == source.text.strip()


def _cut(text: str) -> list[str]:
    return [segment.span.cut(text) for segment in split_segments(Source("s", "s.txt", text))]
