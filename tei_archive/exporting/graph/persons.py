"""Who wrote to whom: correspondents as nodes, an edge from sender to addressee, with the number of letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tei_archive.exporting.graph.correspondents import Correspondent, correspondent, index_entries
from tei_archive.exporting.graph.values import Edge, Field, FieldType, Graph, Node, Spell, join_spells, known
from tei_archive.exporting.xml_characters import xml_characters
from tei_archive.model import Agent, Certainty, Document, Entry
from tei_archive.tei import EncodedEdition
from tei_archive.tei.names import one_line

_NODE_FIELDS = (
    Field("kind"),
    Field("ref"),
    Field("offices"),
    Field("authorities"),
    Field("sent", FieldType.COUNT),
    Field("received", FieldType.COUNT),
)
_EDGE_FIELDS = (
    Field("letters"),
    Field("first"),
    Field("last"),
    Field("undated", FieldType.COUNT),
    Field("certainty"),
    *(Field(f"letters_{certainty}", FieldType.COUNT) for certainty in Certainty),
)
_SURENESS = tuple(Certainty)  # the surest first
_NOBODY = {
    (False, True): "without a sender",
    (True, False): "without an addressee",
    (False, False): "with neither sender nor addressee",
}


@dataclass(frozen=True, slots=True)
class _Exchange:
    """A letter from one correspondent to another; as sure as the less sure of the two names."""

    letter: Document
    sender: Correspondent
    addressee: Correspondent
    certainty: Certainty


def build_persons_graph(edition: EncodedEdition) -> Graph:
    """Give back the graph; letters of which sender or addressee is not known are left out, and counted."""
    letters = [encoded.document for encoded in edition.documents]
    entries = index_entries(edition.registers)
    exchanges = tuple(exchange for letter in letters for exchange in _exchanges(letter, entries))
    between: dict[tuple[str, str], list[_Exchange]] = {}
    for exchange in exchanges:
        between.setdefault((exchange.sender.id, exchange.addressee.id), []).append(exchange)
    return Graph(
        title=xml_characters(one_line(edition.project.title)),
        description="Who wrote to whom. An edge leads from sender to addressee; its weight is the number of letters.",
        node_fields=_NODE_FIELDS,
        edge_fields=_EDGE_FIELDS,
        nodes=tuple(_nodes(exchanges)),
        edges=tuple(_edge(between[pair]) for pair in sorted(between)),
        omissions=tuple(_omissions(letters)),
    )


def _exchanges(letter: Document, entries: Mapping[str, Entry]) -> Iterator[_Exchange]:
    for sender in letter.senders:
        for addressee in letter.addressees:
            sureness = max(_certainty(sender), _certainty(addressee), key=_SURENESS.index)
            yield _Exchange(letter, correspondent(sender, entries), correspondent(addressee, entries), sureness)


def _certainty(agent: Agent) -> Certainty:
    claim = agent.name or agent.role
    assert claim is not None  # noqa: S101 - an agent has one of the two
    return claim.certainty


def _nodes(exchanges: Sequence[_Exchange]) -> Iterator[Node]:
    found: dict[str, Correspondent] = {}
    for exchange in exchanges:
        for one in (exchange.sender, exchange.addressee):
            found.setdefault(one.id, one)
    sent = Counter(id_ for id_, _ in {(exchange.sender.id, exchange.letter.id) for exchange in exchanges})
    received = Counter(id_ for id_, _ in {(exchange.addressee.id, exchange.letter.id) for exchange in exchanges})
    for id_ in sorted(found):
        one = found[id_]
        yield Node(id_, one.label, {**one.values, "sent": sent[id_], "received": received[id_]})


def _edge(exchanges: Sequence[_Exchange]) -> Edge:
    letters = {exchange.letter.id: exchange.letter for exchange in exchanges}
    dates = [letter.date.value for letter in letters.values() if letter.date]
    sureness = Counter(exchange.certainty for exchange in exchanges)
    sender, addressee = exchanges[0].sender.id, exchanges[0].addressee.id
    return Edge(
        f"{sender}--{addressee}",
        sender,
        addressee,
        len(letters),
        known(
            {
                "letters": " ".join(letters),
                "first": min(date.earliest for date in dates).isoformat() if dates else None,
                "last": max(date.latest for date in dates).isoformat() if dates else None,
                "undated": len(letters) - len(dates),
                "certainty": next(certainty.value for certainty in _SURENESS if sureness[certainty]),
                **{f"letters_{certainty}": sureness[certainty] for certainty in _SURENESS},
            }
        ),
        join_spells(map(Spell.of, dates)),
    )


def _omissions(letters: Iterable[Document]) -> Iterator[str]:
    missing = Counter((bool(letter.senders), bool(letter.addressees)) for letter in letters)
    for missed, words in _NOBODY.items():
        if number := missing[missed]:
            yield f"{number} {'letter' if number == 1 else 'letters'} {words}"
