"""Letters as RDF: messages of schema.org with who, whom, when and where; answers by CiTO, mentions by Dublin Core."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from rdflib import RDF, Literal, URIRef
from rdflib.namespace import DCTERMS, SDO, Namespace

from tei_archive.exporting.linked_data.addresses import Addresses, is_web_address
from tei_archive.exporting.linked_data.evidence import state_evidence
from tei_archive.exporting.linked_data.literals import date_literal
from tei_archive.exporting.linked_data.registers import Triple
from tei_archive.model import (
    ActionType,
    Agent,
    AgentKind,
    Claim,
    ContextRef,
    CorrespAction,
    Document,
    Place,
    Registers,
    Relation,
)
from tei_archive.tei import EncodedDocument

T = TypeVar("T")

CITO: Final = Namespace("http://purl.org/spar/cito/")
BIBO: Final = Namespace("http://purl.org/ontology/bibo/")
_MEANINGS: Final[Mapping[Relation, URIRef]] = {
    Relation.IS_REPLY_TO: CITO.repliesTo,
    Relation.CITES: DCTERMS.references,
    Relation.ENCLOSES: SDO.messageAttachment,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the edition beside a letter: its addresses, letters, entries, and the texts of its sources."""

    addresses: Addresses
    letters: frozenset[str]
    entries: frozenset[str]
    texts: Mapping[str, str]

    @staticmethod
    def pointers(registers: Registers) -> frozenset[str]:
        """Give back the pointers to all entries."""
        lists = {"pers": registers.persons, "org": registers.organisations, "place": registers.places}
        return frozenset(f"{prefix}:{entry.id}" for prefix, entries in lists.items() for entry in entries)

    def target(self, ref: ContextRef) -> URIRef | None:
        """Give back the address of the letter referred to; None where there is none."""
        if ref.target in self.letters:
            return self.addresses.letter(ref.target or "")
        return URIRef(ref.target) if ref.target and is_web_address(ref.target) else None


def state_letter(encoded: EncodedDocument, known: Known) -> Iterator[Triple]:
    """Give back what is known of a letter; what is not known is not stated."""
    document, addresses = encoded.document, known.addresses
    subject, file = addresses.letter(document.id), addresses.tei(encoded.path.name)
    yield subject, RDF.type, SDO.Message
    yield subject, DCTERMS.identifier, Literal(document.id)
    yield subject, SDO.name, Literal(document.title)
    yield subject, SDO.genre, Literal(document.kind)
    yield subject, SDO.inLanguage, Literal(document.language)
    yield subject, SDO.creativeWorkStatus, Literal(document.status)
    yield subject, SDO.isPartOf, addresses.edition
    yield subject, SDO.encoding, file
    yield file, RDF.type, SDO.MediaObject
    yield file, SDO.encodingFormat, Literal("application/tei+xml")
    yield file, SDO.sha256, Literal(encoded.sha256)
    for action, nth in _numbered(document.actions):
        yield from _state_action(action, nth, document, known)
    yield from _state_claim(document.number, BIBO.number, "number", document, known)
    yield from _state_context(document, known)


def _numbered(actions: Iterable[CorrespAction]) -> Iterator[tuple[CorrespAction, str]]:
    """Give back each action, and what tells it from those of its kind before it."""
    before: Counter[tuple[ActionType, bool]] = Counter()
    for action in actions:
        kind = (action.type, action.copy)
        before[kind] += 1
        yield action, f"-{before[kind]}" if before[kind] > 1 else ""


def _state_action(action: CorrespAction, nth: str, document: Document, known: Known) -> Iterator[Triple]:
    match action.type, action.copy:
        case ActionType.SENT, False:
            yield from _state_agents(action, SDO.sender, f"sender{nth}", document, known)
            yield from _state_date(action, SDO.dateSent, f"date-sent{nth}", document, known)
            yield from _state_place(action.place, f"place{nth}", document, known)
        case ActionType.RECEIVED, False:
            yield from _state_agents(action, SDO.toRecipient, f"addressee{nth}", document, known)
            yield from _state_date(action, SDO.dateReceived, f"date-received{nth}", document, known)
        case ActionType.RECEIVED, True:
            yield from _state_agents(action, SDO.ccRecipient, f"copy{nth}", document, known)


def _state_agents(
    action: CorrespAction, predicate: URIRef, name: str, document: Document, known: Known
) -> Iterator[Triple]:
    subject = known.addresses.letter(document.id)
    for number, agent in enumerate(action.agents, start=1):
        claim = agent.name or agent.role
        if claim is not None:
            object_, described = _find_agent(agent, f"{name}-{number}", document, known)
            yield from described
            yield from _state((subject, predicate, object_), claim, f"{name}-{number}", document, known)


def _find_agent(agent: Agent, name: str, document: Document, known: Known) -> tuple[URIRef, list[Triple]]:
    """The entry of the registers, an address, or somebody whom the letter alone knows."""
    if found := _find_entry(agent.ref, known):
        return found, []
    subject = known.addresses.part(document.id, name)
    kind = SDO.Organization if agent.kind is AgentKind.ORGANISATION else SDO.Person
    described: list[Triple] = [(subject, RDF.type, kind)]
    if agent.name:
        described.append((subject, SDO.name, Literal(agent.name.value)))
    if agent.role:
        described.append((subject, SDO.jobTitle, Literal(agent.role.value)))
    return subject, described


def _find_entry(ref: str | None, known: Known) -> URIRef | None:
    pointer = next(iter((ref or "").split()), "")
    if pointer in known.entries:
        return known.addresses.entry(pointer.partition(":")[2])
    return URIRef(pointer) if is_web_address(pointer) else None


def _state_place(place: Claim[Place] | None, name: str, document: Document, known: Known) -> Iterator[Triple]:
    if place is None:
        return
    subject, found = known.addresses.letter(document.id), _find_entry(place.value.ref, known)
    if found is None:
        found = known.addresses.part(document.id, name)
        yield found, RDF.type, SDO.Place
        yield found, SDO.name, Literal(place.value.name)
    yield from _state((subject, SDO.locationCreated, found), place, name, document, known)


def _state_date(
    action: CorrespAction, predicate: URIRef, name: str, document: Document, known: Known
) -> Iterator[Triple]:
    if action.date is not None:
        triple = (known.addresses.letter(document.id), predicate, date_literal(action.date.value))
        yield from _state(triple, action.date, name, document, known)


def _state_claim(
    claim: Claim[str] | None, predicate: URIRef, name: str, document: Document, known: Known
) -> Iterator[Triple]:
    if claim is not None:
        triple = (known.addresses.letter(document.id), predicate, Literal(claim.value))
        yield from _state(triple, claim, name, document, known)


def _state_context(document: Document, known: Known) -> Iterator[Triple]:
    subject = known.addresses.letter(document.id)
    for number, ref in enumerate(document.context, start=1):
        target, predicate = known.target(ref), _MEANINGS.get(ref.relation)
        if target is not None and predicate is not None:
            claim = Claim(ref.label, ref.words, ref.rule if ref.words else None, ref.certainty)
            yield from _state((subject, predicate, target), claim, f"reference-{number}", document, known)


def _state(triple: Triple, claim: Claim[T], name: str, document: Document, known: Known) -> Iterator[Triple]:
    yield from state_evidence(triple, claim, name, document, known.addresses, known.texts.get(document.source))
