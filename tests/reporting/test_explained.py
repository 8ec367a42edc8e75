"""The explanation of a document."""

import io
from dataclasses import replace

from rich.console import Console
from zenda import LETTER, REPLY, SOURCE, span

from tei_archive.api import Explanation
from tei_archive.model import Decision, Document, Source
from tei_archive.reporting import explanation

DATE = Decision(
    "zenda-d001", "date", "1894-03-03", span("March 3, 1894"), "test.rule", 7.5, "1894-03", "test.month", 3.0
)
NOTE = Decision("zenda-d001", "number", "3", span("3"), "other.rule", 1.0, "none")


def shown(document: Document, *decisions: Decision, source: Source = SOURCE) -> str:
    terminal = Console(file=io.StringIO(), width=80, highlight=False)
    terminal.print(explanation(Explanation(document, decisions, source)))
    assert isinstance(terminal.file, io.StringIO)
    return "\n".join(line.rstrip() for line in terminal.file.getvalue().splitlines())


def test_a_decision_shows_words_rule_score_certainty_and_runner_up() -> None:
    assert shown(LETTER, DATE).split("\n") == [
        "zenda-d001  To the regent",
        "zenda.txt, characters 0 to 78, status: auto",
        "",
        "date  1894-03-03",
        "  To the regent Strelsau, »March 3, 1894« I accept. Enclosed: a list Three …",
        "  rule test.rule, score 7.5, certainty high, characters 24 to 37",
        "  runner-up: 1894-03 (rule test.month, score 3), doubt 0.01",
    ]


def test_a_decision_whose_value_is_gone_has_no_certainty() -> None:
    text = shown(LETTER, NOTE)
    assert "rule other.rule, score 1, characters 30 to 31" in text
    assert text.endswith("runner-up: none, doubt 0.27")


def test_words_in_the_middle_of_a_long_text_are_cut_between_words() -> None:
    text = "word " * 40 + "HERE" + " word" * 40
    source = Source("long", "zenda.txt", text)
    decision = Decision("zenda-d001", "date", "x", span("To the regent"), "r", 1.0)
    start = text.index("HERE")
    middle = Decision("zenda-d001", "date", "x", type(decision.words)(start, start + 4), "r", 1.0)
    line = " ".join(shown(LETTER, middle, source=source).split("\n")[4:6])
    assert " ".join(line.split()).startswith("… word word word word word word word word word »HERE« word")


def test_a_decision_shows_what_its_score_is_made_of() -> None:
    weighed = replace(DATE, evidence=(("place before", 1.0), ("no weekday", -2.5)))
    assert "evidence: no weekday -2.5, place before +1" in shown(LETTER, weighed)


def test_a_boundary_is_shown_in_the_lines_of_the_source() -> None:
    boundary = Decision("zenda-d001", "boundary", "begins", span("Strelsau, March 3, 1894"), "r", 1.0)
    assert shown(LETTER, boundary).split("\n")[4:8] == [
        "        1 | To the regent",
        "  >     2 | »Strelsau, March 3, 1894«",
        "        3 | I accept.",
        "        4 | Enclosed:",
    ]


def test_a_document_that_the_ledger_does_not_know() -> None:
    assert "The ledger says nothing of this document" in shown(REPLY)
