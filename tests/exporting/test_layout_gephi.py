"""The layout for Gephi: every edge has its two nodes, and intervals are such as Gephi reads."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from court import REGISTERS, court_letter, files, read, write_court
from hypothesis import given
from hypothesis import strategies as st
from zenda import REPLY, STRAY

from tei_archive.exporting import CsvLayout
from tei_archive.exporting.tables.kinds import Kind
from tei_archive.exporting.tables.layouts.intervals import merged, time_interval
from tei_archive.model import ActionType, Agent, AgentKind, Claim, ContextRef, CorrespAction, HistoricalDate, Relation
from tei_archive.tei import EncodedEdition

FORM = CsvLayout("gephi")
Row = dict[str, str]
INTERVALS = re.compile(r"<(\[\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d\];?)+>")


def tables(edition: EncodedEdition) -> dict[str, list[Row]]:
    return {name.removesuffix(".csv"): read(content) for name, content in files(FORM, edition).items()}


def test_two_graphs_have_nodes_and_edges(court: EncodedEdition) -> None:
    assert list(tables(court)) == ["persons-nodes", "persons-edges", "letters-nodes", "letters-edges"]


@pytest.mark.parametrize("graph", ["persons", "letters"])
def test_every_edge_has_two_nodes_and_every_id_is_one(graph: str, court: EncodedEdition) -> None:
    made = tables(court)
    nodes = [row["Id"] for row in made[f"{graph}-nodes"]]
    edges = made[f"{graph}-edges"]
    assert edges
    assert len(set(nodes)) == len(nodes)
    assert len({row["Id"] for row in edges}) == len(edges)
    assert {end for row in edges for end in (row["Source"], row["Target"])} <= set(nodes)
    assert {row["Type"] for row in edges} == {"Directed"}


def test_who_wrote_to_whom(court: EncodedEdition) -> None:
    edges = {(row["Source"], row["Target"]): row for row in tables(court)["persons-edges"]}
    assert set(edges) == {
        ("pers:flavia", "org:senate"),
        ("chancellor", "org:senate"),
        ("org:senate", "pers:flavia"),
    }
    assert edges["pers:flavia", "org:senate"]["Weight"] == "1"
    assert edges["pers:flavia", "org:senate"]["Time Interval"] == "<[1894-03-03,1894-03-03]>"
    assert edges["org:senate", "pers:flavia"]["Time Interval"] == "<[1894-03-05,1894-03-09]>"


def test_a_correspondent_is_an_entry_of_the_registers_or_a_name(court: EncodedEdition) -> None:
    nodes = {row["Id"]: (row["Label"], row["kind"]) for row in tables(court)["persons-nodes"]}
    assert nodes == {
        "pers:flavia": ("Flavia", "person"),
        "chancellor": ("chancellor", "person"),
        "org:senate": ("Senate of Ruritania", "organisation"),
    }


def test_a_name_that_is_once_a_person_and_once_an_office_is_one_node(tmp_path: Path) -> None:
    agents = tuple(Agent(Claim("Halm"), kind=kind) for kind in AgentKind)
    actions = (CorrespAction(ActionType.SENT, agents), CorrespAction(ActionType.RECEIVED, agents[1:]))
    made = tables(write_court(tmp_path / "e", replace(STRAY, actions=actions)))
    assert [row["Id"] for row in made["persons-nodes"]] == ["Halm"]
    assert [row["Weight"] for row in made["persons-edges"]] == ["1"]


def test_letters_between_the_same_two_are_one_edge(tmp_path: Path) -> None:
    letter = court_letter()
    sent, *others = letter.actions
    later = HistoricalDate(date(1894, 6, 1), date(1894, 6, 1))
    second = replace(
        letter, id="zenda-d009", enclosures=(), blocks=(), actions=(replace(sent, date=Claim(later)), *others)
    )
    edition = write_court(tmp_path / "e", letter)
    twice = replace(edition.documents[0], document=second)
    edges = tables(replace(edition, documents=(*edition.documents, twice)))["persons-edges"]
    (edge,) = (edge for edge in edges if edge["Source"] == "pers:flavia")
    assert (edge["Weight"], edge["Label"]) == ("2", "2 letters")
    assert edge["Time Interval"] == "<[1894-03-03,1894-03-03];[1894-06-01,1894-06-01]>"


def test_which_letter_answers_which(court: EncodedEdition) -> None:
    made = tables(court)
    assert [(row["Source"], row["Target"]) for row in made["letters-edges"]] == [("zenda-d002", "zenda-d001")]
    nodes = {row["Id"]: row for row in made["letters-nodes"]}
    assert set(nodes) == {"zenda-d001", "zenda-d002", "zenda-d003"}
    assert (nodes["zenda-d001"]["sender"], nodes["zenda-d003"]["Time Interval"]) == ("Flavia, chancellor", "")


def test_an_answer_to_itself_twice_or_to_another_edition_is_no_edge(tmp_path: Path) -> None:
    targets = ("zenda-d002", "zenda-d003", "zenda-d003", "https://example.org/d1")
    context = tuple(ContextRef(Relation.IS_REPLY_TO, "x", target=target) for target in targets)
    edition = write_court(tmp_path / "e", replace(REPLY, context=context), STRAY, registers=REGISTERS)
    assert [row["Target"] for row in tables(edition)["letters-edges"]] == ["zenda-d003"]


def test_intervals_have_the_form_of_gephi(court: EncodedEdition) -> None:
    cells = [row["Time Interval"] for rows in tables(court).values() for row in rows if row["Time Interval"]]
    assert len(cells) >= 5
    assert all(INTERVALS.fullmatch(cell) and not cell.endswith(";>") for cell in cells)


def ending(first: date, length: int) -> date:
    return date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))


days = st.dates(date(1890, 1, 1), date(1890, 1, 25)) | st.dates(date(9999, 12, 20))
intervals = st.lists(st.tuples(days, st.integers(0, 9)).map(lambda found: (found[0], ending(*found))), max_size=8)


def days_in(found: Iterable[tuple[date, date]]) -> set[int]:
    return {day for first, last in found for day in range(first.toordinal(), last.toordinal() + 1)}


@given(intervals)
def test_merging_keeps_every_day_and_parts_the_intervals(found: list[tuple[date, date]]) -> None:
    made = merged(found)
    assert days_in(made) == days_in(found)
    assert all(before[1].toordinal() + 1 < after[0].toordinal() for before, after in pairwise(made))
    assert all(Kind.INTERVAL.holds(cell) for cell in time_interval(found))
