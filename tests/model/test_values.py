"""Values refuse to exist when they are wrong, and say the simple things that they know."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import dates

from tei_archive.errors import Location
from tei_archive.model import (
    SPACE,
    ActionType,
    Agent,
    Block,
    Claim,
    ContextRef,
    CorrespAction,
    Decision,
    Document,
    Edition,
    HistoricalDate,
    Label,
    Mark,
    MarkKind,
    Precision,
    Registers,
    Relation,
    Reserve,
    Source,
    Span,
    Unclaimed,
    Unresolved,
)

DAY, LATER = date(1894, 3, 3), date(1894, 3, 9)
SOURCE = Source("s", "s.txt", "Dear Agnes")
WHOLE = Unclaimed("s.txt", Span(0, 10), SPACE, "engine.white-space")


def document(document_id: str, *refs: ContextRef, end: int = 10, start: int = 0) -> Document:
    return Document(
        document_id, "s.txt", Span(start, end), "T", "letter", "en", (Block(Label.P, "Dear Agnes"),), context=refs
    )


def edition(*documents: Document, rest: tuple[Unclaimed, ...] = ()) -> Edition:
    return Edition((SOURCE,), documents, rest, Registers())


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "a span that ends before it begins": (lambda: Span(2, 1), "not a span"),
    "a span before the text": (lambda: Span(-1, 1), "not a span"),
    "a rule that read nothing": (lambda: Claim("Lindt", rule="signed.name"), "from no words"),
    "a nobody": (Agent, "a name or a role"),
    "a reference without target and reason": (lambda: ContextRef(Relation.CITES, "x"), "either a target or"),
    "a reference with target and reason": (
        lambda: ContextRef(Relation.CITES, "x", target="a", reason=Unresolved.UNSTATED),
        "either a target or",
    ),
    "an interval that runs backwards": (lambda: HistoricalDate(LATER, DAY, Precision.WINDOW), "ends before it begins"),
    "a day of many days": (lambda: HistoricalDate(DAY, LATER), "is not a day"),
    "a duration of one day": (lambda: HistoricalDate(DAY, DAY, Precision.DURATION), "is not a duration"),
    "a block without text": (lambda: Block(Label.P, ""), "a block has text"),
    "a block with white space around it": (lambda: Block(Label.P, "a\u00a0"), "no white space around it"),
    "a mark outside its block": (lambda: Block(Label.P, "a", (Mark(MarkKind.DATE, Span(0, 2)),)), "outside its block"),
    "a source with what XML forbids": (lambda: Source("s", "s.txt", "a\x00"), "U+0000 at offset 1"),
    "a source with carriage returns": (lambda: Source("s", "s.txt", "a\r\nb"), "U+000D at offset 1"),
    "a source with half a character": (lambda: Source("s", "s.txt", "\ud800"), "U+D800 at offset 0"),
    "an edition that loses characters": (edition, "characters 0..10 are lost"),
    "an edition that loses the end": (lambda: edition(document("a", end=4)), "characters 4..10 are lost"),
    "an edition that claims twice": (lambda: edition(document("a"), rest=(WHOLE,)), "lost or claimed twice"),
    "an edition with two documents of one id": (
        lambda: edition(document("a", end=4), document("a", start=4)),
        "the same id",
    ),
    "an edition with a target that is not there": (
        lambda: edition(document("a", ContextRef(Relation.CITES, "x", target="b"))),
        "a refers to b, which does not exist",
    ),
}


@pytest.mark.parametrize(("make", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_a_wrong_value_refuses_to_exist(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        make()


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        (HistoricalDate(DAY, DAY), "1894-03-03"),
        (HistoricalDate(date(1894, 3, 1), date(1894, 3, 31), Precision.MONTH), "1894-03"),
        (HistoricalDate(date(1894, 1, 1), date(1894, 12, 31), Precision.YEAR), "1894"),
        (HistoricalDate(DAY, LATER, Precision.DURATION), "1894-03-03/1894-03-09"),
        (HistoricalDate(DAY, LATER, Precision.WINDOW), "[1894-03-03..1894-03-09]"),
        (HistoricalDate(date(1894, 3, 1), date(1894, 3, 31), Precision.WINDOW), "1894-03-XX"),
        (HistoricalDate(date(1894, 1, 1), date(1894, 12, 31), Precision.WINDOW), "1894-XX-XX"),
        (HistoricalDate(date(1890, 1, 1), date(1899, 12, 31), Precision.WINDOW), "189X"),
        (HistoricalDate(date(1800, 1, 1), date(1899, 12, 31), Precision.WINDOW), "18XX"),
        (HistoricalDate(date(1891, 1, 1), date(1900, 12, 31), Precision.WINDOW), "[1891-01-01..1900-12-31]"),
        (HistoricalDate(DAY, DAY, reserve=Reserve.UNCERTAIN), "1894-03-03?"),
        (HistoricalDate(DAY, DAY, reserve=Reserve.APPROXIMATE), "1894-03-03~"),
        (HistoricalDate(DAY, LATER, Precision.DURATION, reserve=Reserve.UNCERTAIN), "1894-03-03?/1894-03-09?"),
    ],
)
def test_a_date_is_written_no_more_exactly_than_it_is_known(value: HistoricalDate, edtf: str) -> None:
    assert value.edtf == edtf


@given(dates(), dates())
def test_two_dates_that_differ_are_written_differently(one: HistoricalDate, other: HistoricalDate) -> None:
    """All but the calendar of their words: EDTF knows only one."""
    one = replace(one, calendar=other.calendar)
    assert (one == other) == (one.edtf == other.edtf)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_spans_overlap_where_they_share_a_character(a: int, b: int, c: int, d: int) -> None:
    one, other = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one)
    assert bool(shared) <= one.overlaps(other)
    assert len(one) == one.end - one.start
    if other in one:
        assert set(range(other.start, other.end)) <= set(range(one.start, one.end))


@given(st.text(st.sampled_from("a \n\u00a0"), max_size=9))
def test_trimming_gives_what_stands_between_the_white_space(text: str) -> None:
    assert Span(0, len(text)).trim(text).cut(text) == text.strip()


def test_an_agent_is_called_by_name_or_else_by_role() -> None:
    name, role = Claim("Lindt"), Claim("locksmith")
    assert [Agent(name, role).label, Agent(name).label, Agent(role=role).label] == ["Lindt", "Lindt", "locksmith"]


def test_correspondents_are_those_of_the_acts_that_are_no_copies() -> None:
    agnes, lindt, clerk = (Agent(Claim(name)) for name in ("Agnes", "Lindt", "the clerk"))
    made = Document(
        "a",
        "s.txt",
        Span(0, 10),
        "T",
        "letter",
        "en",
        (),
        actions=(
            CorrespAction(ActionType.RECEIVED, (clerk,), copy=True),
            CorrespAction(ActionType.SENT, (agnes,), date=Claim(HistoricalDate(DAY, DAY))),
            CorrespAction(ActionType.RECEIVED, (lindt,)),
        ),
    )
    assert (made.senders, made.addressees) == ((agnes,), (lindt,))
    assert made.date == Claim(HistoricalDate(DAY, DAY))
    assert made.action(ActionType.FORWARDED) is None


def test_a_document_without_acts_has_no_correspondents() -> None:
    assert (document("a").senders, document("a").addressees, document("a").date) == ((), (), None)


def test_the_margin_of_a_decision_is_the_lead_over_the_runner_up() -> None:
    decision = Decision("a", "date", "1894", Span(0, 4), "dateline.date", 8.0)
    assert decision.margin == 8.0
    assert Decision("a", "date", "1894", Span(0, 4), "dateline.date", 8.0, "1893", "head.from", 6.0).margin == 2.0


@pytest.mark.parametrize(
    ("where", "text"),
    [(Location("a.txt"), "a.txt"), (Location("a.txt", 3), "a.txt:3"), (Location("a.txt", 3, 4), "a.txt:3:4")],
)
def test_a_place_in_a_file_is_written_as_editors_read_it(where: Location, text: str) -> None:
    assert str(where) == text
