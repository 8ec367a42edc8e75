"""Two candidates are no candidate, and the run says so."""

from pathlib import Path

from tei_archive import api

TEXT = """Note from the consul of Ruritania in Zenda to the minister for forests, Ewald Reiner.

June 9, 1894

June 12, 1894

The forest is on fire.

Halm
"""


def test_two_datelines_leave_the_date_open(tmp_path: Path) -> None:
    source = tmp_path / "forest.txt"
    source.write_text(TEXT, encoding="utf-8")
    api.segment([source], tmp_path / "edition", profile="base-en")
    found = api.explain(tmp_path / "edition", "d001")
    (date,) = (decision for decision in found.decisions if decision.field == "date")
    assert found.document.date is None
    assert (date.value, date.rule) == ("", "engine.undecided")
    assert {date.runner_up, found.rules[date.rule]} == {
        "1894-06-09 | 1894-06-12",
        "two values are as good as each other, so none is taken",
    }
