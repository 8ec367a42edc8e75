"""What a volume teaches about itself: the form of its headings, its letterheads; softly, and not from a few letters."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import PROFILES, pages

from tei_archive.model import Edition, Label, Source
from tei_archive.profile import Profile, fold, load_profile
from tei_archive.segmenting import segment_sources
from tei_archive.segmenting.boundaries import Decider
from tei_archive.segmenting.evidence import learn
from tei_archive.segmenting.grammar import build_grammar
from tei_archive.segmenting.labels import Candidates, label_segments
from tei_archive.segmenting.letterheads import with_letterheads
from tei_archive.segmenting.segments import split_segments

HEADING = "Letter from Ewald Reiner to the mayor of Zenda."
LETTER = f"{HEADING}\n\nHalm, March 3, 1894.\n\nSir,\n\nThe ferry is mended.\n\nReiner\n\n"
NAMELESS = "G. A. Strakencz to the owner of the ferry"
FEWEST = 20


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_profile("base-en")


@pytest.mark.parametrize("count", [0, 1, FEWEST - 1])
def test_nothing_is_learned_from_fewer_than_twenty_letters(profile: Profile, count: int) -> None:
    before, after = before_and_after(LETTER * count, profile)
    assert after == before


def test_a_form_that_the_volume_has_speaks_for_a_heading_and_another_one_against_it(profile: Profile) -> None:
    text = LETTER * 40 + f"The ferry is mended.\n\n{NAMELESS}\n\nNobody pays.\n\n" * 10
    _, after = before_and_after(text, profile)
    weights = {candidate.span.cut(text).strip(): candidate.start for candidate in after if candidate.evidence}
    assert weights[HEADING] > 0 > weights[NAMELESS]


def test_what_is_learned_has_a_name_for_the_ledger(profile: Profile) -> None:
    _, after = before_and_after(LETTER * 40, profile)
    names = {name for candidate in after for name, _ in candidate.evidence}
    assert {"form: number none", "form: rule head.from-to", "form: full stop True", "constant correspondent"} <= names


@settings(max_examples=25)
@given(pages, st.sampled_from(PROFILES), st.integers(0, 25))
def test_learning_changes_no_label_and_no_cut(text: str, name: str, letters: int) -> None:
    before, after = before_and_after(text + "\n\n" + LETTER * letters, load_profile(name))
    assert [(one.span, one.labels) for one in before] == [(one.span, one.labels) for one in after]
    for one, other in zip(before, after, strict=True):
        assert other.evidence[: len(one.evidence)] == one.evidence
        assert other == one or one.best(Label.HEAD) or one.best(Label.IDNO)


@settings(max_examples=25)
@given(pages, st.sampled_from(PROFILES))
def test_a_letterhead_loses_nothing_but_the_reading_as_a_signature(text: str, name: str) -> None:
    shadow, before = candidates(text, load_profile(name))
    decided = Decider(build_grammar(load_profile(name).weights)).decide(before)
    for one, other in zip(before, with_letterheads(shadow, before, decided), strict=True):
        kept = other.labels if other == one else tuple(label for label in one.labels if label.label is not Label.SIGNED)
        assert (other.span, other.labels) == (one.span, kept)


@pytest.mark.parametrize(("copies", "known"), [(3, False), (4, True), (9, True)])
def test_a_line_is_a_letterhead_where_it_stands_at_the_head_of_four_letters(
    profile: Profile, copies: int, known: bool
) -> None:
    text = f"{HEADING}\n\nFERRY OFFICE\n\nHalm, March 3, 1894.\n\nSir,\n\nThe ferry is mended.\n\nReiner\n\n" * copies
    assert ("FERRY OFFICE" in letterheads(text, profile)) is known


def test_a_misread_letterhead_is_known_by_its_likeness(profile: Profile) -> None:
    letter = f"{HEADING}\n\nROYAL FERRY OFFICE\n\nHalm, March 3, 1894.\n\nSir,\n\nThe ferry is mended.\n\nReiner\n\n"
    text = letter * 5 + letter.replace("FERRY", "FERKY")
    assert letterheads(text, profile) == {"ROYAL FERRY OFFICE", "ROYAL FERKY OFFICE"}


def test_a_line_that_recurs_in_the_text_of_letters_is_no_letterhead(profile: Profile) -> None:
    text = f"{HEADING}\n\nHalm, March 3, 1894.\n\nSir,\n\nThe ferry is mended.\n\nMORE WORK\n\nIt is.\n\nReiner\n\n" * 6
    assert letterheads(text, profile) == set()


def test_a_heading_of_the_volume_is_found_in_a_volume_and_alone(profile: Profile) -> None:
    assert len(edition(LETTER * 30, profile).documents) == 30
    assert len(edition(LETTER, profile).documents) == 1


def edition(text: str, profile: Profile) -> Edition:
    return segment_sources([Source("s", "s.txt", text)], "s", profile)


def candidates(text: str, profile: Profile) -> tuple[str, tuple[Candidates, ...]]:
    shadow = fold(text)
    return shadow, label_segments(shadow, split_segments(Source("s", "s.txt", text)), profile)


def before_and_after(text: str, profile: Profile) -> tuple[tuple[Candidates, ...], tuple[Candidates, ...]]:
    shadow, before = candidates(text, profile)
    return before, learn(shadow, before, Decider(build_grammar(profile.weights)).decide(before), profile)


def letterheads(text: str, profile: Profile) -> set[str]:
    shadow, before = candidates(text, profile)
    after: Iterable[Candidates] = with_letterheads(
        shadow, before, Decider(build_grammar(profile.weights)).decide(before)
    )
    return {one.span.cut(text).strip() for one in after if "letterhead of the volume" in dict(one.evidence)}
