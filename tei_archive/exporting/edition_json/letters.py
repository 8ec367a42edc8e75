"""A letter as JSON: what is known about it, on what evidence, what it answers, and its text."""

from collections.abc import Iterable, Mapping

from tei_archive.exporting.edition_json.values import (
    claim_record,
    date_record,
    span_record,
    text_claim_record,
    words_record,
)
from tei_archive.exporting.json_text import Json
from tei_archive.model import Agent, Block, ContextRef, CorrespAction, Document, Enclosure, Mark, Project
from tei_archive.tei import EncodedDocument


def letter_record(encoded: EncodedDocument, project: Project, texts: Mapping[str, str]) -> dict[str, Json]:
    """Give back a letter; `texts` holds the text of each source by its name."""
    document, text = encoded.document, texts.get(encoded.document.source)
    return {
        "id": document.id,
        "kind": document.kind,
        "title": document.title,
        "language": document.language,
        "status": document.status,
        "url": f"{project.base_url.rstrip('/')}/{document.id}" if project.base_url else None,
        "tei": {"file": encoded.path.name, "sha256": encoded.sha256},
        "source": _source(document),
        "number": text_claim_record(document.number, text),
        "edition_number": text_claim_record(document.edition_number, text),
        "classification": text_claim_record(document.classification, text),
        "archive_ref": text_claim_record(document.archive_ref, text),
        "actions": [_action(action, text) for action in document.actions],
        "context": [_context(ref, text) for ref in document.context],
        "blocks": _blocks(document.blocks),
        "enclosures": [_enclosure(enclosure) for enclosure in document.enclosures],
    }


def _source(document: Document) -> Json:
    return {"file": document.source, **span_record(document.span)} if document.source else None


def _action(action: CorrespAction, text: str | None) -> dict[str, Json]:
    place, date = action.place, action.date
    return {
        "type": action.type.value,
        "copy": action.copy,
        "agents": [_agent(agent, text) for agent in action.agents],
        "place": claim_record(place, {"name": place.value.name, "ref": place.value.ref}, text) if place else None,
        "date": claim_record(date, date_record(date.value), text) if date else None,
        "medium": text_claim_record(action.medium, text),
    }


def _agent(agent: Agent, text: str | None) -> dict[str, Json]:
    return {
        "kind": agent.kind.value,
        "ref": agent.ref,
        "name": text_claim_record(agent.name, text),
        "role": text_claim_record(agent.role, text),
    }


def _context(ref: ContextRef, text: str | None) -> dict[str, Json]:
    return {
        "relation": ref.relation.value,
        "label": ref.label,
        "target": ref.target,
        "reason": ref.reason.value if ref.reason else None,
        "certainty": ref.certainty.value,
        "rule": ref.rule,
        "words": words_record(ref.words, text),
        "date": date_record(ref.date) if ref.date else None,
    }


def _enclosure(enclosure: Enclosure) -> dict[str, Json]:
    return {"id": enclosure.id, **span_record(enclosure.span), "blocks": _blocks(enclosure.blocks)}


def _blocks(blocks: Iterable[Block]) -> list[Json]:
    return [
        {
            "label": block.label.value,
            "text": block.text,
            "id": block.id,
            "n": block.n,
            "part": block.part.value,
            "marks": [_mark(mark) for mark in block.marks],
        }
        for block in blocks
    ]


def _mark(mark: Mark) -> dict[str, Json]:
    return {
        "kind": mark.kind.value,
        **span_record(mark.span),
        "ref": mark.ref,
        "date": date_record(mark.date) if mark.date else None,
    }
