"""The least certain decisions, at 80 columns and as JSON; words in the lines of their source."""

import io
import json

import pytest
from fixture_types import Golden
from rich.console import Console, Group, RenderableType
from zenda import SOURCE, span

from tei_archive.api import LeastCertain
from tei_archive.model import Decision, Source, Span
from tei_archive.reporting import uncertain_report, uncertain_report_json
from tei_archive.reporting.context import context
from tei_archive.reporting.uncertain import uncertain_table

BOUNDARY = Decision(
    "zenda-d002", "boundary", "begins at 80", span("=SUM(A1); a reply"), "head.test", 4.0, "no document: p", "p", 3.0,
    (("shape of a heading", 5.0), ("no date", -1.0)),
)  # fmt: skip
DATE = Decision("zenda-d001", "date", "1894-03-03", span("March 3, 1894"), "dateline.test", 7.0, "1894-03", "m", 5.0)
OPEN = Decision("zenda-d003", "sender.name", "", span("who wrote"), "engine.undecided", 1.0, "Sapt | Fritz", "r", 1.0)
FOUND = LeastCertain(
    tuple((decision, SOURCE) for decision in (BOUNDARY, OPEN, DATE)), 24, {"head.test": "a heading, for a test"}
)


def shown(*what: RenderableType) -> str:
    terminal = Console(file=io.StringIO(), width=80, highlight=False)
    terminal.print(Group(*what))
    assert isinstance(terminal.file, io.StringIO)
    return "\n".join(line.rstrip() for line in terminal.file.getvalue().splitlines()) + "\n"


def test_the_least_certain_decisions_stand_in_the_lines_of_their_source(golden: Golden) -> None:
    golden(shown(uncertain_report(FOUND)), "reporting/least-certain.txt")


def test_a_row_has_doubt_document_field_and_both_answers() -> None:
    rows = shown(
        uncertain_table([BOUNDARY, OPEN, DATE], dict.fromkeys(("zenda-d001", "zenda-d002", "zenda-d003"), SOURCE))
    )
    assert [" ".join(row.split()) for row in rows.splitlines()] == [
        "0.27 zenda-d002 boundary line 8: =SUM(A1); a reply",
        "0.50 zenda-d003 sender.name left open (or: Sapt | Fritz)",
        "0.12 zenda-d001 date 1894-03-03 (or: 1894-03)",
    ]


def test_json_has_file_and_line_doubt_and_evidence() -> None:
    found = json.loads(uncertain_report_json(FOUND))
    first, second, _ = found["decisions"]
    assert found["total"] == 24
    assert (first["file"], first["line"], first["margin"], first["doubt"]) == ("zenda.txt", 8, 1.0, 0.268941)
    assert first["evidence"][0] == {"what": "shape of a heading", "weight": 5.0}
    assert (second["value"], second["doubt"]) == ("", 0.5)


def test_an_edition_without_decisions_says_so() -> None:
    assert "no decision" in shown(uncertain_report(LeastCertain((), 0)))


LONG = " ".join(f"word{number}" for number in range(60))


@pytest.mark.parametrize(
    ("text", "words", "lines"),
    [
        ("one", "one", [">     1 | »one«"]),
        ("a\nb\none\nc\nd\ne", "one", ["      1 | a", "      2 | b", ">     3 | »one«", "      4 | c", "      5 | d"]),
        ("one\ntwo", "one\ntwo", [">     1 | »one", ">     2 | two«"]),
        ("a\nb\nc\nd\ne", "a\nb\nc\nd", [
            ">     1 | »a", ">     2 | b", ">     3 | c", "         … and 1 more line", "      5 | e",
        ]),
    ],
)  # fmt: skip
def test_words_are_marked_in_their_lines(text: str, words: str, lines: list[str]) -> None:
    start = text.index(words)
    shown = [line.plain.rstrip() for line in context(Span(start, start + len(words)), text)]
    assert shown == lines


@pytest.mark.parametrize("words", ["word0", "word30", "word59", LONG])
def test_long_lines_are_cut_so_that_they_fit(words: str) -> None:
    source = Source("s", "s.txt", f"{LONG}\n{LONG}\n{LONG}")
    start = source.text.index(words, len(LONG)) if words != LONG else len(LONG) + 1
    lines = [line.plain for line in context(Span(start, start + len(words)), source.text)]
    assert max(map(len, lines)) <= 78
    assert [line[:7] for line in lines] == ["      1", ">     2", "      3"]
    assert "»word" in lines[1]
    assert "«" in lines[1]
