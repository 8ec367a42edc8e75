"""Laws of scoring, over generated segmentations of one text; agreement with the scoring program of the gold texts."""

import importlib.util
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.model import Span
from tei_archive.scoring import FIELDS, Comparison, Item, Value, compare

# No word comes twice: what ends with the same letters ends at the same place.
WORDS = [f"{number:03}-reiner-to-strakencz-of-strelsau" for number in range(12)]
TEXT = "\n\n".join(WORDS)
STARTS = [TEXT.index(word) for word in WORDS]
TEXTS = {"s.txt": TEXT}
POOL = {
    "sender": ["Reiner", "Mr. Reiner", "Marshal Strakencz", "Strakencz, Jan", "the General", "Réiner"],
    "addressee": ["Reiner", "Jan Strakencz", "Flavia of Ruritania"],
    "date": ["1894-03-03", "1894-03-05", "1894-03"],
    "place": ["Strelsau", "Zenda", "the castle of Zenda"],
    "number": ["12", "No. 12", "12-A", "14"],
    "edition_number": ["12", "14"],
}


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    """Stretches of the text from word to word, with or without the white space after them; none overlaps another."""
    cuts = sorted(draw(st.sets(st.integers(0, len(WORDS)), max_size=7)))
    found = [(first, last) for first, last in pairwise(cuts) if draw(st.booleans())]
    return [_span(first, last, blank=draw(st.booleans())) for first, last in found]


def _span(first: int, last: int, *, blank: bool) -> Span:
    end = STARTS[last] if last < len(WORDS) else len(TEXT)
    whole = Span(STARTS[first], end)
    return whole if blank else whole.trim(TEXT)


@st.composite
def items(draw: st.DrawFn, prefix: str, *, headings: bool = False) -> list[Item]:
    """Documents with values, and links among them."""
    places = draw(spans())
    ids = [f"{prefix}{number}" for number in range(len(places))]
    return [
        Item(
            name,
            "s.txt",
            place,
            draw(st.none() | st.sampled_from(_inside(place))) if headings else None,
            values=draw(_values()),
            replies=tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=2))),
        )
        for name, place in zip(ids, places, strict=True)
    ]


def _inside(place: Span) -> list[int]:
    return [start for start in STARTS if place.start <= start < place.end]


@st.composite
def _values(draw: st.DrawFn) -> dict[str, Value]:
    names = draw(st.sets(st.sampled_from(FIELDS)))
    most = {"sender": 2, "addressee": 2}
    return {
        name: Value(tuple(draw(st.lists(st.sampled_from(POOL[name]), min_size=1, max_size=most.get(name, 1)))))
        for name in sorted(names)
    }


def values(found: Comparison) -> dict[str, float]:
    return {name: figure.f1 for name, figure in found.figures.items()} | {"pq": found.pq}


@given(items("g").filter(bool))
def test_what_is_compared_with_itself_is_right(gold: list[Item]) -> None:
    found = compare(gold, gold, TEXTS)
    assert set(values(found).values()) == {1.0}
    assert found.differences == ()


@given(items("m"), items("g", headings=True), st.randoms())
def test_the_order_does_not_matter(said: list[Item], gold: list[Item], random: Random) -> None:
    expected = compare(said, gold, TEXTS)
    mixed = random.sample(said, len(said)), random.sample(gold, len(gold))
    assert compare(*mixed, TEXTS) == expected


@given(items("m"), items("g"))
def test_swapped_sides_exchange_precision_and_recall(said: list[Item], gold: list[Item]) -> None:
    there, back = compare(said, gold, TEXTS), compare(gold, said, TEXTS)
    for name in ("boundary", "exact"):
        one, other = there.figures[name], back.figures[name]
        assert (one.precision, one.recall) == (other.recall, other.precision)
    assert there.pq == pytest.approx(back.pq)


@given(items("m"), items("g", headings=True))
def test_figures_lie_between_0_and_1_and_every_miss_is_told(said: list[Item], gold: list[Item]) -> None:
    found = compare(said, gold, TEXTS)
    assert all(0 <= value <= 1 for value in values(found).values())
    told = [(difference.figure, difference.kind.value) for difference in found.differences]
    for name, figure in found.figures.items():
        if name in ("boundary", "exact"):
            continue
        surplus = told.count((name, "surplus")) + told.count((name, "link wrong"))
        assert sum(field == name for field, _ in told) - surplus == figure.gold - figure.correct
    boundary = found.figures["boundary"]
    shifted = told.count(("boundary", "shifted"))
    extra = sum(field == "boundary" and kind.startswith("extra") for field, kind in told)
    assert shifted + extra == boundary.said - boundary.correct
    missed = told.count(("boundary", "merged")) + told.count(("boundary", "left out"))
    assert shifted + missed == boundary.gold - boundary.correct


# -- agreement -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def program(shared: Path) -> ModuleType:
    """The scoring program that comes with the gold texts."""
    spec = importlib.util.spec_from_file_location("scoring_program", shared / "tools" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@given(said=items("m"), gold=items("g", headings=True))
def test_all_figures_agree_with_the_scoring_program(program: ModuleType, said: list[Item], gold: list[Item]) -> None:
    ours = compare(said, gold, TEXTS)
    links = {"scanned": [item.id for item in gold], "reply_to": {item.id: list(item.replies or ()) for item in gold}}
    theirs = program.score(rows(said), entries(gold), TEXT, links)
    assert theirs["pq"] == pytest.approx(ours.pq, abs=1e-4)
    figures = {name: figure for name, figure in ours.figures.items() if name != "edition_number"}
    assert set(theirs) - {"documents", "pq"} == set(figures)
    for name, figure in figures.items():
        assert (theirs[name]["correct"], theirs[name]["predicted"], theirs[name]["gold"]) == (
            figure.correct,
            figure.said,
            figure.gold,
        ), name
        assert theirs[name]["f1"] == pytest.approx(figure.f1, abs=1e-4)


def rows(said: Sequence[Item]) -> list[dict[str, object]]:
    """The documents as rows of the letters table."""
    columns = {"sender_place": "place"} | {name: name for name in FIELDS if name != "place"}
    return [
        {
            "id": item.id,
            "_s": item.span.start,
            "_e": item.span.end,
            "reply_to": " | ".join(item.replies or ()),
            **{column: _cell(item, name) for column, name in columns.items()},
        }
        for item in said
    ]


def _cell(item: Item, name: str) -> str:
    return " | ".join(item.values[name].texts) if name in item.values else ""


def entries(gold: Sequence[Item]) -> list[dict[str, object]]:
    """The documents as a gold file has them."""
    keys = {"sender": "sender", "addressee": "recipient", "date": "date", "place": "place", "number": "number"}
    return [
        {"id": item.id, "start": item.span.start, "end": item.span.end, "heading_start": item.heading}
        | {key: _gold(item, name) for name, key in keys.items() if name in item.values}
        for item in gold
    ]


def _gold(item: Item, name: str) -> str | list[str]:
    texts = item.values[name].texts
    return list(texts) if name in ("sender", "addressee") else texts[0]
