"""Linked data: what is stated, on what evidence, in Turtle that every reader understands."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyshacl
import pytest
from editions import EVIL, hostile_edition
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, SDO

from tei_archive import api
from tei_archive.errors import ExportError
from tei_archive.exporting import LinkedData
from tei_archive.exporting.linked_data.literals import EDTF, date_literal
from tei_archive.model import Entry, HistoricalDate, Precision, Registers, Reserve
from tei_archive.schema_files import schema_file
from tei_archive.tei import EncodedEdition

BASE = "https://example.org/kars"
CITO = Namespace("http://purl.org/spar/cito/")
CRM = Namespace("http://www.cidoc-crm.org/cidoc-crm/")


def content(edition: EncodedEdition) -> bytes:
    return next(iter(LinkedData().files(edition, "edition.ttl"))).content


def read(edition: EncodedEdition) -> Graph:
    return Graph().parse(data=content(edition), format="turtle")


def at(path: str) -> URIRef:
    return URIRef(f"{BASE}/{path}")


@pytest.fixture
def kars(repository: Path) -> EncodedEdition:
    edition = api.load_edition(repository / "corpus" / "kars-1921")
    return replace(edition, project=replace(edition.project, base_url=f"{BASE}/"))


def test_letters_are_messages_with_their_parties(kars: EncodedEdition) -> None:
    graph = read(kars)
    letters = set(graph.subjects(RDF.type, SDO.Message))
    assert letters == {at(f"kars-1921-d00{n}") for n in range(1, 7)}
    second = at("kars-1921-d002")
    assert graph.value(second, SDO.sender) == at("registers.xml#yusuf-kemal")
    assert graph.value(second, SDO.toRecipient) == at("registers.xml#natsarenus")
    assert graph.value(second, CITO.repliesTo) == at("kars-1921-d001")
    assert graph.value(second, SDO.dateSent) == Literal("1921-08-28", datatype=XSD.date)
    assert graph.value(at("registers.xml#natsarenus"), SDO.name) == Literal("Natsarenus")
    assert graph.value(at(""), SDO.name) == Literal(kars.project.title)


def test_every_statement_says_what_it_rests_on(kars: EncodedEdition) -> None:
    graph = read(kars)
    statement = at("kars-1921-d002#addressee-1-statement")
    assert graph.value(statement, RDF.object) == at("registers.xml#natsarenus")
    assert set(graph.objects(statement, CRM.P2_has_type)) == {at("#certainty-low"), at("#evidence-conjecture")}
    words = at("sources/kars-1921.txt#char=1442,1451")
    assert set(graph.objects(statement, PROV.wasDerivedFrom)) == {at("kars-1921-d001"), words}
    assert graph.value(words, SDO.text) == Literal("this note")
    assert graph.value(statement, PROV.wasInfluencedBy) == at("registers.xml#rule.engine.counterpart")
    for found in graph.subjects(RDF.type, RDF.Statement):
        triple = [graph.value(found, part) for part in (RDF.subject, RDF.predicate, RDF.object)]
        assert tuple(triple) in graph


def test_it_keeps_to_the_shapes(
    kars: EncodedEdition, zenda: EncodedEdition, specimens: tuple[EncodedEdition, ...], tmp_path: Path
) -> None:
    shapes = Graph().parse(schema_file("edition.shacl.ttl"), format="turtle")
    named = [replace(one, project=replace(one.project, base_url=BASE)) for one in specimens]
    for edition in (kars, zenda, hostile_edition(tmp_path), *named):
        graph = read(edition)
        conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
        assert conforms, report
        graph.remove((None, SDO.encoding, None))
        assert not pyshacl.validate(graph, shacl_graph=shapes)[0]


def test_somebody_in_no_register_is_known_to_the_letter_alone(zenda: EncodedEdition) -> None:
    graph = read(zenda)
    first = URIRef("https://example.org/zenda/zenda-d001")
    people = {node: graph.value(node, SDO.name) or graph.value(node, SDO.jobTitle) for node in graph.objects(first)}
    assert people[URIRef(f"{first}#sender-1")] == Literal("Flavia")
    assert people[URIRef(f"{first}#sender-2")] == Literal("chancellor")
    assert (URIRef(f"{first}#sender-2"), SDO.name, None) not in graph
    assert set(graph.objects(first, SDO.ccRecipient)) == {URIRef(f"{first}#copy-1"), URIRef(f"{first}#copy-2")}
    assert graph.value(URIRef(f"{first}#addressee-1"), RDF.type) == SDO.Organization
    assert graph.value(URIRef(f"{first}#place"), SDO.name) == Literal("Strelsau")


def test_addresses_of_authorities_are_links_and_others_are_words(kars: EncodedEdition) -> None:
    ids = (("GND", "https://d-nb.info/gnd/1"), ("GND", "118"), ("GND", "none"), ("URI", "javascript:alert(1)"))
    entry = Entry("x", "X", authorities=ids)
    graph = read(replace(kars, registers=Registers((entry,))))
    subject = at("registers.xml#x")
    assert set(graph.objects(subject, SDO.sameAs)) == {URIRef(f"https://d-nb.info/gnd/{number}") for number in (1, 118)}
    assert set(graph.objects(subject, SDO.identifier)) == {Literal("GND:none"), Literal("URI:javascript:alert(1)")}


def test_what_is_not_known_is_not_stated_and_counted(zenda: EncodedEdition) -> None:
    (file,) = LinkedData().files(zenda, "edition.ttl")
    graph = read(zenda)
    assert list(graph.objects(URIRef("https://example.org/zenda/zenda-d002"), CITO.repliesTo)) == [
        URIRef("https://example.org/zenda/zenda-d001")
    ]
    assert file.omissions == ("1 reference to letters that could not be told",)
    assert list(graph.predicate_objects(URIRef("https://example.org/zenda/zenda-d003"))) != []
    assert graph.value(URIRef("https://example.org/zenda/zenda-d003"), SDO.sender) is None


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (HistoricalDate(date(1894, 3, 3), date(1894, 3, 3)), ("1894-03-03", XSD.date)),
        (HistoricalDate(date(1894, 3, 1), date(1894, 3, 31), Precision.MONTH), ("1894-03", XSD.gYearMonth)),
        (HistoricalDate(date(1894, 1, 1), date(1894, 12, 31), Precision.YEAR), ("1894", XSD.gYear)),
        (HistoricalDate(date(1894, 3, 3), date(1894, 3, 5), Precision.WINDOW), ("[1894-03-03..1894-03-05]", EDTF)),
        (HistoricalDate(date(1894, 3, 3), date(1894, 3, 3), reserve=Reserve.UNCERTAIN), ("1894-03-03?", EDTF)),
    ],
)
def test_a_date_is_never_more_exact_than_its_words(when: HistoricalDate, expected: tuple[str, URIRef]) -> None:
    found = date_literal(when)
    assert (str(found), found.datatype) == expected


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    graph = read(hostile_edition(tmp_path))
    assert Literal(EVIL.strip()) in set(graph.objects(None, SDO.name))
    assert all(str(node).startswith("https://example.org/evil/") for node in graph.subjects())
    addresses = {str(node) for triple in graph for node in triple if isinstance(node, URIRef)}
    assert [address for address in addresses if "alert" in address or "quoted" in address] == []


def test_an_edition_without_address_is_told_what_to_do(repository: Path) -> None:
    with pytest.raises(ExportError, match="has no address") as caught:
        api.render(LinkedData(), repository / "corpus" / "kars-1921")
    assert "base_url" in (caught.value.hint or "")


@pytest.mark.parametrize("address", ['https://example.org/a"b', "https://example.org/<x>", "javascript:alert(1)", ""])
def test_an_address_that_rdf_cannot_hold_is_refused(kars: EncodedEdition, address: str) -> None:
    edition = replace(kars, project=replace(kars.project, base_url=address))
    with pytest.raises(ExportError, match="cannot be an address"):
        content(edition)


def test_without_rdflib_the_remedy_is_named(kars: EncodedEdition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rdflib", None)
    monkeypatch.delitem(sys.modules, "tei_archive.exporting.linked_data.graph", raising=False)
    for name in [name for name in sys.modules if name.startswith("tei_archive.exporting.linked_data.")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(ExportError, match="rdflib") as caught:
        content(kars)
    assert caught.value.hint == "pip install 'tei-archive[rdf]'"


def test_the_bytes_do_not_depend_on_the_order_of_sets(kars: EncodedEdition, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from dataclasses import replace\n"
        "from tei_archive import api; from tei_archive.exporting import LinkedData\n"
        "edition = api.load_edition(Path(sys.argv[1]))\n"
        f"edition = replace(edition, project=replace(edition.project, base_url='{BASE}/'))\n"
        "sys.stdout.buffer.write(next(iter(LinkedData().files(edition, 'x'))).content)\n"
    )
    command = [sys.executable, "-c", program, str(kars.folder)]
    found = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    ]
    assert found == [content(kars)] * 2


def test_only_a_file_of_ours_is_replaced(kars: EncodedEdition) -> None:
    assert LinkedData().made("x.ttl", content(kars))
    assert not LinkedData().made("x.ttl", b"@prefix schema: <https://schema.org/> .\n")
