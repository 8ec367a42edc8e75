"""Findings in their three forms."""

import json
from pathlib import Path

import pytest

from tei_archive.api import ValidationReport
from tei_archive.errors import Location
from tei_archive.model import Finding, Severity
from tei_archive.reporting import REPORTERS, summary

FINDINGS = (
    Finding(
        "TA201", Severity.ERROR, "no person has the id 'flavia'", Location("a.xml", 12, 5), "add it to the register"
    ),
    Finding("TA601", Severity.WARNING, "100% of it\nis [in] doubt", Location("b,c:d.xml", 3)),
    Finding("TA603", Severity.NOTE, "a note", Location("c.xml")),
)
REPORT = ValidationReport(FINDINGS, (Path("a.xml"), Path("b,c:d.xml"), Path("c.xml")))
CLEAN = ValidationReport((), (Path("a.xml"),))


def test_text_is_what_editors_can_jump_to() -> None:
    assert REPORTERS["text"](REPORT).split("\n") == [
        "a.xml:12:5: error TA201 no person has the id 'flavia'",
        "  hint: add it to the register",
        "b,c:d.xml:3: warning TA601 100% of it is [in] doubt",
        "c.xml: note TA603 a note",
    ]


def test_json_says_all() -> None:
    found = json.loads(REPORTERS["json"](REPORT))
    assert found["counts"] == {"error": 1, "warning": 1, "note": 1}
    assert found["files"] == ["a.xml", "b,c:d.xml", "c.xml"]
    assert found["findings"][0] == {
        "code": "TA201",
        "severity": "error",
        "message": "no person has the id 'flavia'",
        "path": "a.xml",
        "line": 12,
        "column": 5,
        "hint": "add it to the register",
        "xpath": None,
        "link": None,
        "fix": None,
    }
    assert found["findings"][2]["line"] is None


def test_annotations_escape_what_github_would_take_for_syntax() -> None:
    assert REPORTERS["github"](REPORT).split("\n") == [
        "::error file=a.xml,line=12,col=5,title=TA201::no person has the id 'flavia' (hint: add it to the register)",
        "::warning file=b%2Cc%3Ad.xml,line=3,title=TA601::100%25 of it%0Ais [in] doubt",
        "::notice file=c.xml,title=TA603::a note",
    ]


@pytest.mark.parametrize("form", ["text", "github"])
def test_nothing_found_is_an_empty_report(form: str) -> None:
    assert REPORTERS[form](CLEAN) == ""


def test_nothing_found_is_json_all_the_same() -> None:
    found = json.loads(REPORTERS["json"](CLEAN))
    counts = {"error": 0, "warning": 0, "note": 0}
    assert found == {"files": ["a.xml"], "counts": counts, "mended": {}, "findings": []}


def test_what_a_terminal_obeys_is_written_out() -> None:
    evil = Finding("TA001", Severity.ERROR, "\x1b[2J\x9b1m\u202egnp", Location("\x1b]0;x\x07.xml"))
    shown = REPORTERS["text"](ValidationReport((evil,), ()))
    assert shown == "\\u001b]0;x\\u0007.xml: error TA001 \\u001b[2J\\u009b1m\\u202egnp"


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (REPORT, "3 files checked: 1 error, 1 warning, 1 note"),
        (CLEAN, "1 file checked: nothing found"),
        (ValidationReport(FINDINGS[:1] * 4, ()), "0 files checked: 4 errors (TA201 4 times)"),
    ],
)
def test_the_summary_counts(report: ValidationReport, said: str) -> None:
    assert summary(report) == said


@pytest.mark.parametrize(
    ("findings", "clean"), [((), True), (FINDINGS[2:], True), (FINDINGS[1:], False), (FINDINGS, False)]
)
def test_a_note_leaves_a_report_clean(findings: tuple[Finding, ...], clean: bool) -> None:
    assert ValidationReport(findings, ()).clean is clean
