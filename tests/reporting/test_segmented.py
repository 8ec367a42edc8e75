"""The report of `segment`, at 80 columns and as JSON."""

import io
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from rich.console import Console, RenderableType
from zenda import LETTER, REPLY, SOURCE, STRAY

from tei_archive.api import SegmentReport
from tei_archive.model import Certainty, Claim, Document, Edition, Project, Registers, Span, Unclaimed
from tei_archive.reporting import segment_json, segment_report
from tei_archive.reporting.doubts import Doubt, Gravity, doubts, first_of_each
from tei_archive.reporting.words import shorten, shorten_middle

OUT = Path("zenda")


def edition(*documents: Document) -> Edition:
    """Fill what lies between the documents."""
    spans = [Span(0, 0), *(document.span for document in documents), Span(len(SOURCE.text), len(SOURCE.text))]
    between = [Span(one.end, other.start) for one, other in pairwise(spans)]
    rest = [
        Unclaimed(SOURCE.name, gap, "space" if len(gap) <= 2 else "navigation", "test.rule")
        for gap in between
        if len(gap)
    ]
    return Edition((SOURCE,), documents, tuple(rest), Registers())


def report(*documents: Document, kept: tuple[Path, ...] = (), removed: tuple[Path, ...] = ()) -> SegmentReport:
    written = tuple(OUT / "tei" / f"{document.id}.xml" for document in documents)
    project = Project("The [Zenda] letters", "zenda")
    return SegmentReport(edition(*documents), project, "base-en", written, kept, removed)


def shown(what: RenderableType, width: int = 80) -> str:
    terminal = Console(file=io.StringIO(), width=width, highlight=False)
    terminal.print(what, crop=False)
    assert isinstance(terminal.file, io.StringIO)
    return "\n".join(line.rstrip() for line in terminal.file.getvalue().splitlines())


ALL = report(LETTER, REPLY, STRAY)


def test_the_table_shows_each_document_with_signs_for_what_is_uncertain() -> None:
    lines = shown(segment_report(ALL, OUT)).split("\n")
    assert lines[0] == "The [Zenda] letters: 3 documents in 1 source (profile base-en)"
    assert lines[1].split() == ["id", "kind", "from", "to", "date", "no.", "answers"]
    assert lines[3].split() == ["zenda-d001", "letter", "Flavia~,", "chancellor?", "Senate", "1894-03-03", "17-a"]
    assert lines[4].split() == ["zenda-d002", "note", "-", "-", "1894-03?", "d001,", "not"]
    assert lines[5].split() == ["found"]
    assert "a~  fairly certain   a?  uncertain: check it" in lines


@pytest.mark.parametrize("width", [80, 100, 200])
def test_only_commands_may_be_wider_than_the_terminal(width: int) -> None:
    tables, _, commands = shown(segment_report(ALL, OUT), width).partition("Type next")
    assert max(map(len, tables.split("\n"))) <= width
    assert "  tei-archive export csv zenda --out zenda/letters.csv\n" in commands


def test_what_is_missing_comes_before_what_is_uncertain() -> None:
    text = shown(segment_report(ALL, OUT))
    wanted = [
        "zenda-d003 sender, addressee, date (none was found)",
        "chancellor (read from “I accept”)",
        "1894-03 (read from “March 1894”)",
        "your note of the 5th (no target: no",
    ]
    places = [text.index(line) for line in wanted]
    assert places == sorted(places)


def test_a_concluded_addressee_says_what_it_was_concluded_from() -> None:
    sent, received, *others = LETTER.actions
    (senate,) = received.agents
    assert senate.name is not None
    concluded = replace(senate, name=replace(senate.name, certainty=Certainty.MEDIUM, inferred_from="zenda-d002"))
    document = replace(LETTER, actions=(sent, replace(received, agents=(concluded,)), *others))
    found = [doubt for doubt in doubts(edition(document)) if doubt.field == "addressee"]
    assert [(doubt.gravity, doubt.value, doubt.why) for doubt in found] == [
        (Gravity.INFERRED, "Senate", "concluded from zenda-d002")
    ]


def test_the_role_of_somebody_known_by_name_is_no_doubt() -> None:
    sent, *others = LETTER.actions
    flavia, _ = sent.agents
    role = Claim("queen", Span(0, 5), "test.rule", Certainty.LOW)
    sure = Claim("Flavia", Span(0, 5), "test.rule")
    document = replace(LETTER, actions=(replace(sent, agents=(replace(flavia, name=sure, role=role),)), *others))
    assert doubts(edition(document)) == ()


def test_an_uncertain_reference_is_a_doubt() -> None:
    resolved, unresolved = REPLY.context[1:]
    document = replace(LETTER, context=(replace(unresolved, target="zenda-d001", reason=None),))
    assert resolved.target == "zenda-d001"
    found = [doubt for doubt in doubts(edition(document)) if doubt.field == "isReplyTo"]
    assert [(doubt.gravity, doubt.why) for doubt in found] == [(Gravity.LOW, "taken for zenda-d001")]


def test_a_long_report_is_cut_short() -> None:
    strays = [replace(STRAY, id=f"zenda-d{number:03}", span=Span(number, number + 1)) for number in range(100)]
    rest = Unclaimed(SOURCE.name, Span(100, len(SOURCE.text)), "space", "test.rule")
    found = replace(ALL, edition=Edition((SOURCE,), tuple(strays), (rest,), Registers()))
    text = shown(segment_report(found, OUT))
    assert text.count("(none was found)") == 4
    assert "and 288 more: `--json` lists them all" in text
    assert len(json.loads(segment_json(found))["doubts"]) == 300
    assert text.count("zenda-d059") == 1
    assert "zenda-d060" not in text
    assert "and 40 more: `tei-archive export csv` lists them all" in text


@pytest.mark.parametrize(
    ("missing", "low", "shown"),
    [(3, 9, (3, 9)), (20, 0, (12, 0)), (20, 20, (6, 6)), (20, 1, (6, 1))],
)
def test_each_gravity_gets_its_share(missing: int, low: int, shown: tuple[int, int]) -> None:
    found = [Doubt(gravity, "d", "f", "v", "w") for gravity in [Gravity.MISSING] * missing + [Gravity.LOW] * low]
    chosen = [doubt.gravity for doubt in first_of_each(found, 12)]
    assert (chosen.count(Gravity.MISSING), chosen.count(Gravity.LOW)) == shown
    assert chosen == sorted(chosen)


@pytest.mark.parametrize(
    ("text", "end", "middle"),
    [
        ("one two", "one two", "one two"),
        ("one two three four five", "one two …", "one … five"),
        ("onetwothreefourfive", "onetwothre …", "onetw … rfive"),
    ],
)
def test_texts_are_cut_between_words(text: str, end: str, middle: str) -> None:
    assert (shorten(text, 10), shorten_middle(text, 10)) == (end, middle)


def test_what_belongs_to_no_document_is_counted_by_kind() -> None:
    text = shown(segment_report(report(LETTER, STRAY), OUT))
    assert f"navigation {len(REPLY.span) + 4} (characters; kept in unclaimed.xml)" in text
    assert "Belongs to no document" not in shown(segment_report(ALL, OUT))


def test_kept_and_removed_files_are_named() -> None:
    text = shown(segment_report(report(LETTER, kept=(OUT / "tei/zenda-d001.xml",), removed=(OUT / "tei/x.xml",)), OUT))
    assert "Left alone, since edited by hand: tei/zenda-d001.xml" in text
    assert "Removed, since no document has the id any more: tei/x.xml" in text
    quiet = shown(segment_report(ALL, OUT))
    assert "Left alone" not in quiet
    assert "Removed" not in quiet


def test_the_next_commands_can_be_typed() -> None:
    text = shown(segment_report(ALL, OUT))
    assert "\n  tei-archive validate zenda\n" in text
    assert "\n  tei-archive explain zenda zenda-d002\n" in text
    assert "\n  tei-archive export csv zenda --out zenda/letters.csv\n" in text
    assert text.endswith("  tei-archive export html zenda --out zenda/site")


def test_a_folder_with_a_blank_is_quoted_for_the_shell() -> None:
    assert "tei-archive validate 'my letters'" in shown(segment_report(ALL, Path("my letters")))


def test_no_document_is_said_with_a_hint() -> None:
    text = shown(segment_report(report(), OUT))
    assert "0 documents in 1 source" in text
    assert "hint: no rule of the profile fits this text" in text


def test_json_says_what_the_table_says() -> None:
    found = json.loads(segment_json(ALL))
    assert [document["id"] for document in found["documents"]] == ["zenda-d001", "zenda-d002", "zenda-d003"]
    first, second, _ = found["documents"]
    assert first["senders"] == [
        {"name": "Flavia", "role": "queen", "ref": "pers:flavia", "cert": "medium"},
        {"name": None, "role": "chancellor", "ref": None, "cert": "low"},
    ]
    assert second["reply_to"] == [
        {"target": "zenda-d001", "cert": "high", "text": "a reply"},
        {"target": None, "cert": "low", "text": "your note of the 5th"},
    ]
    assert found["unclaimed_characters"] == {"space": 4}
    assert found["written"][0] == "zenda/tei/zenda-d001.xml"
