"""The documents of an edition as the site lists them: numbered, named, in the order of their dates."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from tei_archive.exporting.authorities import complete
from tei_archive.exporting.file_names import checked_name
from tei_archive.exporting.html.dates import Reserve, date_words, find_reserve, machine_date, reserved_words
from tei_archive.exporting.html.links import document_page, is_web_address, register_page
from tei_archive.exporting.html.terms import kind_name
from tei_archive.exporting.html.texts import Texts, read_texts
from tei_archive.model import Agent, Document, HistoricalDate, Project, Registers, Source
from tei_archive.tei import EncodedDocument, EncodedEdition


@dataclass(frozen=True, slots=True)
class Link:
    """A text, and the address it leads to where there is one."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A document as lists show it; `number` is its running number in the edition.

    `date` holds the reserve in words where there is one.
    """

    id: str
    number: str
    title: str
    headline: str
    href: str
    kind: str
    kind_name: str
    when: HistoricalDate | None
    date: str
    reserve: Reserve
    datetime: str | None
    year: str
    sender_number: str | None

    @property
    def caveat(self) -> str:
        """The date with its reserve, where the title does not give it so."""
        return self.date if self.reserve is not Reserve.NONE and self.date not in self.title else ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """An edition with what all its pages need to know.

    `places` holds the place of each document in time, `addresses` where else a pointer (`pers:…`) is described.
    """

    folder: Path
    project: Project
    texts: Texts
    documents: tuple[EncodedDocument, ...]
    items: Mapping[str, Item]
    chronology: tuple[Item, ...]
    places: Mapping[str, int]
    sources: Mapping[str, Source]
    rules: Mapping[str, str]
    pages: frozenset[str]
    addresses: Mapping[str, tuple[str, ...]]

    def page_of(self, pointer: str | None) -> str | None:
        """Give back the page of an entry of the registers (`pers:…`, `org:…`, `place:…`); None where there is none."""
        return register_page(pointer) if pointer in self.pages else None

    def same_as(self, pointer: str | None) -> tuple[str, ...]:
        """Give back the web addresses that the registers name for a pointer; none where there are none."""
        return self.addresses.get(pointer or "", ())


def build_catalogue(edition: EncodedEdition) -> Catalogue:
    """Give back the documents of an edition, numbered and in order; `ExportError` where an id is no name."""
    for encoded in edition.documents:
        checked_name(encoded.document.id, encoded.path)
    numbers = _numbers(edition.documents)
    texts = read_texts(edition.project.site.language or edition.project.language, edition.folder)
    items = {encoded.document.id: _item(texts, encoded.document, numbers) for encoded in edition.documents}
    chronology = tuple(sorted(items.values(), key=_in_time))
    persons = (f"pers:{entry.id}" for entry in edition.registers.persons)
    organisations = (f"org:{entry.id}" for entry in edition.registers.organisations)
    places = (f"place:{entry.id}" for entry in edition.registers.places)
    return Catalogue(
        folder=edition.folder,
        project=edition.project,
        texts=texts,
        documents=edition.documents,
        items=MappingProxyType(items),
        chronology=chronology,
        places=MappingProxyType({item.id: place for place, item in enumerate(chronology)}),
        sources=MappingProxyType({source.name: source for source in edition.sources}),
        rules=edition.rules,
        pages=frozenset((*persons, *organisations, *places)),
        addresses=MappingProxyType(dict(_addresses(edition.registers))),
    )


def names(agents: Iterable[Agent]) -> str:
    """Give back the names of correspondents, with commas between."""
    return ", ".join(agent.label for agent in agents)


def authority_link(name: str, value: str) -> Link:
    """Give back the way to an authority file; what is neither an address nor one of its numbers leads nowhere."""
    address = value if is_web_address(value) else complete(name, value)
    return Link(name, address) if address else Link(f"{name}: {value}")


def _addresses(registers: Registers) -> Iterator[tuple[str, tuple[str, ...]]]:
    groups = (("pers", registers.persons), ("org", registers.organisations), ("place", registers.places))
    for prefix, entries in groups:
        for entry in entries:
            yield f"{prefix}:{entry.id}", tuple(address for _, address in entry.authorities if is_web_address(address))


def _numbers(documents: tuple[EncodedDocument, ...]) -> Mapping[str, str]:
    """Give back the running numbers from `TEI/@n`; the id itself where a number is missing or stands twice."""
    given = {encoded.document.id: encoded.root.get("n") or encoded.document.id for encoded in documents}
    often = Counter(given.values())
    return {id_: number if often[number] == 1 else id_ for id_, number in given.items()}


def _item(texts: Texts, document: Document, numbers: Mapping[str, str]) -> Item:
    when, reserve = document.date.value if document.date else None, find_reserve(document)
    return Item(
        id=document.id,
        number=numbers[document.id],
        title=document.title,
        headline=_headline(texts, document),
        href=document_page(document.id),
        kind=document.kind,
        kind_name=kind_name(texts, document.kind),
        when=when,
        date=reserved_words(texts, date_words(texts, when), reserve) if when else "",
        reserve=reserve,
        datetime=machine_date(when) if when else None,
        year=str(when.earliest.year) if when else "",
        sender_number=document.number.value if document.number else None,
    )


def _headline(texts: Texts, document: Document) -> str:
    if document.senders and document.addressees:
        return texts.gettext(
            "%(senders)s to %(addressees)s", senders=names(document.senders), addressees=names(document.addressees)
        )
    return names(document.senders) or document.title


def _in_time(item: Item) -> tuple[bool, date, date, str]:
    if item.when is None:
        return (True, date.max, date.max, item.id)
    return (False, item.when.earliest, item.when.latest, item.id)
