"""The documents of an edition as letters between parties: who wrote to whom, in the order of time."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.model import Agent, Document, Registers


@dataclass(frozen=True, slots=True)
class Party:
    """One who wrote or was written to: `key` is the pointer into the registers, or the name where there is none.

    `href` is the page of the person or organisation, None where there is none.
    """

    key: str
    name: str
    href: str | None = None

    @property
    def id(self) -> str | None:
        """The id in the registers; None where the party has no page."""
        return self.key.partition(":")[2] if self.href else None


@dataclass(frozen=True, slots=True)
class Letter:
    """A document with its parties, each once."""

    item: Item
    document: Document
    senders: tuple[Party, ...]
    addressees: tuple[Party, ...]


def build_letters(catalogue: Catalogue, registers: Registers) -> tuple[Letter, ...]:
    """Give back all documents in the order of time, with the parties under their names in the registers."""
    documents = {encoded.document.id: encoded.document for encoded in catalogue.documents}
    parties = _parties(catalogue, registers, documents.values())

    def of(agents: Iterable[Agent]) -> tuple[Party, ...]:
        return tuple(parties[key] for key in dict.fromkeys(map(_key, agents)))

    ordered = ((item, documents[item.id]) for item in catalogue.chronology)
    return tuple(Letter(item, document, of(document.senders), of(document.addressees)) for item, document in ordered)


def by_name(party: Party) -> tuple[str, str]:
    """Give back what puts parties in the order of their names."""
    return (party.name.casefold(), party.key)


def _parties(catalogue: Catalogue, registers: Registers, documents: Iterable[Document]) -> Mapping[str, Party]:
    """The name of the registers, else the commonest of the letters, the first in the alphabet where that is open."""
    registered = {f"pers:{entry.id}": entry.name for entry in registers.persons}
    registered |= {f"org:{entry.id}": entry.name for entry in registers.organisations}
    found = Counter(
        (_key(agent), agent.label) for document in documents for agent in (*document.senders, *document.addressees)
    )
    named = {key: label for (key, label), _ in sorted(found.items(), key=lambda entry: (entry[1], entry[0][1]))}
    return {key: Party(key, registered.get(key, label), catalogue.page_of(key)) for key, label in named.items()}


def _key(agent: Agent) -> str:
    return agent.ref or agent.label
