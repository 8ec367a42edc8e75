"""Graphs: who wrote to whom and what answers what, as networkx reads them, with time and without what is not known."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from editions import EVIL, hostile_edition
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from zenda import LETTER, REPLY, STRAY

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.exporting import CorrespondenceGraph, GraphForm, GraphOf
from tei_archive.exporting.graph.ids import pointer_token, token
from tei_archive.exporting.graph.values import Spell, join_spells
from tei_archive.model import (
    ActionType,
    Agent,
    AgentKind,
    Certainty,
    Claim,
    CorrespAction,
    Document,
    Entry,
    HistoricalDate,
    Precision,
    Registers,
)
from tei_archive.tei import EncodedEdition

FORMS = [*GraphForm]
GEXF = {"g": "http://gexf.net/1.3"}
READERS: dict[GraphForm, Callable[[io.BytesIO], nx.DiGraph]] = {
    GraphForm.GEXF: nx.read_gexf,
    GraphForm.GRAPHML: nx.read_graphml,
}
NMTOKEN = re.compile(r"[\w.\-:]+")
MONTH = HistoricalDate(date(1894, 3, 1), date(1894, 3, 31), Precision.MONTH)


def content(edition: EncodedEdition, of: GraphOf, form: GraphForm = GraphForm.GEXF) -> bytes:
    return next(iter(CorrespondenceGraph(of, form).files(edition, "graph"))).content


def omissions(edition: EncodedEdition, of: GraphOf) -> tuple[str, ...]:
    return next(iter(CorrespondenceGraph(of).files(edition, "graph"))).omissions


def read(edition: EncodedEdition, of: GraphOf, form: GraphForm = GraphForm.GEXF) -> nx.DiGraph:
    return READERS[form](io.BytesIO(content(edition, of, form)))


def letter(number: int, sender: Agent | None, addressee: Agent | None, when: HistoricalDate | None = None) -> Document:
    agents = [(ActionType.SENT, sender), (ActionType.RECEIVED, addressee)]
    actions = tuple(
        CorrespAction(
            type_,
            (agent,) if agent else (),
            date=Claim(when) if when and type_ is ActionType.SENT else None,
        )
        for type_, agent in agents
    )
    return replace(STRAY, id=f"z-d{number:03}", actions=actions)


def person(name: str, ref: str | None = None, cert: Certainty = Certainty.HIGH) -> Agent:
    return Agent(Claim(name, certainty=cert), ref=ref)


def on(month: int, day: int) -> HistoricalDate:
    return HistoricalDate(date(1894, month, day), date(1894, month, day))


def edition_with(zenda: EncodedEdition, *letters: Document, known: Registers | None = None) -> EncodedEdition:
    first = zenda.documents[0]
    documents = tuple(replace(first, document=document) for document in letters)
    return replace(zenda, documents=documents, registers=known or Registers())


@pytest.fixture
def kars(repository: Path) -> EncodedEdition:
    return api.load_edition(repository / "corpus" / "kars-1921")


# -- persons -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_the_first_edition_is_an_exchange_with_one_man(kars: EncodedEdition, form: GraphForm) -> None:
    graph = read(kars, GraphOf.PERSONS, form)
    assert {(source, target): data["weight"] for source, target, data in graph.edges(data=True)} == {
        ("pers:natsarenus", "pers:yusuf-kemal"): 2,
        ("pers:yusuf-kemal", "pers:natsarenus"): 2,
        ("pers:mravyan", "pers:yusuf-kemal"): 1,
        ("pers:yusuf-kemal", "pers:mravyan"): 1,
    }
    assert graph.nodes["pers:natsarenus"]["label"] == "Natsarenus"
    assert graph.nodes["pers:natsarenus"]["kind"] == "person"
    assert graph.nodes["pers:yusuf-kemal"]["sent"] == 3
    assert graph.edges["pers:mravyan", "pers:yusuf-kemal"]["letters"] == "kars-1921-d005"
    assert omissions(kars, GraphOf.PERSONS) == ()


def test_each_letter_has_its_time_and_a_month_is_an_interval(zenda: EncodedEdition) -> None:
    flavia, sapt = person("Flavia"), person("Sapt")
    letters = (letter(1, flavia, sapt, on(5, 1)), letter(2, flavia, sapt, MONTH), letter(3, flavia, sapt))
    edge = read(edition_with(zenda, *letters), GraphOf.PERSONS).edges["name:Flavia", "name:Sapt"]
    assert edge["spells"] == [("1894-03-01", "1894-03-31"), ("1894-05-01", "1894-05-01")]
    assert (edge["weight"], edge["undated"]) == (3, 1)
    assert (edge["first"], edge["last"]) == ("1894-03-01", "1894-05-01")
    edge = read(edition_with(zenda, *letters), GraphOf.PERSONS, GraphForm.GRAPHML).edges["name:Flavia", "name:Sapt"]
    assert (edge["start"], edge["end"]) == ("1894-03-01", "1894-05-01")


def test_the_graph_of_gexf_is_one_with_time(kars: EncodedEdition) -> None:
    root = etree.fromstring(content(kars, GraphOf.PERSONS))
    graph = root.find("g:graph", GEXF)
    assert graph is not None
    assert root.get("version") == "1.3"
    settings = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    assert dict(graph.items()) == {**settings, "defaultedgetype": "directed"}
    assert root.find("g:meta", GEXF).get("lastmodifieddate") == "2026-11-23"  # type: ignore[union-attr]


def test_an_edge_is_as_sure_as_its_surest_letter_and_counts_the_others(zenda: EncodedEdition) -> None:
    sure, guessed = person("Flavia"), person("Flavia", cert=Certainty.LOW)
    letters = (letter(1, sure, person("Sapt", cert=Certainty.MEDIUM)), letter(2, guessed, person("Sapt")))
    edge = read(edition_with(zenda, *letters), GraphOf.PERSONS).edges["name:Flavia", "name:Sapt"]
    assert edge["certainty"] == "medium"
    assert [edge[f"letters_{cert}"] for cert in ("high", "medium", "low")] == [0, 1, 1]


def test_persons_are_told_by_register_then_by_name_then_by_office(zenda: EncodedEdition) -> None:
    office = Agent(role=Claim("the chancellor"))
    registers = Registers(
        (Entry("flavia", "Queen Flavia", roles=("queen",), authorities=(("GND", "1"),)),
         Entry("regent", "the regent", name_known=False)),
        (Entry("senate", "Senate"),),
    )  # fmt: skip
    letters = (
        letter(1, person("Flavia", "pers:flavia"), person("Flavia")),
        letter(2, person("The Queen", "pers:flavia"), office),
        letter(3, person("His Highness", "pers:regent"), Agent(Claim("Senate"), kind=AgentKind.ORGANISATION)),
        letter(4, Agent(Claim("Senate"), ref="org:senate", kind=AgentKind.ORGANISATION), person("X", "pers:missing")),
        letter(5, person("Fritz", "https://example.org/fritz von t"), person("Fritz", "https://example.org/other")),
    )
    nodes = read(edition_with(zenda, *letters, known=registers), GraphOf.PERSONS).nodes
    assert {id_: (data["label"], data["kind"]) for id_, data in nodes.items() if not id_.startswith("https:")} == {
        "pers:flavia": ("Queen Flavia", "person"),
        "name:Flavia": ("Flavia", "person"),
        token("office", "the chancellor"): ("the chancellor", "office"),
        "pers:regent": ("the regent", "office"),
        "name:Senate": ("Senate", "organisation"),
        "org:senate": ("Senate", "organisation"),
        "pers:missing": ("X", "person"),
    }
    assert (nodes["pers:flavia"]["offices"], nodes["pers:flavia"]["authorities"]) == ("queen", "GND 1")
    assert {data["ref"] for id_, data in nodes.items() if id_.startswith("https:")} == {
        "https://example.org/fritz", "https://example.org/other",
    }  # fmt: skip


def test_what_is_not_known_is_left_out_and_counted(zenda: EncodedEdition) -> None:
    flavia = person("Flavia")
    letters = (letter(1, flavia, None), letter(2, None, flavia), letter(3, None, None), letter(4, None, None))
    edition = edition_with(zenda, *letters)
    graph = read(edition, GraphOf.PERSONS)
    assert (len(graph.nodes), len(graph.edges)) == (0, 0)
    assert omissions(edition, GraphOf.PERSONS) == (
        "1 letter without a sender",
        "1 letter without an addressee",
        "2 letters with neither sender nor addressee",
    )
    for form in FORMS:
        assert b"Left out: 1 letter without a sender; " in content(edition, GraphOf.PERSONS, form)


def test_copies_for_information_are_no_letters_to_somebody(zenda: EncodedEdition) -> None:
    graph = read(zenda, GraphOf.PERSONS)
    assert "name:Senate" in graph
    assert "name:Sapt" not in graph


# -- letters -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_answers_lead_to_what_they_answer(kars: EncodedEdition, form: GraphForm) -> None:
    graph = read(kars, GraphOf.LETTERS, form)
    assert len(graph) == 6
    assert set(graph.edges) == {(f"kars-1921-d00{n}", f"kars-1921-d00{n - 1}") for n in (2, 4, 6)}
    edge = graph.edges["kars-1921-d002", "kars-1921-d001"]
    assert (edge["certainty"], edge["rule"], edge["words"]) == ("medium", "link.reply", "this note")
    assert edge["days"] == 8
    node = graph.nodes["kars-1921-d001"]
    assert (node["sender"], node["addressee"], node["date"]) == ("Natsarenus", "Yusuf Kemal", "1921-08-20")


def test_references_that_lead_to_no_letter_are_counted(zenda: EncodedEdition) -> None:
    graph = read(zenda, GraphOf.LETTERS)
    assert set(graph.edges) == {("zenda-d002", "zenda-d001")}
    assert graph.nodes["zenda-d002"]["spells"] == [("1894-03-01", "1894-03-31")]
    assert "spells" not in graph.nodes["zenda-d003"]
    assert omissions(zenda, GraphOf.LETTERS) == ("1 reference without a letter (no-candidate)",)
    alone = replace(zenda, documents=tuple(one for one in zenda.documents if one.document.id == REPLY.id))
    assert omissions(alone, GraphOf.LETTERS)[1:] == ("1 reference to letters outside of the edition",)


def test_the_specimens_are_graphs(specimens: tuple[EncodedEdition, ...]) -> None:
    for edition in specimens:
        answers = read(edition, GraphOf.LETTERS)
        assert set(answers) == {one.document.id for one in edition.documents}
        both = [one for one in edition.documents if one.document.senders and one.document.addressees]
        assert sum(data["weight"] for *_, data in read(edition, GraphOf.PERSONS).edges(data=True)) >= len(both)


# -- form ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("of", [*GraphOf])
@pytest.mark.parametrize("form", FORMS)
def test_hostile_names_come_out_as_they_are(tmp_path: Path, of: GraphOf, form: GraphForm) -> None:
    edition = hostile_edition(tmp_path)
    graph = read(edition, of, form)
    assert len(graph) >= 2
    assert {data["label"] for data in graph.nodes.values()} == {EVIL.strip()}
    root = etree.fromstring(content(edition, of, form))
    assert {etree.QName(element).localname for element in root.iter("*")} & {"script", "img"} == set()
    assert all(NMTOKEN.fullmatch(element.get("id", "x")) for element in root.iter("{*}node", "{*}edge"))


def test_a_title_that_xml_cannot_hold_is_shown_without_it(zenda: EncodedEdition) -> None:
    edition = replace(zenda, project=replace(zenda.project, title="a\x00b\x1b"))
    assert "a\ufffdb\ufffd." in content(edition, GraphOf.PERSONS).decode()


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_ids_are_tokens_and_tell_names_apart(first: str, second: str) -> None:
    assert NMTOKEN.fullmatch(token("name", first))
    assert NMTOKEN.fullmatch(pointer_token(first))
    assert (token("name", first) == token("name", second)) == (first == second)


@given(st.lists(st.tuples(st.dates(), st.dates()).map(sorted), max_size=8))
def test_joined_spells_cover_the_same_days_and_share_none(pairs: list[list[date]]) -> None:
    spells = [Spell(first, last) for first, last in pairs]
    joined = join_spells(spells)
    assert all(before.end < after.start for before, after in pairwise(joined))
    assert all(any(one.start <= spell.start and spell.end <= one.end for one in joined) for spell in spells)
    assert {one.start for one in joined} <= {spell.start for spell in spells}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_edition_gives_the_same_bytes(kars: EncodedEdition, form: GraphForm) -> None:
    shuffled = replace(kars, documents=kars.documents)
    assert content(kars, GraphOf.PERSONS, form) == content(shuffled, GraphOf.PERSONS, form)


def test_a_graph_that_another_program_saved_is_not_replaced(tmp_path: Path, repository: Path) -> None:
    folder, out = repository / "corpus" / "kars-1921", tmp_path / "persons.gexf"
    api.export(CorrespondenceGraph(), folder, out)
    api.export(CorrespondenceGraph(GraphOf.LETTERS, GraphForm.GRAPHML), folder, out)
    nx.write_gexf(nx.DiGraph(), out)
    with pytest.raises(ExportError, match="not a file that"):
        api.export(CorrespondenceGraph(), folder, out)


def test_the_fields_are_documented(repository: Path, zenda: EncodedEdition) -> None:
    page = (repository / "docs" / "graphs.md").read_text(encoding="utf-8")
    names = {
        element.get("id", "")
        for of in GraphOf
        for element in etree.fromstring(content(zenda, of)).iterfind(".//g:attribute", GEXF)
    }
    assert sorted(name for name in names if f"`{name}`" not in page) == []


def test_the_letter_of_the_small_edition_has_two_senders(zenda: EncodedEdition) -> None:
    graph = read(edition_with(zenda, LETTER), GraphOf.PERSONS)
    assert set(graph.edges) == {("pers:flavia", "name:Senate"), ("office:chancellor", "name:Senate")}
