"""Encoded editions as they are compared."""

from __future__ import annotations

from collections.abc import Mapping

from tei_archive.errors import Location, ReadingError
from tei_archive.model import ActionType, Agent, Claim, Document, Label, Relation
from tei_archive.model.folder import SOURCES_FOLDER
from tei_archive.scoring.values import Item, Value
from tei_archive.tei import EncodedDocument, EncodedEdition

# What may stand above a heading and belong to its document: file lines, marks, what ties it to the document before.
_ABOVE_A_HEADING = frozenset({
    Label.SOURCE, Label.LINK, Label.LINK_TAIL, Label.CLASSIFICATION, Label.DISTRIBUTION, Label.FURNITURE, Label.NOTE,
})  # fmt: skip


def shared_texts(edition: EncodedEdition, gold: EncodedEdition) -> Mapping[str, str]:
    """Give back the texts of the sources that the gold has documents of, by name.

    Raises `ReadingError` where one of them is missing on both sides or differs, where a document does not say what it
    was read from or has the id of another, and where the editions have no source in common.
    """
    for side in (edition, gold):
        _check_documents(side)
    ours = {source.name: source.text for source in edition.sources}
    theirs = {source.name: source.text for source in gold.sources}
    names = sorted({file.document.source for file in gold.documents})
    for name in names:
        _check_same(name, ours, theirs, gold)
    if not any(file.document.source in names for file in edition.documents):
        raise ReadingError(
            f"no document of the edition is from {', '.join(names)}",
            Location(str(edition.folder)),
            hint="compare two encodings of the same sources; files in sources/ have the same names",
        )
    return {name: theirs.get(name, ours.get(name, "")) for name in names}


def read_items(edition: EncodedEdition, texts: Mapping[str, str]) -> tuple[Item, ...]:
    """Give back the documents of an edition that are from these texts, for comparison."""
    return tuple(
        _item(file, texts[file.document.source]) for file in edition.documents if file.document.source in texts
    )


def _item(file: EncodedDocument, text: str) -> Item:
    document = file.document
    if document.span.end > len(text):
        raise ReadingError(
            f"{document.source} has only {len(text)} characters, not {document.span.end}",
            Location(str(file.path)),
            hint="correct the range in the source attribute of its div",
        )
    return Item(
        document.id,
        document.source,
        document.span,
        _find_heading(document, text),
        tuple(enclosure.span for enclosure in document.enclosures),
        {name: value for name, value in _values(document).items() if value},
        tuple(ref.target for ref in document.context if ref.relation is Relation.IS_REPLY_TO and ref.target),
    )


def _values(document: Document) -> Mapping[str, Value | None]:
    sent = document.action(ActionType.SENT)
    place = sent.place if sent else None
    date = document.date
    return {
        "sender": _names(document.senders),
        "addressee": _names(document.addressees),
        "date": Value((date.value.plain_edtf,), date.words) if date else None,
        "place": Value((place.value.name,), place.words) if place else None,
        "number": _claimed(document.number),
        "edition_number": _claimed(document.edition_number),
    }


def _names(agents: tuple[Agent, ...]) -> Value | None:
    words = (claim.words for agent in agents if (claim := agent.name or agent.role))
    return Value(tuple(agent.label for agent in agents), next(words)) if agents else None


def _claimed(claim: Claim[str] | None) -> Value | None:
    return Value((claim.value,), claim.words) if claim else None


def _find_heading(document: Document, text: str) -> int | None:
    """Where the heading begins, if nothing but what may stand above one comes before it."""
    position = document.span.start
    for block in document.blocks:
        found = text.find(block.text, position, document.span.end)
        if found < 0 or block.label is Label.HEAD:
            return found if found >= 0 else None
        if block.label not in _ABOVE_A_HEADING:
            return None
        position = found + len(block.text)
    return None


def _check_documents(edition: EncodedEdition) -> None:
    """Each document must be one of its kind and say what it was read from."""
    ids: set[str] = set()
    for file in edition.documents:
        if file.document.id in ids:
            raise ReadingError(
                f"another file has the id {file.document.id} too",
                Location(str(file.path)),
                hint="give one of them an id of its own: `tei-archive validate` lists both",
            )
        ids.add(file.document.id)
        if not file.document.source:
            raise ReadingError(
                "the document does not say where it stands in its source",
                Location(str(file.path)),
                hint='give its div the attribute source="raw:FILE#char=FROM,TO"',
            )


def _check_same(name: str, ours: Mapping[str, str], theirs: Mapping[str, str], gold: EncodedEdition) -> None:
    where = Location(str(gold.folder / SOURCES_FOLDER / name))
    if name not in ours and name not in theirs:
        raise ReadingError("the source is missing on both sides", where, hint="put the file back, unaltered")
    if name in ours and name in theirs and ours[name] != theirs[name]:
        raise ReadingError(
            "the source is not the same text in the two editions",
            where,
            hint="positions can be compared in one and the same text only: segment this text again",
        )
