"""Doubt: a number for each decision, and which to look at first."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.model import (
    BOUNDARY,
    Decision,
    ProfileChoice,
    ProfileEvidence,
    Span,
    least_certain,
    less_certain_than,
)


def decision(field: str, margin: float, document: str = "d") -> Decision:
    return Decision(document, field, "x", Span(0, 1), "r", 30.0, "y", "s", 30.0 - margin)


@pytest.mark.parametrize(
    ("margin", "doubt"), [(0, 0.5), (math.log(3), 0.25), (math.log(99), 0.01), (-math.log(3), 0.75)]
)
def test_doubt_follows_from_the_margin(margin: float, doubt: float) -> None:
    assert decision("date", margin).doubt == pytest.approx(doubt)


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(allow_nan=False, allow_infinity=False))
def test_doubt_is_a_share_and_falls_with_the_margin(one: float, other: float) -> None:
    low, high = sorted((one, other))
    doubts = [Decision("d", "f", "v", Span(0, 1), "r", score).doubt for score in (high, low)]
    assert 0 <= doubts[0] <= doubts[1] <= 1


def test_margins_are_measured_by_what_is_usual_in_their_field() -> None:
    boundaries = [decision(BOUNDARY, margin, f"b{margin}") for margin in (4, 20, 20, 20)]
    dates = [decision("date", margin, f"d{margin}") for margin in (1, 3, 3, 3)]
    found = least_certain([*dates, *boundaries], 2)
    assert [one.document for one in found] == ["b4", "d1"]
    assert found[0].margin > found[1].margin


def test_boundaries_come_first() -> None:
    found = least_certain([decision("date", 0.5), decision(BOUNDARY, 9), decision("place", 0.1)], 3)
    assert [one.field for one in found] == [BOUNDARY, "place", "date"]


def test_what_had_no_runner_up_comes_after_what_had_one() -> None:
    alone = Decision("d", "date", "x", Span(0, 1), "r", 2.0)
    assert least_certain([alone, decision("date", 20)], 1)[0].runner_up == "y"


@given(st.permutations([decision(field, margin) for field in ("date", BOUNDARY) for margin in (1, 2, 3)]))
def test_the_order_of_the_ledger_does_not_matter(drawn: list[Decision]) -> None:
    assert [(one.field, one.margin) for one in least_certain(drawn, 4)] == [
        (BOUNDARY, 1), (BOUNDARY, 2), ("date", 1), ("date", 2),
    ]  # fmt: skip


def test_less_certain_than_asked() -> None:
    weak, strong = decision("date", 0.1), decision("date", 9)
    assert less_certain_than([weak, strong], 0.3) == (weak,)
    assert less_certain_than([weak, strong], 1) == ()


def test_a_choice_ranks_the_profile_that_was_taken_first() -> None:
    base, special = ProfileEvidence("base", 9.0), ProfileEvidence("special", 9.5)
    assert ProfileChoice("base", (special, base)).ranked == (base, special)
    with pytest.raises(ValueError, match="other is not among the candidates"):
        ProfileChoice("other", (base,))
