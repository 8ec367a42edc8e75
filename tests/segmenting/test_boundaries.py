"""The best sequence is the best: compared with all sequences there are, on inputs small enough to try them all."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.model import Label, Labelled, Span
from tei_archive.segmenting.boundaries import decide
from tei_archive.segmenting.grammar import Step, Zone, farewell, steps
from tei_archive.segmenting.labels import Candidates

Path = tuple[tuple[Labelled, Step], ...]


@st.composite
def candidates(draw: st.DrawFn) -> tuple[Candidates, ...]:
    """Up to four segments, each a paragraph or one of a few other things."""
    found = []
    for index in range(draw(st.integers(1, 4))):
        span = Span(index, index + 1)
        others = draw(st.lists(st.sampled_from(Label), max_size=3, unique=True))
        labels = [
            Labelled(span, label, label, float(draw(st.integers(0, 12)))) for label in others if label is not Label.P
        ]
        ranked = sorted([*labels, Labelled(span, Label.P, "paragraph", 0.0)], key=lambda one: -one.score)
        found.append(Candidates(span, tuple(ranked)))
    return tuple(found)


@given(candidates())
def test_no_other_sequence_is_better(given_: tuple[Candidates, ...]) -> None:
    best = max(map(score, paths(given_)))
    chosen = [(one.labelled, one.zone, one.begins) for one in decide(given_)]
    assert best in [score(path) for path in paths(given_) if shape(path) == chosen]


@given(candidates())
def test_the_margin_is_how_far_the_best_sequence_on_the_other_side_lies_behind(given_: tuple[Candidates, ...]) -> None:
    everything = list(paths(given_))
    best = max(map(score, everything))
    for index, decided in enumerate(decide(given_)):
        others = [score(path) for path in everything if path[index][1].begins is not decided.begins]
        if others:
            assert decided.margin == pytest.approx(best - max(others))
            assert decided.other is not None
        else:
            assert decided.margin is None
            assert decided.other is None


@given(candidates())
def test_no_margin_is_negative(given_: tuple[Candidates, ...]) -> None:
    assert all(one.margin is None or one.margin >= 0 for one in decide(given_))


@pytest.mark.parametrize("zone", Zone)
def test_a_paragraph_can_stand_anywhere(zone: Zone) -> None:
    assert steps(zone, Label.P)


def test_nothing_is_decided_about_nothing() -> None:
    assert decide(()) == ()


def paths(given_: Sequence[Candidates], zone: Zone = Zone.OUTSIDE) -> Iterator[Path]:
    """All ways to read the segments from a zone."""
    if not given_:
        yield ()
        return
    for labelled in given_[0].labels:
        for step in steps(zone, labelled.label):
            for rest in paths(given_[1:], step.to):
                yield ((labelled, step), *rest)


def score(path: Path) -> float:
    return sum(labelled.score + step.weight for labelled, step in path) + farewell(path[-1][1].to)


def shape(path: Path) -> list[tuple[Labelled, Zone, bool]]:
    return [(labelled, step.to, step.begins) for labelled, step in path]
