"""The Julian calendar, day for day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.model.calendars import julian_day, julian_parts


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1582, 10, 4), date(1582, 10, 14)),
        ((1752, 9, 2), date(1752, 9, 13)),
        ((1900, 2, 28), date(1900, 3, 12)),
        ((1900, 2, 29), date(1900, 3, 13)),
        ((1917, 10, 25), date(1917, 11, 7)),
        ((1, 1, 3), date(1, 1, 1)),
    ],
)
def test_known_days(julian: tuple[int, int, int], gregorian: date) -> None:
    assert julian_day(*julian) == gregorian
    assert julian_parts(gregorian) == julian


@given(st.dates())
def test_there_and_back(day: date) -> None:
    assert julian_day(*julian_parts(day)) == day


@given(st.dates(max_value=date(9999, 12, 30)))
def test_the_next_day_is_the_next_day_in_both(day: date) -> None:
    (year, month, number), following = julian_parts(day), julian_parts(day + timedelta(days=1))
    assert following in ((year, month, number + 1), (year, month + 1, 1), (year + 1, 1, 1))


@pytest.mark.parametrize("parts", [(1861, 2, 29), (1861, 13, 1), (1861, 0, 1), (1861, 4, 31), (1861, 1, 0), (0, 1, 1)])
def test_a_day_that_is_not_there_is_refused(parts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"Julian|ordinal"):
        julian_day(*parts)
