"""The whole edition as a graph of RDF, written as Turtle. This module needs the extra `rdf`, which has rdflib."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, SDO, SKOS

from tei_archive.exporting.linked_data.addresses import Addresses, find_addresses, is_web_address
from tei_archive.exporting.linked_data.evidence import CRM, state_terms
from tei_archive.exporting.linked_data.letters import BIBO, CITO, Known, state_letter
from tei_archive.exporting.linked_data.registers import Triple, state_registers
from tei_archive.model import Project, Relation
from tei_archive.model.folder import PROJECT_FILE
from tei_archive.tei import EncodedEdition

_PREFIXES = {
    "bibo": BIBO,
    "cito": CITO,
    "crm": CRM,
    "dcterms": DCTERMS,
    "prov": PROV,
    "rdf": RDF,
    "schema": SDO,
    "skos": SKOS,
    "xsd": XSD,
}


def write_turtle(edition: EncodedEdition) -> tuple[bytes, tuple[str, ...]]:
    """Give back the edition as Turtle, and in words what was left out. The same edition, the same bytes.

    Raises `ExportError` where the edition has no address.
    """
    addresses = find_addresses(edition.project, edition.folder / PROJECT_FILE)
    known = Known(
        addresses,
        frozenset(encoded.document.id for encoded in edition.documents),
        Known.pointers(edition.registers),
        {source.name: source.text for source in edition.sources},
    )
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in _PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in _state(edition, known):
        graph.add(triple)
    content = graph.serialize(format="turtle", encoding="utf-8")
    return content, tuple(_omissions(edition, known))


def _state(edition: EncodedEdition, known: Known) -> Iterator[Triple]:
    yield from _state_edition(edition.project, known.addresses)
    yield from state_terms(known.addresses)
    yield from state_registers(edition, known.addresses)
    for encoded in edition.documents:
        yield from state_letter(encoded, known)


def _state_edition(project: Project, addresses: Addresses) -> Iterator[Triple]:
    subject = addresses.edition
    yield subject, RDF.type, SDO.Collection
    yield subject, SDO.name, Literal(project.title)
    yield subject, SDO.version, Literal(project.version)
    yield subject, SDO.publisher, Literal(project.publisher)
    if project.description:
        yield subject, SDO.description, Literal(project.description)
    if project.date:
        yield subject, SDO.datePublished, Literal(project.date, datatype=XSD.date, normalize=False)
    if project.licence and is_web_address(project.licence):
        yield subject, SDO.license, URIRef(project.licence)
    for number, editor in enumerate(project.editors, start=1):
        has_address = editor.ref is not None and is_web_address(editor.ref)
        person = URIRef(editor.ref or "") if has_address else addresses.term(f"ed.{number}")
        yield subject, SDO.editor, person
        yield person, RDF.type, SDO.Person
        yield person, SDO.name, Literal(editor.name)


def _omissions(edition: EncodedEdition, known: Known) -> Iterator[str]:
    refs = (ref for encoded in edition.documents for ref in encoded.document.context)
    lost = sum(ref.relation is Relation.IS_REPLY_TO and known.target(ref) is None for ref in refs)
    if lost:
        yield f"{lost} {'reference' if lost == 1 else 'references'} to letters that could not be told"
