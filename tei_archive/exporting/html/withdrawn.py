"""Documents that were published and are no more: what stands at their addresses instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from tei_archive.errors import ExportError, Location
from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.exporting.html.links import document_page
from tei_archive.model import Withdrawn
from tei_archive.model.folder import PROJECT_FILE


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """A document that was withdrawn: what it was, when and why it went, and what has taken its place.

    `day` is the ISO day of the withdrawal, `date` the same in words; both are empty where it is not known.
    """

    id: str
    title: str
    href: str
    day: str
    date: str
    reason: str
    replaced_by: Item | None


def view_withdrawn(catalogue: Catalogue) -> tuple[WithdrawnView, ...]:
    """Give back the withdrawn documents, in the order of their ids.

    Raises `ExportError` where one is still there, stands twice, or is replaced by a document that is not there.
    """
    entries = sorted(catalogue.project.withdrawn, key=lambda entry: entry.id)
    for message, hint in _contradictions(catalogue, entries):
        raise ExportError(message, Location(str(catalogue.folder / PROJECT_FILE)), hint=hint)
    return tuple(_view(catalogue, entry) for entry in entries)


def _contradictions(catalogue: Catalogue, entries: list[Withdrawn]) -> Iterator[tuple[str, str]]:
    for before, entry in zip([None, *entries], entries, strict=False):
        if entry.id in catalogue.items:
            yield f"[[withdrawn]] names {entry.id}, which the edition has", "remove the entry, or the file from tei/"
        if before and before.id == entry.id:
            yield f"[[withdrawn]] names {entry.id} twice", "remove one of the two"
        if entry.replaced_by is not None and entry.replaced_by not in catalogue.items:
            yield (
                f"[[withdrawn]] says that {entry.replaced_by} replaces {entry.id}, but there is no such document",
                "name the id of a document, or remove the line",
            )


def _view(catalogue: Catalogue, entry: Withdrawn) -> WithdrawnView:
    return WithdrawnView(
        id=entry.id,
        title=entry.title or entry.id,
        href=document_page(entry.id),
        day=entry.date or "",
        date=catalogue.texts.day(entry.date) if entry.date else "",
        reason=entry.reason or "",
        replaced_by=catalogue.items[entry.replaced_by] if entry.replaced_by else None,
    )
