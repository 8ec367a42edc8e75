"""Documents and what belongs to none fill any source; page numbers below a document belong to none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import PROFILES, sources

from tei_archive.model import Label, Source, Span
from tei_archive.profile import Profile, fold, load_profile
from tei_archive.segmenting.choices import Choice
from tei_archive.segmenting.cutting import cut
from tei_archive.segmenting.drafts import Draft, Piece, draft_documents
from tei_archive.segmenting.particulars import find_edition_number, find_number

GENRES = (*PROFILES, "letters-de", "us-diplomatic-en")
DESPATCH = """No. 17.

Mr. Reiner to Mr. Strakencz.

No. 204.]

Strelsau, March 3, 1894.

Sir: The ferry is mended.

Ewald Reiner.

{below}No. 18.

Mr. Strakencz to Mr. Reiner.

Zenda, March 9, 1894.

Sir: Nobody pays.

Karl Strakencz.
"""


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_profile("us-diplomatic-en")


@settings(max_examples=50)
@given(sources, st.sampled_from(GENRES))
def test_documents_and_the_rest_fill_the_source(source: Source, name: str) -> None:
    profile = load_profile(name)
    drafts, rest = draft_documents(source, shadow := fold(source.text), cut(source, shadow, profile), profile)
    spans = sorted([*(draft.span for draft in drafts), *(part.span for part in rest)])
    assert "".join(span.cut(source.text) for span in spans) == source.text
    assert all(len(span) for span in spans)


@settings(max_examples=50)
@given(sources, st.sampled_from(GENRES))
def test_a_document_begins_and_ends_with_a_piece_that_is_no_page_number(source: Source, name: str) -> None:
    profile = load_profile(name)
    drafts, _ = draft_documents(source, shadow := fold(source.text), cut(source, shadow, profile), profile)
    for draft in drafts:
        pieces = all_pieces(draft)
        assert draft.pieces[0] == pieces[0]
        assert pieces[-1].label is not Label.FW
        assert draft.span == Span(pieces[0].span.start, pieces[-1].span.end)


@settings(max_examples=50)
@given(sources, st.sampled_from(GENRES))
def test_between_the_pieces_of_a_document_there_is_only_white_space(source: Source, name: str) -> None:
    profile = load_profile(name)
    drafts, _ = draft_documents(source, shadow := fold(source.text), cut(source, shadow, profile), profile)
    for draft in drafts:
        pieces = all_pieces(draft)
        words = "".join("".join(piece.span.cut(source.text).split()) for piece in pieces)
        assert words == "".join(draft.span.cut(source.text).split())


@pytest.mark.parametrize("below", ["", "212\n\n", "[Page 212]\n\n"])
def test_a_page_number_below_a_document_belongs_to_none(profile: Profile, below: str) -> None:
    text = DESPATCH.format(below=below)
    first, _ = drafts(text, profile)
    assert first.span.cut(text).endswith("Ewald Reiner.")


def test_the_number_above_a_heading_is_that_of_the_edition_and_the_one_below_the_sender_s(profile: Profile) -> None:
    first, second = drafts(DESPATCH.format(below=""), profile)
    assert (value(find_edition_number(first)), value(find_number(first))) == ("17", "204")
    assert (value(find_edition_number(second)), value(find_number(second))) == ("18", None)
    assert [piece.label for piece in first.pieces[:3]] == [Label.IDNO, Label.HEAD, Label.IDNO]


def test_the_pieces_of_an_enclosure_stand_apart(profile: Profile) -> None:
    text = DESPATCH.format(below="[Inclosure in No. 17.]\n\nMr. Halm to Mr. Reiner.\n\nSir: The ferry has sunk.\n\n")
    first, _ = drafts(text, profile)
    assert [[words(piece, text) for piece in group][:2] for group in first.enclosures] == [
        ["[Inclosure in No. 17.]", "Mr. Halm to Mr. Reiner."]
    ]


def drafts(text: str, profile: Profile) -> tuple[Draft, ...]:
    source, shadow = Source("s", "s.txt", text), fold(text)
    return draft_documents(source, shadow, cut(source, shadow, profile), profile)[0]


def value(choice: Choice[str]) -> str | None:
    return choice.claim.value if choice.claim else None


def words(piece: Piece, text: str) -> str:
    return piece.span.cut(text)


def all_pieces(draft: Draft) -> list[Piece]:
    """The pieces of a document and of its enclosures, in their order."""
    return sorted([*draft.pieces, *(piece for group in draft.enclosures for piece in group)], key=lambda it: it.span)
