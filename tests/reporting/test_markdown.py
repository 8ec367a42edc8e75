"""Findings in Markdown: read by a parser of its own, hostile words stay words, and very many are cut off."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tei_archive.api import ValidationReport
from tei_archive.errors import Location
from tei_archive.model import Finding, Severity
from tei_archive.reporting import REPORTERS
from tei_archive.reporting.words import visible

PARSER = MarkdownIt("commonmark").enable("table")
MEBIBYTE = 2**20

hostile = st.text(st.sampled_from("|\\`<>&[]()!*_~#:@/-=\n\r\t .aé\u202e\udcff"), min_size=1, max_size=30)


def finding(message: str, severity: Severity = Severity.ERROR, path: str = "a.xml") -> Finding:
    return Finding("TA201", severity, message, Location(path, 3, 5))


def cells(markdown: str) -> list[str]:
    """The text of the cells of the table, which must hold nothing but text."""
    tokens = PARSER.parse(markdown)
    inside = [token for before, token in pairwise(tokens) if before.type in ("th_open", "td_open")]
    assert {child.type for token in inside for child in token.children or ()} <= {"text"}
    return ["".join(child.content for child in token.children or ()) for token in inside]


def test_the_worst_comes_first_below_the_summary() -> None:
    found = (finding("a note", Severity.NOTE), finding("a | b"))
    shown = REPORTERS["markdown"](ValidationReport(found, (Path("a.xml"),)))
    assert shown.splitlines()[:3] == [
        "### tei-archive validate",
        "",
        r"1 file checked\: 1 error\, 1 note \(TA201 2 times\)",
    ]
    assert cells(shown)[4:] == ["error", "TA201", "a.xml:3:5", "a | b", "note", "TA201", "a.xml:3:5", "a note"]


def test_nothing_found_is_the_summary_alone() -> None:
    shown = REPORTERS["markdown"](ValidationReport((), (Path("a.xml"),)))
    assert shown == "### tei-archive validate\n\n1 file checked\\: nothing found"


@given(hostile, hostile)
def test_hostile_words_stay_words(message: str, path: str) -> None:
    shown = REPORTERS["markdown"](ValidationReport((finding(message, path=path),), ()))
    assert cells(shown)[4:] == ["error", "TA201", visible(f"{path}:3:5").strip(), visible(message).strip()]


def test_very_many_findings_fit_into_the_summary_of_a_step() -> None:
    long = "\U0001d504" * 1000
    found = (*(finding(long, path=f"{long}.xml") for _ in range(250)), finding("the last", Severity.NOTE))
    shown = REPORTERS["markdown"](ValidationReport(found, ()))
    assert shown.endswith("\n\nand 51 more")
    assert len(shown.encode()) < MEBIBYTE
