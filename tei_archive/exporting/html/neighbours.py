"""The documents before and after one: in the edition, and between the same two correspondents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.model import Agent, Document


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The documents before and after one in the order of time, where there are any."""

    earlier: Item | None = None
    later: Item | None = None

    def __bool__(self) -> bool:
        return self.earlier is not None or self.later is not None


def neighbours_in_time(catalogue: Catalogue) -> Mapping[str, Neighbours]:
    """Give back the neighbours of each document, by its id, among all documents."""
    return MappingProxyType(_neighbours(catalogue.chronology))


def neighbours_by_pair(catalogue: Catalogue) -> Mapping[str, Neighbours]:
    """Give back the neighbours of each document, by its id, among those between its first sender and first addressee.

    They went either way. A document that lacks one of the two has none.
    """
    documents = {encoded.document.id: encoded.document for encoded in catalogue.documents}
    groups: dict[frozenset[str], list[Item]] = {}
    for item in catalogue.chronology:
        if pair := _pair(documents[item.id]):
            groups.setdefault(pair, []).append(item)
    found: dict[str, Neighbours] = {}
    for items in groups.values():
        found |= _neighbours(items)
    return MappingProxyType(found)


def _neighbours(items: Iterable[Item]) -> dict[str, Neighbours]:
    row = (None, *items, None)
    between = zip(row, row[1:], row[2:], strict=False)
    return {item.id: Neighbours(earlier, later) for earlier, item, later in between if item}


def _pair(document: Document) -> frozenset[str] | None:
    if not document.senders or not document.addressees:
        return None
    keys = frozenset(map(_key, (document.senders[0], document.addressees[0])))
    return keys if len(keys) == 2 else None


def _key(agent: Agent) -> str:
    return agent.ref or agent.label
