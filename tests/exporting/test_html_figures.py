"""Drawing: columns, rows, arcs and maps are right in their numbers, harmless, and the same every time."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_archive.exporting.html.answer_times import LIMITS, days_in_spans, quartiles
from tei_archive.exporting.html.drawing.columns import Column, draw_columns, draw_two_ways
from tei_archive.exporting.html.drawing.places import Sides, Spot, draw_map
from tei_archive.exporting.html.drawing.projection import ASPECT, find_window
from tei_archive.exporting.html.drawing.rows import Row, Tie, draw_bars, draw_ties
from tei_archive.exporting.html.drawing.stand_alone import DARK, LIGHT, stand_alone
from tei_archive.exporting.html.drawing.svg import Figure, drawn, ticks
from tei_archive.exporting.html.links import pair_page
from tei_archive.exporting.html.overrides import OURS
from tei_archive.exporting.html.periods import build_periods
from tei_archive.exporting.html.texts import read_texts
from tei_archive.model import Coordinates, HistoricalDate, Precision

EVIL = "</svg><script>alert(1)</script>\"' & \u202elived"
SIDES = Sides("N", "S", "E", "W")
points = st.builds(Coordinates, st.floats(-85, 85), st.floats(-180, 180))


def columns(*values: tuple[int, int]) -> list[Column]:
    return [Column(str(1890 + n), up, f"{1890 + n}: {up}", down) for n, (up, down) in enumerate(values)]


def figure(height: float, parts: tuple[etree._Element, ...]) -> Figure:
    return Figure("test", EVIL, EVIL, height, parts)


def of_class(svg: etree._Element, name: str) -> list[etree._Element]:
    return svg.xpath("//*[contains(concat(' ', @class, ' '), $name)]", name=f" {name} ")


def percent(element: etree._Element, name: str) -> float:
    value = element.get(name)
    assert value is not None
    assert value.endswith("%")
    return float(value[:-1])


# -- scales --------------------------------------------------------------------------------------------------------


@given(st.integers(0, 10**7), st.integers(2, 5))
def test_ticks_begin_with_nothing_have_one_size_and_stay_below(greatest: int, steps: int) -> None:
    found = ticks(greatest, steps)
    assert found[0] == 0
    assert 1 <= len(found) - 1 <= steps
    assert len({after - before for before, after in pairwise(found)}) == 1
    assert found[-1] <= max(greatest, 1)


@given(st.lists(st.integers(0, 5000), min_size=1))
def test_spans_of_days_hold_every_day_once(days: list[int]) -> None:
    counts = days_in_spans(days)
    assert len(counts) == len(LIMITS) + 1
    assert sum(counts) == len(days)
    assert counts[0] == days.count(0)


def test_quartiles_are_those_of_definition_seven() -> None:
    assert quartiles([]) is None
    found = quartiles([1, 2, 3, 4])
    assert found is not None
    assert (found.lower, found.median, found.upper) == (1.75, 2.5, 3.25)
    one = quartiles([7])
    assert one is not None
    assert (one.number, one.least, one.median, one.greatest) == (1, 7, 7, 7)


# -- columns -------------------------------------------------------------------------------------------------------


def test_the_heights_of_columns_go_with_their_values() -> None:
    svg = drawn(figure(*draw_columns(columns((10, 0), (5, 0), (0, 0), (1, 0)), str)))
    heights = [float(column.get("height", "")) for column in of_class(svg, "figure-fill")]
    assert heights == [150, 75, 15]
    feet = {float(c.get("y", "")) + float(c.get("height", "")) for c in of_class(svg, "figure-fill")}
    assert len(feet) == 1


def test_what_went_back_hangs_below_the_line() -> None:
    svg = drawn(figure(*draw_two_ways(columns((3, 1), (0, 2)), "A to B", "B to A", str)))
    [there] = of_class(svg, "figure-fill")
    back = of_class(svg, "figure-other")
    ground = float(there.get("y", "")) + float(there.get("height", ""))
    assert [float(column.get("y", "")) for column in back] == [ground, ground]
    assert [text.text for text in of_class(svg, "figure-side")] == ["↑ A to B", "↓ B to A"]


@given(st.lists(st.integers(0, 999), min_size=1, max_size=150))
def test_columns_and_labels_stay_on_the_page(values: list[int]) -> None:
    svg = drawn(figure(*draw_columns(columns(*((value, 0) for value in values)), str)))
    for column in of_class(svg, "figure-fill"):
        assert 0 <= percent(column, "x") <= percent(column, "x") + percent(column, "width") <= 100
        assert float(column.get("y", "")) >= 0
    labels = of_class(svg, "figure-label")
    assert len(labels) <= 16
    assert 1 <= len([label for label in labels if "figure-wide" not in label.get("class", "")]) <= 6


# -- rows ----------------------------------------------------------------------------------------------------------


def test_an_arc_joins_the_middles_of_its_rows() -> None:
    rows = [Row(name, f"persons/{name}.html", 3, "3", name) for name in ("a", "b", "c")]
    svg = drawn(figure(*draw_ties(rows, [Tie(0, 2, 3, "a – c: 3"), Tie(1, 2, 1, "b – c: 1")])))
    long, short = of_class(svg, "figure-tie")
    assert (long.get("d", "")[:4], long.get("d", "")[-5:]) == ("M0 1", " 0 65")
    assert float(long.get("stroke-width", "")) > float(short.get("stroke-width", ""))
    assert svg.xpath("//*[local-name()='a']/@href") == ["persons/a.html", "persons/b.html", "persons/c.html"]


def test_a_long_name_is_short_on_a_narrow_page_and_whole_beside_it() -> None:
    svg = drawn(figure(*draw_bars([Row("Hugo August von Hofmannsthal", None, 1, "1", "Hugo August: 1")])))
    narrow, wide = of_class(svg, "figure-name")
    assert (narrow.text, wide.text) == ("Hugo August von…", "Hugo August von Hofmannsthal")


# -- maps ----------------------------------------------------------------------------------------------------------


@given(st.lists(points, min_size=1, max_size=12))
def test_every_point_lies_on_the_map(found: list[Coordinates]) -> None:
    window = find_window(found)
    for point in found:
        across, down = window.place(point)
        assert -1e-6 <= across <= 1 + 1e-6
        assert -1e-6 <= down <= 1 + 1e-6


def test_degrees_are_as_long_both_ways_in_the_middle_of_the_map() -> None:
    window = find_window([Coordinates(60, 10), Coordinates(60, 20)])
    wide, tall = window.east - window.west, window.north - window.south
    assert wide / tall == pytest.approx(ASPECT * 2)  # at 60 degrees north, a degree east is half as long


def test_a_map_goes_across_the_line_where_the_day_begins() -> None:
    window = find_window([Coordinates(0, 170), Coordinates(0, -170)])
    assert window.east - window.west < 60
    assert window.place(Coordinates(0, 170))[0] < window.place(Coordinates(0, -170))[0]


def test_names_on_a_map_do_not_cover_each_other() -> None:
    places = [*(Coordinates(48, 16 + n / 1000) for n in range(9)), Coordinates(40, 10), Coordinates(56, 22)]
    spots = [Spot(f"Place {n}", None, where, 20 - n, "") for n, where in enumerate(places)]
    svg = drawn(figure(0, draw_map(spots, SIDES)))
    names = [name.text for name in of_class(svg, "figure-name")]
    assert "Place 0" in names
    assert {"Place 9", "Place 10"} < set(names)
    assert len(names) <= 6  # there are four sides to stand on
    assert len(of_class(svg, "figure-spot")) == len(spots)


# -- files ---------------------------------------------------------------------------------------------------------


def test_a_file_stands_alone_and_is_harmless() -> None:
    row = Row(EVIL, "persons/evil.html", 1, "1", EVIL)
    content = stand_alone(figure(*draw_ties([row, row], [Tie(0, 1, 1, EVIL)])), "en")
    svg = etree.fromstring(content)
    assert not svg.xpath("//*[local-name()='script' or local-name()='a']")
    assert b"var(" not in content
    assert "\u202e" not in content.decode()
    assert "script" in "".join(of_class(svg, "figure-name")[0].itertext())
    assert svg.xpath("string(*[local-name()='title'])").startswith("</svg>")
    assert not of_class(svg, "figure-narrow")
    assert content == stand_alone(figure(*draw_ties([row, row], [Tie(0, 1, 1, EVIL)])), "en")


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_colours_of_the_files_are_those_of_the_site(colours: dict[str, str]) -> None:
    style = (OURS / "assets" / "style.css").read_text(encoding="utf-8")
    assert [name for name, value in colours.items() if f"--{name}: {value};" not in style] == []


# -- time and addresses --------------------------------------------------------------------------------------------


def day(year: int, month: int = 1) -> HistoricalDate:
    return HistoricalDate(date(year, month, 1), date(year, month, 1))


def test_few_years_are_told_by_months_and_many_by_more_than_one_year() -> None:
    texts = read_texts("en")
    months = build_periods(texts, [day(1920, 11), day(1921, 2)])
    assert [period.label for period in months.periods] == ["Nov 1920", "Dec 1920", "Jan 1921", "Feb 1921"]
    assert [period.label for period in build_periods(texts, [day(1900), day(1904)]).periods][:2] == ["1900", "1901"]
    ages = build_periods(texts, [day(1), day(9999)])
    assert len(ages.periods) <= 120
    assert sum(ages.count([day(1), day(9999), None]).values()) == 2
    assert build_periods(texts, [None]).periods == ()


def test_a_year_meant_as_a_whole_is_not_january() -> None:
    year = HistoricalDate(date(1921, 1, 1), date(1921, 12, 31), Precision.YEAR)
    months = build_periods(read_texts("en"), [year, day(1921, 3)])
    assert sum(months.count([year, day(1921, 3)]).values()) == 1


def test_two_pairs_never_have_one_address() -> None:
    pairs = [("a--b", "c"), ("a", "b--c"), ("a-", "b"), ("a", "b"), ("a", "b-"), ("a.b", "c")]
    assert len({pair_page(*pair) for pair in pairs}) == len(pairs)
    assert pair_page("zeta", "alpha") == pair_page("alpha", "zeta") == "pairs/alpha--zeta.html"
