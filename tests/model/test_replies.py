"""Trees of replies: every document once, circles cut and named, replies before what they answer."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.model import (
    ActionType,
    Block,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    HistoricalDate,
    Label,
    Precision,
    Relation,
    Span,
    Unresolved,
    build_reply_trees,
    days_between,
    find_circles,
    is_too_early,
)

FIRST = date(1894, 3, 1)


def day(number: int) -> HistoricalDate:
    there = FIRST + timedelta(days=number)
    return HistoricalDate(there, there)


def letter(id_: str, *answers: str, when: int | HistoricalDate | None = 0) -> Document:
    interval = day(when) if isinstance(when, int) else when
    refs = tuple(ContextRef(Relation.IS_REPLY_TO, target, target=target) for target in answers)
    sent = CorrespAction(ActionType.SENT, date=Claim(interval) if interval else None)
    return Document(
        id_, "s.txt", Span(0, 1), id_, "letter", "en", (Block(Label.P, "x"),), actions=(sent,), context=refs
    )


def test_a_reply_stands_below_what_it_answers() -> None:
    trees = build_reply_trees(
        [letter("c", "b", when=2), letter("b", "a", when=1), letter("a"), letter("d", "a", when=9)]
    )
    assert trees.firsts == ("a",)
    assert trees.replies == {"a": ("b", "d"), "b": ("c",), "c": (), "d": ()}
    assert tuple(trees.tree("a")) == ("a", "b", "c", "d")


def test_what_answers_two_stands_below_the_first_and_knows_both() -> None:
    trees = build_reply_trees([letter("a"), letter("b"), letter("c", "b", "a", "b", when=1)])
    assert trees.replies == {"a": (), "b": ("c",), "c": ()}
    assert [ref.target for ref in trees.answered["c"]] == ["b", "a"]
    assert set(trees.links()) == {("c", "b"), ("c", "a")}


def test_a_target_that_is_not_here_or_itself_is_no_link() -> None:
    trees = build_reply_trees([letter("a", "elsewhere", "a")])
    assert (trees.firsts, tuple(trees.links())) == (("a",), ())


def test_a_circle_is_cut_at_its_earliest_document_and_named_once() -> None:
    trees = build_reply_trees(
        [letter("a", "c", when=3), letter("b", "a", when=1), letter("c", "b", when=2), letter("d", "a")]
    )
    assert trees.firsts == ("b",)
    assert tuple(trees.tree("b")) == ("b", "c", "a", "d")
    assert tuple(find_circles(tuple(trees.links()), str)) == (("a", "c", "b", "a"),)


def test_documents_without_a_date_come_last() -> None:
    trees = build_reply_trees([letter("a", when=None), letter("b", when=5), letter("c", when=1)])
    assert trees.firsts == ("c", "b", "a")


def test_a_long_chain_is_no_trouble() -> None:
    trees = build_reply_trees([letter("l0"), *(letter(f"l{n}", f"l{n - 1}", when=n) for n in range(1, 3000))])
    assert len(tuple(trees.tree("l0"))) == 3000


names = st.sampled_from("abcdefgh")


@given(st.dictionaries(names, st.tuples(st.lists(names, max_size=3), st.integers(0, 5))))
def test_every_document_stands_in_one_tree(drawn: dict[str, tuple[list[str], int]]) -> None:
    trees = build_reply_trees([letter(id_, *answers, when=when) for id_, (answers, when) in drawn.items()])
    assert sorted(id_ for first in trees.firsts for id_ in trees.tree(first)) == sorted(drawn)
    assert build_reply_trees(list(trees.documents.values())[::-1]) == trees


@given(st.sets(st.tuples(names, names).filter(lambda link: link[0] != link[1])))
def test_without_the_first_link_of_each_circle_there_is_none(links: set[tuple[str, str]]) -> None:
    ordered = sorted(links)
    circles = tuple(find_circles(ordered, str))
    assert all(circle[0] == circle[-1] and set(pairwise(circle)) <= links for circle in circles)
    assert tuple(find_circles(sorted(links - {circle[:2] for circle in circles}), str)) == ()  # type: ignore[misc]


@pytest.mark.parametrize(
    ("reply", "early"),
    [(day(3), False), (day(0), False), (day(-13), False), (day(-14), True), (None, False)],
)
def test_a_reply_may_be_older_by_the_difference_of_the_calendars(reply: HistoricalDate | None, early: bool) -> None:
    assert is_too_early(letter("b", "a", when=reply), letter("a", when=0)) is early


def test_a_vague_date_is_early_only_if_all_its_days_are() -> None:
    february = HistoricalDate(date(1894, 2, 1), date(1894, 2, 28), Precision.MONTH)
    assert not is_too_early(letter("b", when=february), letter("a", when=12))
    assert is_too_early(letter("b", when=february), letter("a", when=13))
    assert days_between(february, day(1)) is None
    assert days_between(day(1), day(4)) == 3
    assert days_between(None, day(4)) is None


def test_a_mention_without_target_is_no_link() -> None:
    open_ = ContextRef(Relation.IS_REPLY_TO, "your note", reason=Unresolved.NO_CANDIDATE)
    document = letter("a")
    found = Document("b", "s.txt", Span(0, 1), "b", "letter", "en", document.blocks, context=(open_,))
    assert tuple(build_reply_trees([document, found]).links()) == ()
