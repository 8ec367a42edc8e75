"""What a statement rests on: certainty and evidence as terms of the edition, the words, the rule, the other letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from rdflib import RDF, Literal, URIRef
from rdflib.namespace import PROV, SDO, SKOS, Namespace

from tei_archive.exporting.linked_data.addresses import Addresses
from tei_archive.exporting.linked_data.registers import Triple
from tei_archive.model import Certainty, Claim, Document, Evidence, Span

T = TypeVar("T")

CRM: Final = Namespace("http://www.cidoc-crm.org/cidoc-crm/")

_TERMS: Final[Mapping[str, tuple[type[Certainty] | type[Evidence], Mapping[str, str]]]] = {
    "certainty": (
        Certainty,
        {
            "high": "The letter itself states it, or an editor does.",
            "medium": "Those who printed the letter state it, or the wording leaves some doubt.",
            "low": "It was concluded, or stands for something near it.",
        },
    ),
    "evidence": (
        Evidence,
        {
            "internal": "The evidence lies in the letter.",
            "external": "The evidence lies in what was printed around the letter.",
            "conjecture": "It was concluded.",
        },
    ),
}


def state_terms(addresses: Addresses) -> Iterator[Triple]:
    """Give back the terms for certainty and evidence, each with what it means."""
    for scheme, (values, meanings) in _TERMS.items():
        yield addresses.term(scheme), RDF.type, SKOS.ConceptScheme
        yield addresses.term(scheme), SKOS.prefLabel, Literal(scheme, lang="en")
        for value in values:
            term = addresses.term(f"{scheme}-{value}")
            yield term, RDF.type, SKOS.Concept
            yield term, RDF.type, CRM.E55_Type
            yield term, SKOS.inScheme, addresses.term(scheme)
            yield term, SKOS.prefLabel, Literal(value.value, lang="en")
            yield term, SKOS.definition, Literal(meanings[value], lang="en")


def state_evidence(
    triple: Triple, claim: Claim[T], name: str, document: Document, addresses: Addresses, text: str | None
) -> Iterator[Triple]:
    """Give back a triple, and the statement about it that says what it rests on."""
    statement = addresses.part(document.id, f"{name}-statement")
    subject, predicate, value = triple
    yield triple
    yield statement, RDF.type, RDF.Statement
    yield statement, RDF.subject, subject
    yield statement, RDF.predicate, predicate
    yield statement, RDF.object, value
    yield statement, CRM.P2_has_type, addresses.term(f"certainty-{claim.certainty}")
    if claim.evidence is not None:
        yield statement, CRM.P2_has_type, addresses.term(f"evidence-{claim.evidence}")
    if claim.rule is not None:
        yield statement, PROV.wasInfluencedBy, addresses.rule(claim.rule)
    if claim.inferred_from is not None:
        yield statement, PROV.wasDerivedFrom, addresses.letter(claim.inferred_from)
    if claim.words is not None:
        yield from _state_words(statement, claim.words, document, addresses, text)


def _state_words(
    statement: URIRef, words: Span, document: Document, addresses: Addresses, text: str | None
) -> Iterator[Triple]:
    stretch = addresses.words(document.source, words)
    yield statement, PROV.wasDerivedFrom, stretch
    if text is not None and words.end <= len(text):
        yield stretch, SDO.text, Literal(words.cut(text))
