"""The ledger: what is written is read, and a broken line is named."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_archive.errors import ReadingError
from tei_archive.model import Decision, Span
from tei_archive.reading.ledger import read_ledger, write_ledger

text = st.text(st.characters(exclude_categories=["Cs"]))
score = st.floats(allow_nan=False, allow_infinity=False)
spans = st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
decisions = st.builds(
    Decision,
    document=text,
    field=text,
    value=text,
    words=spans,
    rule=text,
    score=score,
    runner_up=st.none() | text,
    runner_up_rule=st.none() | text,
    runner_up_score=st.none() | score,
    evidence=st.lists(st.tuples(text, score), max_size=3).map(tuple),
)


@given(st.lists(decisions))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, written: list[Decision]) -> None:
    path = tmp_path_factory.mktemp("ledger") / "ledger.jsonl"
    path.write_bytes(write_ledger(written))
    assert read_ledger(path) == tuple(written)


def test_a_line_a_decision() -> None:
    decision = Decision("a-d001", "date", "1894-03-03", Span(3, 9), "head.date", 2.0)
    assert write_ledger([decision, decision]).count(b"\n") == 2


def test_the_margin_and_the_evidence_are_written_out() -> None:
    decision = Decision("a-d001", "boundary", "", Span(3, 9), "r", 5.0, "none", None, 2.0, (("salute", 1.5),))
    found = json.loads(write_ledger([decision]))
    assert (found["margin"], found["evidence"]) == (3.0, [{"what": "salute", "weight": 1.5}])


def test_a_ledger_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    line = '{"document": "d", "field": "f", "value": "v", "words": [0, 1], "rule": "r", "score": 1}'
    (tmp_path / "ledger.jsonl").write_text(line, encoding="utf-8")
    assert read_ledger(tmp_path / "ledger.jsonl") == (Decision("d", "f", "v", Span(0, 1), "r", 1.0),)


@pytest.mark.parametrize(
    "line",
    [
        "nothing",
        "[]",
        "3",
        '{"document": "d"}',
        '{"document": 1, "field": "f", "value": "v", "words": [0, 1], "rule": "r", "score": 1}',
        '{"document": "d", "field": "f", "value": "v", "words": [2, 1], "rule": "r", "score": 1}',
        '{"document": "d", "field": "f", "value": "v", "words": [0, 1], "rule": "r", "score": "high"}',
        '{"document": "d", "field": "f", "value": "v", "words": [0, 1], "rule": "r", "score": 1, "evidence": [1]}',
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(write_ledger([Decision("d", "f", "v", Span(0, 1), "r", 1.0)]) + line.encode() + b"\n")
    with pytest.raises(ReadingError, match=r"ledger\.jsonl:2: not a line of a ledger"):
        read_ledger(path)


def test_a_missing_ledger_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as caught:
        read_ledger(tmp_path / "ledger.jsonl")
    assert caught.value.hint is not None
