"""The facets that narrow a list of documents: what there is to choose, and what each document offers to each."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from tei_archive.exporting.html.catalogue import Catalogue
from tei_archive.exporting.html.texts import Texts, msgid
from tei_archive.model import ActionType, Agent, Document
from tei_archive.wording import locale_name

FACETS = {
    "sender": msgid("Sender"),
    "addressee": msgid("Addressee"),
    "year": msgid("Year"),
    "place": msgid("Place"),
    "kind": msgid("Kind"),
    "language": msgid("Language"),
}


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
class Facets:
    """The facets of a list, and for each document (by its id) the keys of its facets as JSON for the filter."""

    offered: tuple[Facet, ...]
    keys: Mapping[str, str]


def build_facets(catalogue: Catalogue) -> Facets:
    """Give back the facets of all documents; one in which all are the same narrows nothing and is left out."""
    choices = {encoded.document.id: _choices(catalogue, encoded.document) for encoded in catalogue.documents}
    facets = (_facet(catalogue.texts, name, [choice[name] for choice in choices.values()]) for name in FACETS)
    return Facets(
        offered=tuple(facet for facet in facets if not _is_the_same_for_all(facet, len(choices))),
        keys={id_: _keys(choice) for id_, choice in choices.items()},
    )


def _choices(catalogue: Catalogue, document: Document) -> Mapping[str, Mapping[str, str]]:
    """Give back key and name of what a document has to offer to each facet."""
    item = catalogue.items[document.id]
    return {
        "sender": _agents(document.senders),
        "addressee": _agents(document.addressees),
        "year": {item.year: item.year} if item.year else {},
        "place": _place(document),
        "kind": {item.kind: item.kind_name} if item.kind else {},
        "language": {document.language: _language(catalogue.texts, document.language)},
    }


def _agents(agents: Iterable[Agent]) -> Mapping[str, str]:
    return {agent.ref or agent.label: agent.label for agent in agents}


def _place(document: Document) -> Mapping[str, str]:
    """Give back the place of sending."""
    sent = document.action(ActionType.SENT)
    place = sent.place.value if sent and sent.place else None
    return {place.ref or place.name: place.name} if place else {}


def _language(texts: Texts, language: str) -> str:
    """Give back the name of a language in the language of the interface; its tag where CLDR has no name for it."""
    try:
        return Locale.parse(language, sep="-").get_display_name(locale_name(texts.locale)) or language
    except (UnknownLocaleError, ValueError):
        return language


def _facet(texts: Texts, name: str, choices: Iterable[Mapping[str, str]]) -> Facet:
    """One key may be named in several ways: the commonest is shown, the first in the alphabet where that is open."""
    found = Counter((key, label) for choice in choices for key, label in choice.items())
    counts = Counter(key for key, _ in found.elements())
    labels = {key: label for (key, label), _ in sorted(found.items(), key=lambda entry: (entry[1], entry[0][1]))}
    options = sorted(
        (Option(key, labels[key], n) for key, n in counts.items()), key=lambda o: (o.name.casefold(), o.key)
    )
    return Facet(name, texts.gettext(FACETS[name]), tuple(options))


def _is_the_same_for_all(facet: Facet, documents: int) -> bool:
    return not facet.options or (len(facet.options) == 1 and facet.options[0].count == documents > 1)


def _keys(choices: Mapping[str, Mapping[str, str]]) -> str:
    return json.dumps({name: list(choice) for name, choice in choices.items()}, ensure_ascii=False)
