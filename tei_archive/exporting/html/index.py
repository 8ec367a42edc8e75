"""The first page: every document in the order of time, and the facets that narrow the list."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from tei_archive.exporting.html.catalogue import Catalogue, Item
from tei_archive.exporting.html.dates import date_words
from tei_archive.exporting.html.texts import Texts, msgid
from tei_archive.model import Agent, Document, answers

FACETS = {"sender": msgid("Sender"), "addressee": msgid("Addressee"), "year": msgid("Year"), "kind": msgid("Kind")}


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a facet: its key, its name, and how many documents it holds."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet and its choices, in the order of their names."""

    key: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the list, what it answers, and the keys of its facets as JSON for the filter."""

    item: Item
    answers: tuple[Item, ...]
    facets: str


@dataclass(frozen=True, slots=True)
class Year:
    """The documents of a year, or those without a date."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """What the first page shows."""

    editors: str
    span: str
    total: int
    facets: tuple[Facet, ...]
    years: tuple[Year, ...]


def view_index(catalogue: Catalogue) -> IndexView:
    """Give back what the first page shows."""
    texts = catalogue.texts
    choices = {encoded.document.id: _choices(catalogue, encoded.document) for encoded in catalogue.documents}
    answered = {encoded.document.id: _answered(catalogue, encoded.document) for encoded in catalogue.documents}
    dated = [date_words(texts, item.when) for item in catalogue.chronology if item.when]
    return IndexView(
        editors=", ".join(person.name for person in catalogue.project.editors),
        span=texts.gettext("%(first)s to %(last)s", first=dated[0], last=dated[-1]) if len(dated) > 1 else "",
        total=len(catalogue.chronology),
        facets=tuple(_facet(texts, name, [choice[name] for choice in choices.values()]) for name in FACETS),
        years=tuple(
            Year(
                year or texts.gettext("Without a date"),
                tuple(Entry(item, answered[item.id], _keys(choices[item.id])) for item in items),
            )
            for year, items in groupby(catalogue.chronology, lambda item: item.year)
        ),
    )


def _choices(catalogue: Catalogue, document: Document) -> Mapping[str, Mapping[str, str]]:
    """Give back key and name of what a document has to offer to each facet."""
    item = catalogue.items[document.id]
    return {
        "sender": _agents(document.senders),
        "addressee": _agents(document.addressees),
        "year": {item.year: item.year} if item.year else {},
        "kind": {item.kind: item.kind_name} if item.kind else {},
    }


def _answered(catalogue: Catalogue, document: Document) -> tuple[Item, ...]:
    return tuple(
        catalogue.items[ref.target] for ref in answers(document) if ref.target and ref.target in catalogue.items
    )


def _agents(agents: Iterable[Agent]) -> Mapping[str, str]:
    return {agent.ref or agent.label: agent.label for agent in agents}


def _facet(texts: Texts, name: str, choices: Iterable[Mapping[str, str]]) -> Facet:
    """One key may be named in several ways: the commonest is shown, the first in the alphabet where that is open."""
    found = Counter((key, label) for choice in choices for key, label in choice.items())
    counts = Counter(key for key, _ in found.elements())
    labels = {key: label for (key, label), _ in sorted(found.items(), key=lambda entry: (entry[1], entry[0][1]))}
    options = sorted(
        (Option(key, labels[key], n) for key, n in counts.items()), key=lambda o: (o.name.casefold(), o.key)
    )
    return Facet(name, texts.gettext(FACETS[name]), tuple(options))


def _keys(choices: Mapping[str, Mapping[str, str]]) -> str:
    return json.dumps({name: list(choice) for name, choice in choices.items()}, ensure_ascii=False)
