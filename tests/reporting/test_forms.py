"""The forms for other programs: each is read by a reader of its own, and says what was found."""

import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml
from sarif_pydantic import Level, Sarif

from tei_archive.api import ValidationReport
from tei_archive.errors import Location
from tei_archive.model import Finding, Severity, fingerprints
from tei_archive.reporting import REPORTERS, as_statistics, summary

ID = Finding("TA201", Severity.ERROR, "the id <x> stands twice", Location("tei/a b.xml", 12, 5), "remove one")
SENDER = Finding("TA601", Severity.WARNING, "no sender", Location("tei/b.xml", 3))
NOTE = Finding("TA603", Severity.NOTE, "nothing calls the note", Location("tei/b.xml"))
REPORT = ValidationReport((ID, SENDER, NOTE), tuple(map(Path, ("tei/a b.xml", "tei/b.xml", "tei/c.xml"))))
CLEAN = ValidationReport((), (Path("tei/c.xml"),))

texts = st.text(st.characters(codec="utf-8"), max_size=20)
lines = st.none() | st.integers(1, 99_999)
findings = st.builds(
    Finding,
    st.sampled_from(["TA201", "TA601", "TA603"]),
    st.sampled_from(Severity),
    texts,
    st.builds(Location, st.from_regex(r"[a-z]{1,8}\.xml", fullmatch=True), lines, lines),
    st.none() | texts,
)


def test_gnu_is_what_compilers_write() -> None:
    assert REPORTERS["gnu"](REPORT).split("\n") == [
        "tei/a b.xml:12:5: error: the id <x> stands twice [TA201]",
        "tei/b.xml:3: warning: no sender [TA601]",
        "tei/b.xml: note: nothing calls the note [TA603]",
    ]


def test_json_lines_has_an_object_a_line() -> None:
    entries = [json.loads(line) for line in REPORTERS["json-lines"](REPORT).split("\n")]
    assert [(entry["code"], entry["path"], entry["line"]) for entry in entries] == [
        ("TA201", "tei/a b.xml", 12),
        ("TA601", "tei/b.xml", 3),
        ("TA603", "tei/b.xml", None),
    ]


def test_gitlab_gets_a_list_with_fingerprints() -> None:
    entries = json.loads(REPORTERS["gitlab"](REPORT))
    assert entries[0] == {
        "description": "the id <x> stands twice (hint: remove one)",
        "check_name": "TA201",
        "fingerprint": fingerprints([ID])[0],
        "severity": "major",
        "location": {"path": "tei/a b.xml", "lines": {"begin": 12}},
    }
    assert [entry["severity"] for entry in entries] == ["major", "minor", "info"]
    assert entries[2]["location"]["lines"]["begin"] == 1
    assert json.loads(REPORTERS["gitlab"](CLEAN)) == []


def test_sarif_is_read_by_its_models_and_names_rules_and_places() -> None:
    [run] = Sarif.model_validate_json(REPORTERS["sarif"](REPORT)).runs
    rules = run.tool.driver.rules or []
    results = run.results or []
    assert [rule.id for rule in rules] == ["TA201", "TA601", "TA603"]
    assert [(one.rule_id, one.level, rules[one.rule_index or 0].id) for one in results] == [
        ("TA201", Level.ERROR, "TA201"),
        ("TA601", Level.WARNING, "TA601"),
        ("TA603", Level.NOTE, "TA603"),
    ]
    place = (results[0].locations or [])[0].physical_location
    assert place is not None
    assert place.region is not None
    assert (place.artifact_location.uri, place.region.start_line, place.region.start_column) == ("tei/a%20b.xml", 12, 5)


def test_sarif_has_the_fingerprints_and_an_empty_run_where_nothing_is_found() -> None:
    [run] = json.loads(REPORTERS["sarif"](REPORT))["runs"]
    found = tuple(result["partialFingerprints"]["teiArchive/v1"] for result in run["results"])
    assert found == REPORT.fingerprints
    [run] = json.loads(REPORTERS["sarif"](CLEAN))["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_junit_has_a_suite_a_file_and_a_case_a_finding() -> None:
    suites = JUnitXml.fromstring(REPORTERS["junit"](REPORT).encode())
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        ("tei/a b.xml", 1, 1),
        ("tei/b.xml", 2, 1),
        ("tei/c.xml", 1, 0),
    ]
    first, second, third = suites
    assert [(case.name, case.is_passed) for case in (*first, *second, *third)] == [
        ("TA201 12:5", False),
        ("TA601 3", False),
        ("TA603", True),
        ("valid", True),
    ]


@given(st.lists(findings, max_size=5))
def test_every_form_can_write_whatever_was_found(found: list[Finding]) -> None:
    report = ValidationReport(tuple(found), ())
    written = {name: form(report) for name, form in REPORTERS.items()}
    assert len(json.loads(written["json"])["findings"]) == len(json.loads(written["gitlab"])) == len(found)
    assert len(json.loads(written["sarif"])["runs"][0]["results"]) == len(found)
    assert sum(suite.tests for suite in JUnitXml.fromfile(io.BytesIO(written["junit"].encode()))) == len(found)
    assert len(written["gnu"].splitlines()) == len(found)


@given(st.lists(findings, max_size=8), st.integers(1, 500))
def test_a_fingerprint_stays_where_lines_are_put_in_above(found: list[Finding], more: int) -> None:
    moved = [
        Finding(one.code, one.severity, one.message, Location(one.where.path, (one.where.line or 0) + more), one.hint)
        for one in found
    ]
    assert fingerprints(moved) == fingerprints(found)
    assert len(set(fingerprints(found))) == len(found)


def test_a_fingerprint_knows_no_line_in_the_words() -> None:
    one, other = (
        Finding("TA003", Severity.ERROR, f"<p> of line {line} is open", Location("a.xml")) for line in (3, 44)
    )
    assert fingerprints([one]) == fingerprints([other])
    assert re.fullmatch("[0-9a-f]{32}", fingerprints([one])[0])


def test_statistics_count_by_code() -> None:
    report = ValidationReport((ID, *(SENDER,) * 10, NOTE), ())
    assert as_statistics(report).split("\n") == [
        "10  TA601  The description of a correspondence does not say who sent it.",
        " 1  TA201  Two elements of a file have the same xml:id.",
        " 1  TA603  A note stands at the foot and nothing in the edition calls it.",
    ]
    assert as_statistics(CLEAN) == ""


def test_the_summary_says_what_the_baseline_left_out() -> None:
    assert summary(ValidationReport((), (Path("a.xml"),), known=2)) == (
        "1 file checked: nothing found; 2 findings of the baseline left out"
    )


@pytest.mark.parametrize(
    ("found", "severity", "has"),
    [
        ((NOTE,), Severity.NOTE, True),
        ((NOTE,), Severity.WARNING, False),
        ((SENDER,), Severity.WARNING, True),
        ((SENDER,), Severity.ERROR, False),
        ((ID,), Severity.NOTE, True),
        ((), Severity.NOTE, False),
    ],
)
def test_as_bad_as(found: tuple[Finding, ...], severity: Severity, has: bool) -> None:
    assert ValidationReport(found, ()).has(severity) is has
