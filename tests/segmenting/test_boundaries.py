"""The best sequence is the best: compared with all sequences there are, on inputs small enough to try them all."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.model import Label, Labelled, Span
from tei_archive.profile import Weights
from tei_archive.segmenting.boundaries import Decider
from tei_archive.segmenting.grammar import Grammar, Step, Zone, build_grammar, farewell
from tei_archive.segmenting.labels import Candidates

Path = tuple[tuple[Candidates, Labelled, Step], ...]
GRAMMARS = (
    build_grammar(Weights()),
    build_grammar(Weights(untitled=-2, untitled_in_body=-4, bare=-3, noted=2, more_text=-1, unannounced=-4)),
)
grammars = st.sampled_from(GRAMMARS)


@st.composite
def candidates(draw: st.DrawFn) -> tuple[Candidates, ...]:
    """Up to four segments, each a paragraph or one of a few other things; some are likelier to begin a document."""
    found = []
    for index in range(draw(st.integers(1, 4))):
        span = Span(index, index + 1)
        others = draw(st.lists(st.sampled_from(Label), max_size=3, unique=True))
        labels = [
            Labelled(span, label, label, float(draw(st.integers(0, 12)))) for label in others if label is not Label.P
        ]
        ranked = sorted([*labels, Labelled(span, Label.P, "paragraph", 0.0)], key=lambda one: -one.score)
        weights = draw(st.lists(st.integers(-9, 9), max_size=2))
        found.append(Candidates(span, tuple(ranked), tuple(("form", float(weight)) for weight in weights)))
    return tuple(found)


@given(candidates(), grammars)
def test_no_other_sequence_is_better(given_: tuple[Candidates, ...], grammar: Grammar) -> None:
    best = max(map(score, paths(given_, grammar)))
    chosen = [(one.labelled, one.zone, one.begins, one.encloses) for one in Decider(grammar).decide(given_)]
    assert best in [score(path) for path in paths(given_, grammar) if shape(path) == chosen]


@given(candidates(), grammars)
def test_the_margin_is_how_far_the_best_sequence_on_the_other_side_lies_behind(
    given_: tuple[Candidates, ...], grammar: Grammar
) -> None:
    everything = list(paths(given_, grammar))
    best = max(map(score, everything))
    for index, decided in enumerate(Decider(grammar).decide(given_)):
        others = [score(path) for path in everything if path[index][2].begins is not decided.begins]
        if others:
            assert decided.margin == pytest.approx(best - max(others))
            assert decided.other is not None
        else:
            assert decided.margin is None
            assert decided.other is None


@given(candidates(), grammars)
def test_no_margin_is_negative(given_: tuple[Candidates, ...], grammar: Grammar) -> None:
    assert all(one.margin is None or one.margin >= 0 for one in Decider(grammar).decide(given_))


@given(candidates(), grammars)
def test_every_decision_names_its_evidence(given_: tuple[Candidates, ...], grammar: Grammar) -> None:
    assert [one.evidence for one in Decider(grammar).decide(given_)] == [one.evidence for one in given_]


@given(candidates(), grammars)
def test_an_enclosure_begins_inside_a_document_and_never_with_one(
    given_: tuple[Candidates, ...], grammar: Grammar
) -> None:
    begun = False
    for one in Decider(grammar).decide(given_):
        begun |= one.begins
        assert not one.encloses or (begun and not one.begins)


def test_evidence_lets_a_heading_begin_a_document_or_not() -> None:
    grammar = build_grammar(Weights())
    weighed = [Decider(grammar).decide(_heading_in_a_letter(weight))[2].begins for weight in (-9.0, 9.0)]
    assert weighed == [False, True]


def test_a_document_may_begin_with_its_text_only_where_the_weights_say_so() -> None:
    text = (Candidates(Span(0, 1), (Labelled(Span(0, 1), Label.P, "paragraph", 0.0),)),)
    begins = [Decider(build_grammar(Weights(bare=bare))).decide(text)[0].begins for bare in (None, 1.0)]
    assert begins == [False, True]


@pytest.mark.parametrize("grammar", GRAMMARS)
@pytest.mark.parametrize("zone", Zone)
def test_a_paragraph_can_stand_anywhere(zone: Zone, grammar: Grammar) -> None:
    assert grammar[zone][Label.P]


def test_nothing_is_decided_about_nothing() -> None:
    assert Decider(GRAMMARS[0]).decide(()) == ()


def _heading_in_a_letter(weight: float) -> tuple[Candidates, ...]:
    """A heading, a paragraph, and a line that may be a heading or none."""
    labels = (Label.HEAD, Label.P, Label.HEAD)
    spans = [Span(at, at + 1) for at in range(3)]
    plain = [Labelled(span, Label.P, "paragraph", 0.0) for span in spans]
    return tuple(
        Candidates(
            span,
            (Labelled(span, Label.HEAD, "head", 5.0), one) if label is Label.HEAD else (one,),
            (("form", weight),) if span.start == 2 else (),
        )
        for span, label, one in zip(spans, labels, plain, strict=True)
    )


def paths(given_: Sequence[Candidates], grammar: Grammar, zone: Zone = Zone.OUTSIDE) -> Iterator[Path]:
    """All ways to read the segments from a zone."""
    if not given_:
        yield ()
        return
    for labelled in given_[0].labels:
        for step in grammar[zone].get(labelled.label, ()):
            for rest in paths(given_[1:], grammar, step.to):
                yield ((given_[0], labelled, step), *rest)


def score(path: Path) -> float:
    total = sum(one.score + step.weight + candidate.start * step.begins for candidate, one, step in path)
    return total + farewell(path[-1][2].to)


def shape(path: Path) -> list[tuple[Labelled, Zone, bool, bool]]:
    return [(labelled, step.to, step.begins, step.encloses) for _, labelled, step in path]
