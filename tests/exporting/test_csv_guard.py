"""The guard against formulas: nothing dangerous gets past it, and it can be taken off again."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.exporting.tables.guard import guard, unguard

DANGEROUS = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20"
cells = st.text(st.sampled_from("a \"';,=-\t\uff1d"), max_size=12) | st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize("first", list(DANGEROUS))
def test_a_cell_that_begins_a_formula_is_guarded(first: str) -> None:
    assert guard(f"{first}1+1") == f"'{first}1+1"


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [("a;=1", "a;'=1"), ('a; "=1', "a;' \"=1"), ("  -1", "'  -1"), ("'=1", "''=1"), ("=1;=2", "'=1;'=2")],
)
def test_what_begins_a_formula_after_a_semicolon_or_a_blank_is_guarded(cell: str, guarded: str) -> None:
    assert guard(cell) == guarded


@pytest.mark.parametrize("cell", ["", "Strelsau", "863-a", "a = b", "no. -", "'tis", "see: @home", "3; 4"])
def test_an_innocent_cell_stays_as_it_is(cell: str) -> None:
    assert guard(cell) == cell


@given(cells)
def test_the_guard_can_be_taken_off(cell: str) -> None:
    assert unguard(guard(cell)) == cell


@given(cells)
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_no_cell_begins_a_formula_in_either_reading(delimiter: str, cell: str) -> None:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(["a", guard(cell.replace("\0", "").replace("\n", " "))])
    for row in csv.reader(io.StringIO(line.getvalue(), newline=""), delimiter=delimiter):
        assert [found for found in row if found.removesuffix("\r\n").lstrip(" ")[:1] in tuple(DANGEROUS)] == []
