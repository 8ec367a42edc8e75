"""Scoring an edition against a corrected one: figures, and each kind of difference."""

from dataclasses import replace
from pathlib import Path

import pytest
from strelsau import (
    FIRST,
    GOLD,
    LETTERS,
    SECOND,
    SOURCE,
    TEXT,
    THIRD,
    TITLE,
    Editions,
    blocks,
    document,
    received,
    sent,
    span,
    write_both,
    write_edition,
)

from tei_archive import api
from tei_archive.errors import ReadingError, TeiArchiveError
from tei_archive.model import ActionType, Agent, Claim, CorrespAction, Document, Reserve, Source, Span
from tei_archive.scoring import Difference, Kind


def score(editions: Editions) -> api.ScoreReport:
    return api.score(editions.said, editions.gold)


def kinds(report: api.ScoreReport) -> list[tuple[str, Kind]]:
    return [(difference.figure, difference.kind) for difference in report.differences]


def only(report: api.ScoreReport, figure: str) -> Difference:
    (found,) = (difference for difference in report.differences if difference.figure == figure)
    return found


def words(report: api.ScoreReport, difference: Difference) -> str:
    return difference.words.cut(report.texts[difference.source])


def test_an_edition_agrees_with_itself(tmp_path: Path) -> None:
    gold = write_edition(tmp_path / "gold", GOLD)
    report = api.score(gold, gold)
    assert set(report.values) == set(api.FIGURES) - {"edition_number"}
    assert set(report.values.values()) == {1.0}
    assert report.differences == ()


# -- boundaries ----------------------------------------------------------------------------------------------------


def test_a_document_inside_another_is_merged(tmp_path: Path) -> None:
    whole = Span(FIRST.span.start, SECOND.span.end)
    both = replace(FIRST, span=whole, blocks=blocks(whole))
    report = score(write_both(tmp_path, [both, THIRD]))
    boundary = report.comparison.figures["boundary"]
    assert (boundary.correct, boundary.said, boundary.gold) == (2, 2, 3)
    found = only(report, "boundary")
    assert (found.kind, found.document, found.gold) == (Kind.MERGED, FIRST.id, SECOND.id)
    assert ("exact", Kind.ENDS_LATE) in kinds(report)
    assert words(report, found) == LETTERS[1]


def test_a_document_in_none_is_left_out(tmp_path: Path) -> None:
    report = score(write_both(tmp_path, [FIRST, THIRD]))
    found = only(report, "boundary")
    assert (found.kind, found.document, found.gold) == (Kind.LEFT_OUT, None, SECOND.id)
    assert report.values["pq"] == pytest.approx(2 / 2.5)


def test_an_enclosure_taken_for_a_document_is_told_from_other_extra_ones(tmp_path: Path) -> None:
    enclosed = document(4, SECOND.enclosures[0].span)
    own = document(2, Span(SECOND.span.start, enclosed.span.start).trim(TEXT), *SECOND.actions)
    last = document(5, span("I know nothing."))
    third = document(3, Span(THIRD.span.start, last.span.start).trim(TEXT), *THIRD.actions)
    title = document(6, span(TITLE.strip()))
    report = score(write_both(tmp_path, [title, FIRST, own, enclosed, third, last]))
    extra = [(d.kind, d.document, d.gold) for d in report.differences if d.figure == "boundary"]
    assert extra == [
        (Kind.EXTRA_OUTSIDE, title.id, None),
        (Kind.EXTRA_ENCLOSURE, enclosed.id, SECOND.id),
        (Kind.EXTRA_INSIDE, last.id, THIRD.id),
    ]
    early = [words(report, d) for d in report.differences if d.kind is Kind.ENDS_EARLY]
    assert [text.strip() for text in early] == ["[Enclosed: a list]\n\nThree boats.", "I know nothing."]


def test_a_document_may_begin_between_its_start_and_its_heading(tmp_path: Path) -> None:
    at_heading = _from(SECOND, "Reiner to Marshal")
    report = score(write_both(tmp_path / "a", [FIRST, at_heading, THIRD]))
    assert report.values["boundary"] == report.values["exact"] == 1.0
    report = score(write_both(tmp_path / "b", [FIRST, _from(SECOND, "Halm, March"), THIRD]))
    assert only(report, "boundary").kind is Kind.SHIFTED


def _from(one: Document, words: str) -> Document:
    """The document without what stands before these words, and without enclosures."""
    rest = Span(span(words).start, one.span.end)
    return replace(one, span=rest, blocks=blocks(rest), enclosures=())


# -- fields --------------------------------------------------------------------------------------------------------


def test_values_are_missing_wrong_surplus_or_lost(tmp_path: Path) -> None:
    first = replace(FIRST, actions=(sent("Reiner", "Strelsau", 3),), edition_number=Claim("7"))
    report = score(write_both(tmp_path, [first, SECOND]))
    found = {(d.figure, d.kind): d for d in report.differences}
    wrong = found["sender", Kind.VALUE_WRONG]
    assert (wrong.said, wrong.right, words(report, wrong)) == ("Reiner", "Marshal Strakencz", "Marshal Strakencz")
    assert found["addressee", Kind.VALUE_MISSING].right == "Reiner"
    assert found["edition_number", Kind.VALUE_SURPLUS].said == "7"
    lost = found["date", Kind.VALUE_LOST]
    assert (lost.document, lost.gold, lost.right) == (None, THIRD.id, "1894-03-09")
    sender = report.comparison.figures["sender"]
    assert (sender.correct, sender.said, sender.gold) == (1, 2, 3)
    addressee = report.comparison.figures["addressee"]
    assert (addressee.correct, addressee.said, addressee.gold) == (1, 1, 3)
    assert "edition_number" not in report.comparison.figures


def test_a_reserve_is_no_other_date(tmp_path: Path) -> None:
    dated = THIRD.date
    assert dated is not None
    reserved = replace(dated, value=replace(dated.value, reserve=Reserve.UNCERTAIN))
    third = replace(THIRD, actions=tuple(replace(one, date=one.date and reserved) for one in THIRD.actions))
    report = score(write_both(tmp_path, [FIRST, SECOND, third]))
    assert report.comparison.figures["date"].correct == report.comparison.figures["date"].gold


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Reiner", "REINER"),
        ("Mr. Reiner", "reiner"),
        ("Reiner, Jan", "Jan Reiner"),
        ("the chancellor of Ruritania (Réiner)", "Reiner"),
        ("General", "the General"),
    ],
)
def test_names_are_the_same_in_any_order_and_with_any_title(tmp_path: Path, said: str, right: str) -> None:
    assert score(_named(tmp_path, said, right)).values["sender"] == 1.0


@pytest.mark.parametrize(("said", "right"), [("Reiner", "Strakencz"), ("Mr. Halm", "Mr. Reiner"), ("§", "Reiner")])
def test_other_names_are_not(tmp_path: Path, said: str, right: str) -> None:
    assert score(_named(tmp_path, said, right)).values["sender"] == 0.0


def _named(folder: Path, said: str, right: str) -> Editions:
    ours, theirs = (
        replace(FIRST, actions=(CorrespAction(ActionType.SENT, (Agent(Claim(name)),)),)) for name in (said, right)
    )
    return write_both(folder, [ours], [theirs])


def test_a_number_is_right_in_either_of_its_places_and_the_edition_number_in_its_own(tmp_path: Path) -> None:
    elsewhere = replace(SECOND, number=None, edition_number=Claim("12"))
    assert score(write_both(tmp_path / "a", [FIRST, elsewhere, THIRD])).values["number"] == 1.0
    gold = (FIRST, elsewhere, THIRD)
    assert score(write_both(tmp_path / "b", GOLD, gold)).values["edition_number"] == 0.0


# -- replies -------------------------------------------------------------------------------------------------------


def test_links_are_missed_or_wrong(tmp_path: Path) -> None:
    silent = replace(SECOND, context=())
    report = score(write_both(tmp_path / "a", [FIRST, silent, THIRD]))
    assert kinds(report) == [("reply_to", Kind.LINK_MISSED)]
    third = document(3, THIRD.span, *THIRD.actions, answers=[SECOND.id])
    report = score(write_both(tmp_path / "b", [FIRST, SECOND, third]))
    wrong = only(report, "reply_to")
    assert (wrong.kind, wrong.said, wrong.right) == (Kind.LINK_WRONG, SECOND.id, "")
    links = report.comparison.figures["reply_to"]
    assert (links.precision, links.recall) == (0.5, 1.0)


def test_a_missed_link_says_whether_it_was_in_reach(tmp_path: Path) -> None:
    silent = replace(SECOND, context=())
    report = score(write_both(tmp_path / "a", [silent, THIRD]))
    assert only(report, "reply_to").kind is Kind.LINK_OUT_OF_REACH
    report = score(write_both(tmp_path / "b", [FIRST, THIRD]))
    assert only(report, "reply_to").kind is Kind.LINK_LOST


def test_ids_of_the_two_sides_are_not_taken_for_each_other(tmp_path: Path) -> None:
    """A target is right where it is the same document, not where it has the same id."""
    first, third = replace(FIRST, id="x7"), replace(THIRD, id=FIRST.id)
    second = replace(SECOND, context=tuple(replace(ref, target="x7") for ref in SECOND.context))
    assert score(write_both(tmp_path / "a", [first, second, third])).values["reply_to"] == 1.0
    assert score(write_both(tmp_path / "b", [first, SECOND, third])).values["reply_to"] == 0.0


# -- text and sources ----------------------------------------------------------------------------------------------


def test_altered_text_is_found_and_white_space_is_not(tmp_path: Path) -> None:
    editions = write_both(tmp_path, GOLD)
    _edit(editions.said, FIRST, "The bridge is ours", "The bridge  is ours")
    assert score(editions).values["lossless"] == 1.0
    _edit(editions.said, FIRST, "The bridge  is ours", "The bridge was ours")
    report = score(editions)
    assert report.values["lossless"] == pytest.approx(2 / 3)
    assert kinds(report) == [("lossless", Kind.TEXT_DIFFERS)]


def test_a_correction_beside_the_words_of_the_source_alters_nothing(tmp_path: Path) -> None:
    editions = write_both(tmp_path, GOLD)
    corrected = "<choice><sic>ours</sic><corr>lost</corr></choice>."
    _edit(editions.said, FIRST, "ours.", corrected)
    assert score(editions).differences == ()


def _edit(edition: Path, one: Document, old: str, new: str) -> None:
    path = edition / "tei" / f"{one.id}.xml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_sources_without_a_document_in_the_gold_are_left_out(tmp_path: Path) -> None:
    editions = write_both(tmp_path, GOLD)
    other = Source("zenda", "zenda.txt", "Reiner to nobody.")
    stray = replace(document(9, span("Reiner to")), span=Span(0, 17), source=other.name)
    stray = replace(stray, blocks=(replace(stray.blocks[0], text=other.text),))
    write_edition(editions.said, [stray], other)
    report = score(editions)
    assert report.left_out == ("zenda.txt",)
    assert set(report.values.values()) == {1.0}
    with pytest.raises(ReadingError, match=r"no document of the edition is from zenda\.txt"):
        api.score(editions.gold, write_edition(tmp_path / "zenda", [stray], other))


def test_another_text_of_the_same_name_cannot_be_compared(tmp_path: Path) -> None:
    editions = write_both(tmp_path, GOLD)
    (editions.gold / "sources" / SOURCE.name).write_text(TEXT + "\nand more", encoding="utf-8", newline="\n")
    with pytest.raises(ReadingError, match="not the same text") as caught:
        score(editions)
    assert caught.value.hint


def test_the_source_may_stand_on_one_side_only(tmp_path: Path) -> None:
    editions = write_both(tmp_path, GOLD)
    (editions.gold / "sources" / SOURCE.name).unlink()
    assert score(editions).differences == ()
    (editions.said / "sources" / SOURCE.name).unlink()
    with pytest.raises(ReadingError, match="missing on both sides"):
        score(editions)


def test_a_document_without_a_place_in_the_source_cannot_be_compared(tmp_path: Path) -> None:
    editions = write_both(tmp_path, GOLD)
    place = f"raw:{SOURCE.name}#char={THIRD.span.start},{THIRD.span.end}"
    _edit(editions.gold, THIRD, place, f"{place}0")
    with pytest.raises(ReadingError, match="has only"):
        score(editions)
    _edit(editions.gold, THIRD, f"{place}0", "elsewhere")
    with pytest.raises(ReadingError, match="does not say where it stands"):
        score(editions)


def test_two_documents_of_one_id_cannot_be_compared(tmp_path: Path) -> None:
    editions = write_both(tmp_path, GOLD)
    _edit(
        editions.said,
        THIRD,
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{THIRD.id}"',
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{FIRST.id}"',
    )
    with pytest.raises(ReadingError, match="another file has the id strelsau-d001"):
        score(editions)


# -- floors --------------------------------------------------------------------------------------------------------


def test_floors_are_missed_or_cannot_be_measured(tmp_path: Path) -> None:
    report = score(write_both(tmp_path, [FIRST, THIRD]))
    assert [floor.figure for floor in api.find_missed(report, [("boundary", 0.81), ("boundary", 0.8)])] == ["boundary"]
    assert api.find_missed(report, []) == ()
    with pytest.raises(TeiArchiveError, match="edition_number cannot be measured"):
        api.find_missed(report, [("edition_number", 0.0)])


def test_an_addressee_among_several_is_enough_only_where_the_gold_has_one(tmp_path: Path) -> None:
    two = replace(received("Reiner"), agents=(*received("Reiner").agents, *received("Marshal Strakencz").agents))
    one = replace(FIRST, actions=(received("Reiner"),))
    several = replace(FIRST, actions=(two,))
    assert score(write_both(tmp_path / "a", [several], [one])).values["addressee"] == 1.0
    assert score(write_both(tmp_path / "b", [one], [several])).values["addressee"] == 0.0
