"""Persons, organisations and places of the registers, and the rules, as RDF."""

from collections.abc import Iterator

from rdflib import RDF, RDFS, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, SDO

from tei_archive.exporting.authorities import complete
from tei_archive.exporting.linked_data.addresses import Addresses, is_web_address
from tei_archive.model import Entry, Registers
from tei_archive.tei import EncodedEdition

Triple = tuple[URIRef, URIRef, URIRef | Literal]


def state_registers(edition: EncodedEdition, addresses: Addresses) -> Iterator[Triple]:
    """Give back what the registers say."""
    registers: Registers = edition.registers
    for kind, entries in (
        (SDO.Person, registers.persons),
        (SDO.Organization, registers.organisations),
        (SDO.Place, registers.places),
    ):
        for entry in entries:
            yield from _state_entry(entry, kind, addresses)
    for rule, words in edition.rules.items():
        yield addresses.rule(rule), RDF.type, PROV.Plan
        yield addresses.rule(rule), RDFS.label, Literal(rule)
        yield addresses.rule(rule), DCTERMS.description, Literal(words)


def _state_entry(entry: Entry, kind: URIRef, addresses: Addresses) -> Iterator[Triple]:
    subject = addresses.entry(entry.id)
    yield subject, RDF.type, kind
    yield subject, SDO.name if entry.name_known else SDO.jobTitle, Literal(entry.name)
    for variant in entry.variants:
        yield subject, SDO.alternateName, Literal(variant)
    for role in entry.roles:
        yield subject, SDO.jobTitle if kind == SDO.Person else SDO.description, Literal(role)
    if entry.coordinates:
        yield subject, SDO.latitude, Literal(entry.coordinates.latitude)
        yield subject, SDO.longitude, Literal(entry.coordinates.longitude)
    for authority, value in entry.authorities:
        address = value if is_web_address(value) else complete(authority, value)
        if address:
            yield subject, SDO.sameAs, URIRef(address)
        else:
            yield subject, SDO.identifier, Literal(f"{authority}:{value}")
