"""Chains of replies as trees at 80 columns, and as JSON."""

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fixture_types import Golden
from rich.console import Console
from zenda import STRAY, write_edition

from tei_archive import api
from tei_archive.errors import ReadingError
from tei_archive.model import (
    ActionType,
    Agent,
    Certainty,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    HistoricalDate,
    Relation,
    Unresolved,
)
from tei_archive.reporting import chains_json, chains_report

HALM, REINER = Agent(Claim("Halm")), Agent(Claim("Ewald Reiner"))
OPEN = ContextRef(Relation.IS_REPLY_TO, "your note", reason=Unresolved.NO_CANDIDATE)
VAGUE = ContextRef(Relation.IS_REPLY_TO, "your last", reason=Unresolved.NOT_IDENTIFIED)


def letter(number: int, day: int | None, *answers: int | ContextRef, cert: Certainty = Certainty.HIGH) -> Document:
    """A letter from the one to the other in turn."""
    refs = tuple(
        one
        if isinstance(one, ContextRef)
        else ContextRef(Relation.IS_REPLY_TO, f"no. {one}", target=f"zenda-d{one:03}", certainty=cert)
        for one in answers
    )
    when = HistoricalDate(date(1894, 3, day), date(1894, 3, day)) if day else None
    there, here = (HALM, REINER) if number % 2 else (REINER, HALM)
    sent = CorrespAction(ActionType.SENT, (there,), date=Claim(when) if when else None)
    acts = (sent, CorrespAction(ActionType.RECEIVED, (here,)))
    return replace(STRAY, id=f"zenda-d{number:03}", title=f"Letter {number}", actions=acts, context=refs)


def chains(folder: Path, *documents: Document, minimum: int = 2) -> api.ChainsReport:
    return api.chains([write_edition(folder, *documents)], minimum)


def drawn(report: api.ChainsReport) -> str:
    terminal = Console(file=io.StringIO(), width=80, highlight=False)
    terminal.print(chains_report(report))
    assert isinstance(terminal.file, io.StringIO)
    return "\n".join(line.rstrip() for line in terminal.file.getvalue().splitlines()) + "\n"


FOREST = (
    letter(1, 1),
    letter(2, 4, 1, OPEN, VAGUE),
    letter(3, 4, 2, cert=Certainty.MEDIUM),
    letter(4, 9, 1, OPEN),
    letter(5, None, 4),
    letter(6, 30),
    letter(7, 20, 6, 1),
    letter(8, 14),
    letter(9, 2, 8, cert=Certainty.LOW),
    letter(10, 15, OPEN),
)


def test_chains_are_drawn_as_trees(tmp_path: Path, golden: Golden) -> None:
    report = chains(tmp_path, *FOREST)
    assert report.early == ()
    golden(drawn(report), "reporting/chains.txt")


def test_what_cannot_be_true_is_named(tmp_path: Path, golden: Golden) -> None:
    report = chains(tmp_path, letter(1, 1, 3), letter(2, 2, 1), letter(3, 3, 2), letter(4, 29), letter(5, 15, 4))
    assert not report.clean
    golden(drawn(report), "reporting/chains-that-cannot-be.txt")


def test_a_deep_chain_goes_on_below_and_stays_narrow(tmp_path: Path) -> None:
    report = chains(tmp_path, letter(1, 1), *(letter(n, n, n - 1) for n in range(2, 31)))
    lines = drawn(report).splitlines()
    assert max(map(len, lines)) <= 80
    starts = [line.split()[0] for line in lines if line.startswith("zenda-")]
    assert starts == ["zenda-d001", "zenda-d007", "zenda-d013", "zenda-d019", "zenda-d025"]
    assert sum("(goes on below)" in " ".join(lines[n : n + 2]) for n in range(len(lines))) >= 4


def test_short_chains_can_be_left_out(tmp_path: Path) -> None:
    folder = write_edition(tmp_path, *FOREST)
    sizes = {minimum: [len(chain) for chain in api.chains([folder], minimum).chains] for minimum in (1, 2, 3)}
    assert sizes == {1: [5, 2, 1, 2], 2: [5, 2, 2], 3: [5]}


def test_json_has_every_document_before_what_answers_it(tmp_path: Path) -> None:
    found = json.loads(chains_json(chains(tmp_path, *FOREST)))
    first, *_ = found["chains"]
    assert [document["id"][-1] for document in first] == ["1", "2", "3", "4", "5"]
    assert first[1] == {
        "id": "zenda-d002",
        "title": "Letter 2",
        "date": "1894-03-04",
        "from": ["Ewald Reiner"],
        "to": ["Halm"],
        "answers": [{"target": "zenda-d001", "cert": "high", "text": "no. 1"}],
        "days": 3,
        "unresolved": 2,
    }
    assert found["unresolved"] == {"no-candidate": 3, "not-identified": 1}
    assert (found["circles"], found["too_early"]) == ([], [])


def test_a_letter_may_answer_one_of_another_edition(tmp_path: Path) -> None:
    one = write_edition(tmp_path / "one", letter(1, 1))
    other = write_edition(tmp_path / "other", letter(2, 3, 1))
    assert api.chains([other]).outside == 1
    together = api.chains([other, one])
    assert together.chains == (("zenda-d001", "zenda-d002"),)
    assert together.outside == 0
    assert chains_json(together) == chains_json(api.chains([one, other]))


def test_two_editions_may_not_share_an_id(tmp_path: Path) -> None:
    one, other = (write_edition(tmp_path / name, letter(1, 1)) for name in ("one", "other"))
    with pytest.raises(ReadingError, match="another document has the id zenda-d001") as caught:
        api.chains([one, other])
    assert caught.value.hint
