"""What `segment` found, for machines."""

from collections import Counter

from tei_archive.api import SegmentReport
from tei_archive.model import Agent, Claim, Document, Relation, least_certain
from tei_archive.reporting.chosen import choice_json
from tei_archive.reporting.doubts import doubts
from tei_archive.reporting.json_text import Json, json_text
from tei_archive.reporting.uncertain import uncertain_json

_UNCERTAIN_SHOWN = 10


def segment_json(report: SegmentReport) -> str:
    """Give back one JSON object: documents, doubts, characters that belong to none, and files."""
    unclaimed: Counter[str] = Counter()
    for rest in report.edition.unclaimed:
        unclaimed[rest.kind] += len(rest.span)
    found: dict[str, Json] = {
        "title": report.project.title,
        "profile": report.profile,
        "choice": choice_json(report.choice),
        "sources": [{"file": source.name, "sha256": source.sha256} for source in report.edition.sources],
        "documents": [_document(document) for document in report.edition.documents],
        "doubts": [
            {"document": doubt.document, "field": doubt.field, "value": doubt.value, "why": doubt.why}
            for doubt in doubts(report.edition)
        ],
        "least_certain": [uncertain_json(found) for found in least_certain(report.edition.ledger, _UNCERTAIN_SHOWN)],
        "max_doubt": report.max_doubt,
        "less_certain": len(report.doubtful),
        "unclaimed_characters": dict(sorted(unclaimed.items())),
        "written": [str(path) for path in report.written],
        "kept": [str(path) for path in report.kept],
        "removed": [str(path) for path in report.removed],
    }
    return json_text(found)


def _document(document: Document) -> Json:
    replies = [ref for ref in document.context if ref.relation is Relation.IS_REPLY_TO]
    return {
        "id": document.id,
        "source": document.source,
        "start": document.span.start,
        "end": document.span.end,
        "kind": document.kind,
        "title": document.title,
        "senders": [_agent(agent) for agent in document.senders],
        "addressees": [_agent(agent) for agent in document.addressees],
        "date": document.date.value.edtf if document.date else None,
        "date_cert": document.date.certainty.value if document.date else None,
        "number": document.number.value if document.number else None,
        "reply_to": [{"target": ref.target, "cert": ref.certainty.value, "text": ref.label} for ref in replies],
    }


def _agent(agent: Agent) -> Json:
    return {
        "name": _value(agent.name),
        "role": _value(agent.role),
        "ref": agent.ref,
        "cert": known.certainty.value if (known := agent.name or agent.role) else None,
    }


def _value(claim: Claim[str] | None) -> str | None:
    return claim.value if claim else None
