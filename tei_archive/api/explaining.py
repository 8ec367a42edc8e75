"""Why an edition is what it is: the decisions of the ledger, beside the documents as they now are."""

from collections.abc import Mapping
from pathlib import Path

from tei_archive.api.editions import load_edition
from tei_archive.api.reports import Explanation, LeastCertain
from tei_archive.errors import Location, ReadingError
from tei_archive.model import Document, Source, least_certain
from tei_archive.model.folder import LEDGER_FILE, SOURCES_FOLDER
from tei_archive.reading import read_ledger
from tei_archive.tei import EncodedEdition

_SHOWN = 10


def explain(folder: Path, document_id: str) -> Explanation:
    """Say how a document came to be what it is. The end of an id will do where it fits one document only.

    Raises `ReadingError` where there is no such document, no source or no ledger.
    """
    edition = load_edition(folder)
    document = _find(edition, document_id)
    source = _source(edition, document)
    decisions = (decision for decision in read_ledger(folder / LEDGER_FILE) if decision.document == document.id)
    return Explanation(document, tuple(decisions), source, edition.rules)


def explain_least_certain(folder: Path, number: int = _SHOWN) -> LeastCertain:
    """Give back the least certain decisions of an edition, as far as their documents are still there.

    Raises `ReadingError` where there is no edition, no ledger, or the source of such a document is missing.
    """
    edition = load_edition(folder)
    documents: Mapping[str, Document] = {encoded.document.id: encoded.document for encoded in edition.documents}
    decisions = [decision for decision in read_ledger(folder / LEDGER_FILE) if decision.document in documents]
    shown = least_certain(decisions, number)
    found = ((decision, _source(edition, documents[decision.document])) for decision in shown)
    return LeastCertain(tuple(found), len(decisions), edition.rules)


def _source(edition: EncodedEdition, document: Document) -> Source:
    source = next((source for source in edition.sources if source.name == document.source), None)
    if source is None:
        raise ReadingError(
            f"the source of {document.id} is missing: {document.source or 'none is named'}",
            Location(str(edition.folder / SOURCES_FOLDER)),
            hint="put the file back, unaltered",
        )
    return source


def _find(edition: EncodedEdition, document_id: str) -> Document:
    documents = {file.document.id: file.document for file in edition.documents}
    ids = [name for name in documents if name == document_id] or [
        name for name in documents if name.endswith(f"-{document_id}")
    ]
    if len(ids) != 1:
        known = list(ids or documents)
        raise ReadingError(
            f"{document_id} fits {len(ids)} documents" if ids else f"there is no document {document_id}",
            Location(str(edition.folder)),
            hint=f"known ids: {', '.join(known[:_SHOWN])}{' …' if len(known) > _SHOWN else ''}",
        )
    return documents[ids[0]]
