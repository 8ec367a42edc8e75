"""What answers what: letters as nodes, an edge from each answer to what it answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from tei_archive.exporting.graph.values import Edge, Field, FieldType, Graph, Node, Spell, known
from tei_archive.exporting.xml_characters import xml_characters
from tei_archive.model import ContextRef, Document, answers, days_between
from tei_archive.tei import EncodedEdition
from tei_archive.tei.names import one_line

_NODE_FIELDS = tuple(
    map(Field, ("kind", "sender", "addressee", "date", "date_certainty", "number", "language", "review"))
)
_EDGE_FIELDS = (Field("certainty"), Field("rule"), Field("words"), Field("days", FieldType.COUNT))
_SEPARATOR = " | "


def build_replies_graph(edition: EncodedEdition) -> Graph:
    """Give back the graph, in which all letters stand; references that lead to none of them are counted.

    A date is never more exact than its words: a letter of a month has that month as its time.
    """
    letters = {encoded.document.id: encoded.document for encoded in edition.documents}
    texts = {source.name: source.text for source in edition.sources}
    edges = tuple(
        _edge(letter, ref, letters, texts) for letter in letters.values() for ref in _replies(letter, letters)
    )
    return Graph(
        title=xml_characters(one_line(edition.project.title)),
        description="What answers what. An edge leads from an answer to the letter that it answers.",
        node_fields=_NODE_FIELDS,
        edge_fields=_EDGE_FIELDS,
        nodes=tuple(map(_node, letters.values())),
        edges=edges,
        omissions=tuple(_omissions(letters)),
    )


def _replies(letter: Document, letters: Mapping[str, Document]) -> Iterator[ContextRef]:
    """The first reference to each letter that is answered."""
    found: dict[str, ContextRef] = {}
    for ref in answers(letter):
        if ref.target is not None and ref.target in letters:
            found.setdefault(ref.target, ref)
    yield from found.values()


def _node(letter: Document) -> Node:
    date = letter.date
    return Node(
        letter.id,
        one_line(letter.title),
        known(
            {
                "kind": letter.kind,
                "sender": _SEPARATOR.join(one_line(agent.label) for agent in letter.senders),
                "addressee": _SEPARATOR.join(one_line(agent.label) for agent in letter.addressees),
                "date": date.value.edtf if date else None,
                "date_certainty": date.certainty.value if date else None,
                "number": one_line(letter.number.value) if letter.number else None,
                "language": letter.language,
                "review": letter.status,
            }
        ),
        (Spell.of(date.value),) if date else (),
    )


def _edge(letter: Document, ref: ContextRef, letters: Mapping[str, Document], texts: Mapping[str, str]) -> Edge:
    answered = letters[ref.target or ""]
    text = texts.get(letter.source, "")
    words = one_line(ref.words.cut(text)) if ref.words and ref.words.end <= len(text) else None
    return Edge(
        f"{letter.id}--{answered.id}",
        letter.id,
        answered.id,
        1,
        known(
            {
                "certainty": ref.certainty.value,
                "rule": ref.rule,
                "words": words,
                "days": days_between(
                    answered.date.value if answered.date else None, letter.date.value if letter.date else None
                ),
            }
        ),
        (Spell.of(letter.date.value),) if letter.date else (),
    )


def _omissions(letters: Mapping[str, Document]) -> Iterator[str]:
    refs = [ref for letter in letters.values() for ref in answers(letter)]
    reasons = Counter(ref.reason.value for ref in refs if ref.reason)
    outside = sum(ref.target is not None and ref.target not in letters for ref in refs)
    for reason, number in sorted(reasons.items()):
        yield f"{number} {_references(number)} without a letter ({reason})"
    if outside:
        yield f"{outside} {_references(outside)} to letters outside of the edition"


def _references(number: int) -> str:
    return "reference" if number == 1 else "references"
