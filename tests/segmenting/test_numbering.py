"""Laws of chains of numbers, with any numbers; and the chains of invented volumes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.segmenting.numbering import chained_numbers, count_of

GOES_ON, OUT, REPEATED = "numbering goes on", "out of the numbering", "number repeated"

numbers = st.lists(st.integers(1, 40), max_size=30)
chains = st.lists(st.integers(1, 3), min_size=4, max_size=30)


@given(numbers)
def test_the_members_of_a_chain_rise(given_: list[int]) -> None:
    evidence = chained_numbers(list(enumerate(given_)))
    chain = [number for at, number in enumerate(given_) if what(evidence.get(at, ())) == GOES_ON]
    assert all(first < second for first, second in pairwise(chain))


@given(numbers)
def test_every_number_is_weighed_where_a_chain_is_found_and_none_where_there_is_none(given_: list[int]) -> None:
    evidence = chained_numbers(list(enumerate(given_)))
    assert set(evidence) in (set(), set(range(len(given_))))
    weights = {what(found): found[0][1] for found in evidence.values()}
    assert all((weight > 0) == (name == GOES_ON) for name, weight in weights.items())


@given(chains)
def test_a_volume_that_counts_with_small_gaps_is_one_chain(steps: list[int]) -> None:
    counted = [sum(steps[: at + 1]) for at in range(len(steps))]
    assert {what(found) for found in chained_numbers(list(enumerate(counted))).values()} == {GOES_ON}


@given(chains, st.data())
def test_a_number_that_stands_there_already_is_repeated(steps: list[int], data: st.DataObject) -> None:
    counted = [sum(steps[: at + 1]) for at in range(len(steps))]
    again = data.draw(st.integers(0, len(counted) - 1))
    numbered = [*counted[: again + 1], counted[again], *counted[again + 1 :]]
    found = [what(one) for _, one in sorted(chained_numbers(list(enumerate(numbered))).items())]
    assert sorted(found) == sorted([GOES_ON] * len(counted) + [REPEATED])
    assert found[again + 1] == REPEATED


@pytest.mark.parametrize(
    ("numbers", "outside"),
    [
        ((1, 2, 3, 4, 5), ()),
        ((1, 2, 99, 3, 4, 5), (2,)),  # the number of a page, or of another book
        ((7, 8, 8, 9, 10), (2,)),  # a running head repeats it
        ((1, 2, 15, 16, 17, 18), (0, 1)),  # no chain leaps: the longer part counts
    ],
)
def test_the_longest_chain_with_small_steps_counts(numbers: tuple[int, ...], outside: tuple[int, ...]) -> None:
    evidence = chained_numbers(list(enumerate(numbers)))
    assert tuple(at for at, found in sorted(evidence.items()) if what(found) != GOES_ON) == outside


def test_numbers_without_order_are_no_chain() -> None:
    assert chained_numbers([(at, number) for at, number in enumerate((90, 60, 30, 5, 3, 1))]) == {}
    assert chained_numbers([]) == {}


def what(evidence: tuple[tuple[str, float], ...]) -> str:
    return ", ".join(name for name, _ in evidence)


@pytest.mark.parametrize(
    ("printed", "counts"),
    [("115", 115), ("II5", 115), ("1l", 11), ("1 3 2", 132), ("II", 2), ("XIV", 14), ("12a", None), ("", None)],
)
def test_a_number_is_read_as_printed_typed_or_in_roman_figures(printed: str, counts: int | None) -> None:
    assert count_of(printed) == counts
