"""The table of replies: links between two documents of the edition, each with the words it was read from."""

from dataclasses import replace
from pathlib import Path

from court import rows, write_court
from zenda import LETTER, REPLY, STRAY, span

from tei_archive.model import Claim, ContextRef, Relation, Unresolved
from tei_archive.tei import EncodedEdition


def pairs(edition: EncodedEdition) -> list[tuple[str, str, str]]:
    return [(row["from_id"], row["subtype"], row["to_id"]) for row in rows(edition, "replies")]


def test_every_reference_with_two_ends_is_a_row(court: EncodedEdition) -> None:
    assert pairs(court) == [("zenda-d002", "cites", "zenda-d003"), ("zenda-d002", "isReplyTo", "zenda-d001")]


def test_a_row_has_the_words_of_the_source_their_place_and_the_rule(court: EncodedEdition) -> None:
    _, reply = rows(court, "replies")
    text = court.sources[0].text
    assert text[int(reply["start"]) : int(reply["end"])] == reply["evidence_text"] == "a reply"
    assert (reply["cert"], reply["rule"]) == ("high", "test.rule")


def test_words_that_stand_nowhere_in_the_source_are_those_of_the_file(tmp_path: Path) -> None:
    reply = replace(REPLY, context=(ContextRef(Relation.IS_REPLY_TO, "her letter", target="zenda-d001"),))
    (found,) = rows(write_court(tmp_path / "e", LETTER, reply), "replies")
    assert (found["evidence_text"], found["start"], found["end"], found["rule"]) == ("her letter", "", "", "")


def test_a_reference_to_nothing_or_to_another_edition_is_no_row(tmp_path: Path) -> None:
    elsewhere = ContextRef(Relation.IS_REPLY_TO, "x", span("a reply"), "https://example.org/other/d9", rule="test.rule")
    nowhere = ContextRef(Relation.CITES, "y", span("a reply"), reason=Unresolved.NO_CANDIDATE, rule="test.rule")
    edition = write_court(tmp_path / "e", LETTER, replace(REPLY, context=(elsewhere, nowhere)))
    assert pairs(edition) == []
    (letter,) = (row for row in rows(edition, "letters") if row["id"] == "zenda-d002")
    assert (letter["reply_to"], letter["reply_to_text"]) == ("https://example.org/other/d9", "x")


def test_what_both_letters_state_is_one_row(tmp_path: Path) -> None:
    back = ContextRef(Relation.HAS_REPLY, "the answer", target="zenda-d002")
    edition = write_court(tmp_path / "e", replace(LETTER, context=(back,)), REPLY, STRAY)
    assert ("zenda-d001", "hasReply", "zenda-d002") not in pairs(edition)
    alone = replace(REPLY, context=(), number=Claim("1"))
    edition = write_court(tmp_path / "f", replace(LETTER, context=(back,)), alone)
    assert pairs(edition) == [("zenda-d001", "hasReply", "zenda-d002")]
